import * as z from 'zod';

import { seconds, speaker } from './jsonFields.ts';
import { joinWords } from './joinWords.ts';
import { speakerFinder, type SpeakerSpan } from './speakerSpans.ts';
import { has, speechShape, valueAt } from './speechShape.ts';

const word = z.object({
  start: seconds,
  end: seconds,
  word: z.string().nullish(),
  punct: z.string().nullish(),
});

const segment = z.object({
  start: seconds,
  speaker: z.object({ '@id': speaker }).nullish(),
});

const result = z.object({
  words: z.array(word),
  segmentation: z.object({ segments: z.array(segment) }).nullish(),
});

function spanOf({ start, speaker: who }: z.output<typeof segment>): SpeakerSpan[] {
  if (start === null) return [];
  return [{ startMs: start, speaker: who?.['@id'] }];
}

function middle(start: number | null, end: number | null): number | null {
  return start === null || end === null ? start : (start + end) / 2;
}

/** Kaldi as the BBC runs it: words with their punctuation, and speakers by stretches of time. */
export const bbcKaldi = speechShape({
  name: 'BBC Kaldi',
  knows: (root) => {
    const words = valueAt(root, 'retval', 'words') ?? valueAt(root, 'words');
    return Array.isArray(words) && has(valueAt(words, 0), 'punct');
  },
  within: 'retval',
  schema: result,
  utterances: ({ words, segmentation }) => {
    const speakerAt = speakerFinder((segmentation?.segments ?? []).flatMap(spanOf));
    return joinWords(
      words.map(({ start, end, word: heard, punct }) => ({
        text: punct ?? heard ?? '',
        startMs: start,
        endMs: end,
        speaker: speakerAt(middle(start, end)),
      })),
    );
  },
});
