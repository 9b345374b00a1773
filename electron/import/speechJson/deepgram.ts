import * as z from 'zod';

import { seconds, speaker, words } from './jsonFields.ts';
import { joinWords, type Word } from './joinWords.ts';
import { has, speechShape, valueAt, type Utterance } from './speechShape.ts';

const timed = { start: seconds, end: seconds };

const word = z
  .object({ ...timed, word: words, punctuated_word: z.string().nullish(), speaker })
  .transform(({ start, end, word: heard, punctuated_word, speaker: who }): Word => ({
    text: punctuated_word ?? heard,
    startMs: start,
    endMs: end,
    speaker: who,
  }));

const paragraph = z.object({
  speaker,
  sentences: z.array(z.object({ ...timed, text: words })),
});

const alternative = z.object({
  transcript: words,
  words: z.array(word).nullish(),
  paragraphs: z.object({ paragraphs: z.array(paragraph) }).nullish(),
});

const channel = z.object({ alternatives: z.array(alternative) });

const utterance = z.object({
  ...timed,
  transcript: words,
  speaker,
  channel: z.number().nullish(),
});

const schema = z.object({
  results: z.object({
    utterances: z.array(utterance).nullish(),
    channels: z.array(channel).nullish(),
  }),
});

function ofParagraph({
  speaker: who,
  sentences,
}: z.output<typeof paragraph>): Utterance[] {
  return sentences.map(({ text, start, end }) => ({
    text,
    startMs: start,
    endMs: end,
    speaker: who,
  }));
}

function ofAlternative(best: z.output<typeof alternative> | undefined): Utterance[] {
  const paragraphs = (best?.paragraphs?.paragraphs ?? []).flatMap(ofParagraph);
  if (paragraphs.length > 0) return paragraphs;
  const heard = joinWords(best?.words ?? []);
  if (heard.length > 0 || best === undefined) return heard;
  return [{ text: best.transcript, startMs: null, endMs: null, speaker: undefined }];
}

// One microphone each: the channel is then who speaks, and the channels are told one after the other.
function ofChannels(channels: readonly z.output<typeof channel>[]): Utterance[] {
  const all = channels.map(({ alternatives }) => ofAlternative(alternatives[0]));
  if (all.length < 2) return all.flat();
  return all
    .flatMap((said, at) =>
      said.map((one) => ({ ...one, speaker: one.speaker ?? `Channel ${at}` })),
    )
    .toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
}

/** Deepgram: utterances where they were asked for, else paragraphs or words by channel. */
export const deepgram = speechShape({
  name: 'Deepgram',
  knows: (root) => {
    const results = valueAt(root, 'results');
    return has(results, 'channels') || has(results, 'utterances');
  },
  schema,
  utterances: ({ results: { utterances, channels } }) => {
    if (utterances === null || utterances === undefined || utterances.length === 0)
      return ofChannels(channels ?? []);
    const manyChannels = new Set(utterances.map((said) => said.channel)).size > 1;
    return utterances.map((said) => ({
      text: said.transcript,
      startMs: said.start,
      endMs: said.end,
      speaker: said.speaker ?? (manyChannels ? `Channel ${said.channel}` : undefined),
    }));
  },
});
