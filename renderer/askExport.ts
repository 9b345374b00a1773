import { create } from 'zustand';

import type { Exportable } from '../shared/domain/exporting.ts';

interface ExportingStore {
  readonly isOpen: boolean;
  /** What the dialog proposes to take home. */
  readonly what: Exportable;
}

/** Whether the person is asked what to take home; the dialog lies over whatever workspace is shown. */
export const useExporting = create<ExportingStore>(() => ({
  isOpen: false,
  what: 'analysis-table',
}));

export const askExport = (what: Exportable = 'analysis-table'): void =>
  useExporting.setState({ isOpen: true, what });

export const endExport = (): void => useExporting.setState({ isOpen: false });
