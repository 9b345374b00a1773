import * as fc from 'fast-check';
import { expect } from 'vitest';

import { readTranscript } from '../../electron/import/readTranscript.ts';
import type {
  ImportChoices,
  ImportNote,
  ParsedTurn,
} from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import { proposeSpeakers } from '../../shared/text/proposeSpeakers.ts';
import { wordsIn } from '../../shared/words/words.ts';

// Far above what anything here takes, far below what a runaway pattern does.
const slowest = 8000;
const say = { sv: wordsIn('sv') };

function isFit({ text, speaker, startMs, endMs }: ParsedTurn): boolean {
  const isPlace = (ms: number | null) => ms === null || (Number.isInteger(ms) && ms >= 0);
  const isLabel = speaker === null || (speaker !== '' && speaker.length <= 200);
  return (
    text.trim() !== '' &&
    normaliseText(text).text === text &&
    isLabel &&
    isPlace(startMs) &&
    isPlace(endMs)
  );
}

function expectWords({ code, params, count }: ImportNote): void {
  const sentence = say.sv(`importNote.${code}` as 'importNote.newlines', {
    ...params,
    count,
  });
  expect(sentence).not.toMatch(/importNote\.|\{\{\w+\}\}/);
}

/** Whatever is in a file, it becomes turns fit for a project or a refusal with a sentence, and soon. */
export async function readsOrRefuses(
  name: string,
  bytes: Uint8Array,
  choices: ImportChoices = {},
): Promise<true> {
  const start = performance.now();
  const taken = () => performance.now() - start;
  try {
    const parsed = await readTranscript({ name, bytes }, choices);
    expect(taken()).toBeLessThan(slowest);
    expect(parsed.turns.length).toBeGreaterThan(0);
    expect(parsed.turns.find((turn) => !isFit(turn))).toBeUndefined();
    for (const note of [...parsed.changes, ...parsed.warnings]) expectWords(note);
    proposeSpeakers(parsed.turns);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(taken()).toBeLessThan(slowest);
    const { code, params } = error.problem;
    expect(say.sv(`problem.${code}`, params)).not.toMatch(/\{\{\w+\}\}/);
  }
  return true;
}

export async function holds<Values>(
  property: fc.IAsyncProperty<Values>,
  { numRuns }: { readonly numRuns: number },
): Promise<boolean> {
  await fc.assert(property, { numRuns });
  return true;
}

export const choices = fc.record(
  {
    joinSameSpeaker: fc.boolean(),
    keepTimeStamps: fc.boolean(),
    dropHeader: fc.boolean(),
    unwrapLines: fc.boolean(),
    speechTiers: fc.constantFrom(['P1'], ['tal', 'Anna'], []),
    alsoSpeakers: fc.constantFrom(['Anna'], ['not']),
    encoding: fc.constantFrom('utf-8', 'cp850', 'utf-16le', 'utf-8-twice'),
  },
  { requiredKeys: [] },
);
