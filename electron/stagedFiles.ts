import { createHash } from 'node:crypto';

import type { StagedFile } from '../shared/domain/importing.ts';
import type {
  ImportChoices,
  ParsedTranscript,
} from '../shared/domain/importedTranscript.ts';
import { Refusal } from '../shared/errors.ts';
import { newId } from './project/handle.ts';

interface Staged {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parsed: Map<string, Promise<ParsedTranscript>>;
}

/** Files that are looked at before anything is written; they live in memory and are gone with the session. */
export interface StagedFiles {
  add(name: string, bytes: Uint8Array): StagedFile;
  file(fileId: string): { readonly name: string; readonly bytes: Uint8Array };
  name(fileId: string): string;
  sha256(fileId: string): string;
  /** Parsed once for each set of choices. */
  parse(fileId: string, choices: ImportChoices): Promise<ParsedTranscript>;
  discard(fileId: string): void;
}

const mostReadings = 4;

export function stagedFiles(): StagedFiles {
  const files = new Map<string, Staged>();
  const get = (fileId: string): Staged => {
    const file = files.get(fileId);
    if (!file) throw new Refusal('import.notStaged');
    return file;
  };
  return {
    add: (name, bytes) => {
      const fileId = newId<string>();
      files.set(fileId, { name, bytes, parsed: new Map() });
      return { fileId, name, bytes: bytes.byteLength };
    },
    file: get,
    name: (fileId) => get(fileId).name,
    sha256: (fileId) => createHash('sha256').update(get(fileId).bytes).digest('hex'),
    parse: (fileId, choices) => {
      const file = get(fileId);
      const key = JSON.stringify(choices, Object.keys(choices).toSorted());
      const known = file.parsed.get(key);
      if (known) return known;
      const parsed = import('./import/readTranscript.ts').then((reader) =>
        reader.readTranscript(file, choices),
      );
      file.parsed.set(key, parsed);
      const [oldest] = file.parsed.keys();
      if (file.parsed.size > mostReadings && oldest !== undefined)
        file.parsed.delete(oldest);
      return parsed;
    },
    discard: (fileId) => {
      files.delete(fileId);
    },
  };
}
