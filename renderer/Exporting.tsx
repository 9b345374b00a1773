import { endExport, useExporting } from './askExport.ts';
import { ExportDialog } from './exporting/ExportDialog.tsx';

/** The dialog for taking results home, while something in the window asks for it. */
export function Exporting() {
  const { isOpen, what } = useExporting();
  return isOpen ? <ExportDialog what={what} onClose={endExport} /> : null;
}
