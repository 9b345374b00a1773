import * as z from 'zod';

import { seconds, speaker, words } from './jsonFields.ts';
import { joinWords } from './joinWords.ts';
import { speakerFinder, type SpeakerSpan } from './speakerSpans.ts';
import { has, speechShape, valueAt } from './speechShape.ts';

const timed = { time: seconds, duration: seconds };

const first = z.object({
  words: z.array(z.object({ ...timed, name: words })),
  speakers: z.array(z.object({ ...timed, name: speaker })).nullish(),
});

function endOf(start: number | null, duration: number | null): number | null {
  return start === null || duration === null ? null : start + duration;
}

function spansOf(speakers: z.output<typeof first>['speakers']): SpeakerSpan[] {
  return (speakers ?? []).flatMap(({ time, name }) =>
    time === null ? [] : [{ startMs: time, speaker: name }],
  );
}

/** Speechmatics' first format: words and speakers in two lists, numbers in quotation marks. */
export const speechmaticsFirst = speechShape({
  name: 'Speechmatics',
  knows: (root) =>
    has(valueAt(root, 'words', 0), 'name') && has(valueAt(root, 'words', 0), 'duration'),
  schema: first,
  utterances: ({ words: heard, speakers }) => {
    const speakerAt = speakerFinder(spansOf(speakers));
    return joinWords(
      heard.map(({ time, duration, name }) => ({
        text: name,
        startMs: time,
        endMs: endOf(time, duration),
        speaker: speakerAt(time),
        isAttached: /^[.,;:!?]+$/.test(name),
      })),
    );
  },
});

const result = z.object({
  type: z.string().nullish(),
  start_time: seconds,
  end_time: seconds,
  attaches_to: z.string().nullish(),
  alternatives: z.array(z.object({ content: words, speaker })).nullish(),
});

/** Speechmatics' second format: words and punctuation in one list, each with its speaker. */
export const speechmatics = speechShape({
  name: 'Speechmatics',
  knows: (root) => {
    const one = valueAt(root, 'results', 0);
    return has(one, 'type') && has(one, 'start_time') && has(one, 'alternatives');
  },
  schema: z.object({ results: z.array(result) }),
  utterances: ({ results }) =>
    joinWords(
      results.map(({ type, start_time, end_time, attaches_to, alternatives }) => ({
        text: alternatives?.[0]?.content ?? '',
        startMs: start_time,
        endMs: end_time,
        speaker: alternatives?.[0]?.speaker,
        isAttached: attaches_to === 'previous' || type === 'punctuation',
      })),
    ),
});
