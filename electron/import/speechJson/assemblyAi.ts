import * as z from 'zod';

import { speaker, words } from './jsonFields.ts';
import { joinWords } from './joinWords.ts';
import { has, speechShape, valueAt, type Utterance } from './speechShape.ts';

const time = z.number().nullish();
const said = z.object({ start: time, end: time, text: words, speaker });
type Said = z.output<typeof said>;

// Whole numbers are milliseconds; services that write the same with decimals mean seconds.
function utterancesOf(all: readonly Said[]): Utterance[] {
  const isSeconds = all.some(
    ({ start, end }) => !Number.isInteger(start ?? 0) || !Number.isInteger(end ?? 0),
  );
  const msOf = (value: Said['start']) =>
    value === null || value === undefined
      ? null
      : Math.round(value * (isSeconds ? 1000 : 1));
  return all.map(({ start, end, text, speaker: who }) => ({
    text,
    startMs: msOf(start),
    endMs: msOf(end),
    speaker: who,
  }));
}

/** AssemblyAI: utterances or words with times in milliseconds. */
export const assemblyAi = speechShape({
  name: 'AssemblyAI',
  knows: (root) =>
    has(valueAt(root, 'utterances', 0), 'text') ||
    has(root, 'audio_duration') ||
    (has(root, 'utterances') && has(root, 'status')),
  schema: z.object({
    utterances: z.array(said).nullish(),
    words: z.array(said).nullish(),
    text: words,
  }),
  utterances: ({ utterances, words: heard, text }) => {
    if (utterances !== null && utterances !== undefined && utterances.length > 0)
      return utterancesOf(utterances);
    const joined = joinWords(utterancesOf(heard ?? []));
    if (joined.length > 0) return joined;
    return [{ text, startMs: null, endMs: null, speaker: undefined }];
  },
});
