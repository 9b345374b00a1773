import type { ImportChoices } from '../../shared/domain/importedTranscript.ts';
import type { ImportNotes } from './importNotes.ts';

/** The file by its name, what the person has chosen for it, and what is noted on the way. */
export interface Reading {
  readonly file: string;
  readonly choices: ImportChoices;
  readonly notes: ImportNotes;
}
