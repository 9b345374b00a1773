import * as z from 'zod';

import { seconds, speaker, words } from './jsonFields.ts';
import { joinWords, type Word } from './joinWords.ts';
import { has, speechShape, valueAt, type Utterance } from './speechShape.ts';

const result = z.object({
  final: z.boolean().nullish(),
  alternatives: z.array(
    z.object({
      transcript: words,
      timestamps: z.array(z.tuple([z.string(), seconds, seconds])).nullish(),
    }),
  ),
});

const schema = z.object({
  results: z.array(result),
  speaker_labels: z.array(z.object({ from: seconds, speaker })).nullish(),
});

// Words come without punctuation; where one person says the whole result, its text as written is the better.
function utterancesOf(heard: readonly Word[], transcript: string): readonly Utterance[] {
  const speakers = new Set(heard.map(({ speaker: who }) => who));
  if (speakers.size > 1) return joinWords(heard);
  const [first] = heard;
  return [
    {
      text: transcript,
      startMs: first?.startMs ?? null,
      endMs: heard.at(-1)?.endMs ?? null,
      speaker: first?.speaker,
    },
  ];
}

/** IBM Watson: results with words and their times, speakers under the time at which a word begins. */
export const ibmWatson = speechShape({
  name: 'IBM Watson',
  knows: (root) => {
    const one = valueAt(root, 'results', 0);
    return (
      has(one, 'alternatives') &&
      (has(one, 'final') || has(valueAt(one, 'alternatives', 0), 'timestamps'))
    );
  },
  schema,
  utterances: ({ results, speaker_labels }) => {
    const speakers = new Map(
      (speaker_labels ?? []).map(({ from, speaker: who }) => [from, who] as const),
    );
    return results
      .filter(({ final }) => final !== false)
      .flatMap(({ alternatives }) => {
        const [best] = alternatives;
        const heard = (best?.timestamps ?? []).map(([text, startMs, endMs]): Word => ({
          text,
          startMs,
          endMs,
          speaker: speakers.get(startMs),
        }));
        return utterancesOf(heard, best?.transcript ?? '');
      });
  },
});
