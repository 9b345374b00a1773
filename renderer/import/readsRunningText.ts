import type { ImportFormat } from '../../shared/domain/importedTranscript.ts';
import type { ImportPreview } from '../../shared/domain/importing.ts';

/** Formats whose lines are read as running text, so that all the choices of it apply. */
const runningText: ReadonlySet<ImportFormat> = new Set<ImportFormat>([
  'plainText',
  'markdown',
  'openDocument',
  'rtf',
  'pdf',
  'word',
]);

export const readsRunningText = ({ parsed }: ImportPreview): boolean =>
  runningText.has(parsed.format);
