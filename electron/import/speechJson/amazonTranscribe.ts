import * as z from 'zod';

import { seconds, speaker, words } from './jsonFields.ts';
import { joinWords, type Word } from './joinWords.ts';
import { has, speechShape, valueAt } from './speechShape.ts';

const item = z.object({
  start_time: seconds,
  end_time: seconds,
  type: z.string().nullish(),
  speaker_label: speaker,
  alternatives: z.array(z.object({ content: words })),
});

const labelled = z.object({ start_time: seconds, speaker_label: speaker });
const segment = labelled.extend({ items: z.array(labelled).nullish() });

const schema = z.object({
  results: z.object({
    items: z.array(item).nullish(),
    transcripts: z.array(z.object({ transcript: words })).nullish(),
    speaker_labels: z.object({ segments: z.array(segment) }).nullish(),
  }),
});

// Who says a word stands apart from the words, under the time at which it begins.
function speakersByTime(
  segments: readonly z.output<typeof segment>[],
): Map<number | null, string> {
  const speakers = new Map<number | null, string>();
  for (const { speaker_label, items } of segments) {
    for (const { start_time, speaker_label: own } of items ?? []) {
      const who = own ?? speaker_label;
      if (who !== undefined) speakers.set(start_time, who);
    }
  }
  return speakers;
}

/** Amazon Transcribe: words and punctuation as items, times in quotation marks, speakers in a list of their own. */
export const amazonTranscribe = speechShape({
  name: 'Amazon Transcribe',
  knows: (root) =>
    has(valueAt(root, 'results'), 'transcripts') ||
    has(valueAt(root, 'results', 'items', 0), 'alternatives'),
  schema,
  utterances: ({ results: { items, transcripts, speaker_labels } }) => {
    const speakers = speakersByTime(speaker_labels?.segments ?? []);
    const heard = (items ?? []).map((one): Word => ({
      text: one.alternatives[0]?.content ?? '',
      startMs: one.start_time,
      endMs: one.end_time,
      speaker:
        one.speaker_label ??
        (one.start_time === null ? undefined : speakers.get(one.start_time)),
      isAttached: one.type === 'punctuation',
    }));
    if (heard.length > 0) return joinWords(heard);
    return (transcripts ?? []).map(({ transcript }) => ({
      text: transcript,
      startMs: null,
      endMs: null,
      speaker: undefined,
    }));
  },
});
