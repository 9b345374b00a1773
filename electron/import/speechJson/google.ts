import * as z from 'zod';

import { speaker, words } from './jsonFields.ts';
import { joinWords, type Word } from './joinWords.ts';
import { has, speechShape, valueAt, type Utterance } from './speechShape.ts';

function msOf(written: z.output<typeof timeValue>): number | null {
  if (written === null || written === undefined) return null;
  if (typeof written === 'string') return Math.round(Number(written.slice(0, -1)) * 1000);
  if (typeof written === 'number') return Math.round(written * 1000);
  return Math.round(
    Number(written.seconds ?? 0) * 1000 + Number(written.nanos ?? 0) / 1_000_000,
  );
}

const count = z.union([z.number(), z.string().regex(/^\d{1,12}$/)]).nullish();
const timeValue = z
  .union([
    z.string().regex(/^\d{1,9}(?:\.\d{1,9})?s$/),
    z.number(),
    z.object({ seconds: count, nanos: count }),
  ])
  .nullish();
const duration = timeValue.transform(msOf);

const word = z
  .object({
    startTime: duration,
    startOffset: duration,
    endTime: duration,
    endOffset: duration,
    word: words,
    speakerTag: speaker,
    speakerLabel: speaker,
  })
  .transform((heard): Word => ({
    text: heard.word,
    startMs: heard.startTime ?? heard.startOffset,
    endMs: heard.endTime ?? heard.endOffset,
    // Tag 0 is what everyone has when speakers were not told apart.
    speaker:
      heard.speakerLabel ??
      (heard.speakerTag === 'Speaker 0' ? undefined : heard.speakerTag),
  }));

const result = z.object({
  alternatives: z
    .array(z.object({ transcript: words, words: z.array(word).nullish() }))
    .nullish(),
});

interface Best {
  readonly transcript: string;
  readonly heard: readonly Word[];
}

const isNamed = ({ heard }: Best) => heard.some(({ speaker: who }) => who !== undefined);

// With speakers told apart, the last result repeats every word of the others, and only there has it a speaker.
function withoutRepeats(results: readonly Best[]): readonly Best[] {
  const last = results.at(-1);
  const others = results.slice(0, -1);
  if (last === undefined || !isNamed(last) || others.some(isNamed)) return results;
  const before = others.reduce((sum, { heard }) => sum + heard.length, 0);
  return last.heard.length >= before && others.length > 0 ? [last] : results;
}

function utterancesOf({ transcript, heard }: Best): readonly Utterance[] {
  if (heard.length > 0) return joinWords(heard);
  return [{ text: transcript, startMs: null, endMs: null, speaker: undefined }];
}

/** Google Cloud Speech: results with words, alone or as the answer of a long operation. */
export const google = speechShape({
  name: 'Google Speech',
  knows: (root) => {
    const results = valueAt(root, 'response', 'results') ?? valueAt(root, 'results');
    return Array.isArray(results) && has(results[0], 'alternatives');
  },
  within: 'response',
  schema: z.object({ results: z.array(result) }),
  utterances: ({ results }) => {
    const best = results.flatMap(({ alternatives }): Best[] => {
      const [first] = alternatives ?? [];
      if (first === undefined) return [];
      return [{ transcript: first.transcript, heard: first.words ?? [] }];
    });
    return withoutRepeats(best).flatMap(utterancesOf);
  },
});
