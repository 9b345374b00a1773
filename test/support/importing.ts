import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readTranscript } from '../../electron/import/readTranscript.ts';
import type {
  ImportChoices,
  ParsedTranscript,
} from '../../shared/domain/importedTranscript.ts';
import { Refusal, type Problem } from '../../shared/errors.ts';
import { wordsIn } from '../../shared/words/words.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');

/** Whether the collection of transcripts from other programs lies beside the repository; it is not part of it. */
export const hasSamples = existsSync(samples);

export function sample(path: string): { name: string; bytes: Uint8Array } {
  return {
    name: path.split('/').at(-1) ?? path,
    bytes: readFileSync(join(samples, path)),
  };
}

export function readText(
  text: string,
  choices: ImportChoices = {},
  name = 'samtal.txt',
): Promise<ParsedTranscript> {
  return readTranscript({ name, bytes: new TextEncoder().encode(text) }, choices);
}

/** Turns as `speaker: text`, or the text alone. */
export function said(parsed: ParsedTranscript): string[] {
  return parsed.turns.map(({ speaker, text }) =>
    speaker === null ? text : `${speaker}: ${text}`,
  );
}

export function speakers(parsed: ParsedTranscript): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { speaker } of parsed.turns)
    counts[speaker ?? '–'] = (counts[speaker ?? '–'] ?? 0) + 1;
  return counts;
}

export function codes(notes: ParsedTranscript['warnings']): string[] {
  return notes.map(({ code }) => code);
}

/** The refusal that reading ends in, with the sentence a person would read. */
export async function refusal(
  reading: Promise<unknown>,
): Promise<Problem & { sentence: string }> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem } = error;
    const sentence = wordsIn('sv')(`problem.${problem.code}`, {
      ...problem.params,
      file: problem.file ?? '',
    });
    return { ...problem, sentence };
  }
  throw new Error('Nothing was refused.');
}
