import * as z from 'zod';

import { seconds, speaker, words } from './jsonFields.ts';
import { joinWords, type Word } from './joinWords.ts';
import { has, speechShape, valueAt, type Utterance } from './speechShape.ts';

const word = z
  .object({
    word: z.string().nullish(),
    text: z.string().nullish(),
    start: seconds,
    end: seconds,
    speaker,
  })
  .transform(({ word: heard, text, start, end, speaker: who }): Word => ({
    text: heard ?? text ?? '',
    startMs: start,
    endMs: end,
    speaker: who,
  }));

const segment = z.object({
  start: seconds,
  end: seconds,
  text: words,
  speaker,
  words: z.array(word).nullish(),
});

type Segment = z.output<typeof segment>;

// WhisperX may leave a whole segment without a speaker although every word in it has one.
function speakerOfWords(heard: readonly Word[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { speaker: who } of heard)
    if (who !== undefined) counts.set(who, (counts.get(who) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0];
}

function utterancesOf({
  start,
  end,
  text,
  speaker: who,
  words: heard,
}: Segment): Utterance[] {
  const inWords = heard ?? [];
  const named = who ?? speakerOfWords(inWords);
  if (text.trim() === '' && inWords.length > 0)
    return joinWords(inWords.map((one) => ({ ...one, speaker: one.speaker ?? named })));
  return [{ text, startMs: start, endMs: end, speaker: named }];
}

const isSegment = (value: unknown) =>
  has(value, 'text') &&
  (has(value, 'start') || has(value, 'end') || has(value, 'speaker'));

/** Whisper and its kin (faster-whisper, whisper-timestamped, WhisperX, OpenAI's verbose_json): segments with text. */
export const whisper = speechShape({
  name: 'Whisper',
  knows: (root) => {
    const segments = valueAt(root, 'segments');
    if (segments === undefined) return false;
    const first = valueAt(segments, 0);
    return !Array.isArray(segments) || segments.length === 0 || has(first, 'text');
  },
  schema: z.object({ segments: z.array(segment), text: words }),
  utterances: ({ segments, text }) =>
    segments.length > 0
      ? segments.flatMap(utterancesOf)
      : [{ text, startMs: null, endMs: null, speaker: undefined }],
});

/** Segments that stand in a list and nothing around them, as in JSON Lines. */
export const segmentList = speechShape({
  name: 'Whisper',
  knows: (root) => Array.isArray(root) && isSegment(root[0]),
  schema: z.array(segment),
  utterances: (segments) => segments.flatMap(utterancesOf),
});

const textKeys = new Set(
  'text words language duration task usage logprobs model id'.split(' '),
);

// The words come without punctuation; the text has it, and is cut at the same places.
function wordsOfText(text: string, heard: readonly Word[]): Word[] {
  const written = text.split(/\s+/u).filter((part) => part !== '');
  if (written.length === heard.length)
    return heard.map((one, at) => ({ ...one, text: written[at] ?? one.text }));
  const startMs = heard[0]?.startMs ?? null;
  return [{ text, startMs, endMs: heard.at(-1)?.endMs ?? null, speaker: undefined }];
}

/** OpenAI's answer without segments: the text, and perhaps its words. */
export const openAiText = speechShape({
  name: 'OpenAI',
  knows: (root) =>
    has(root, 'text') &&
    typeof root['text'] === 'string' &&
    Object.keys(root).every((key) => textKeys.has(key)),
  schema: z.object({ text: z.string(), words: z.array(word).nullish() }),
  utterances: ({ text, words: heard }) => joinWords(wordsOfText(text, heard ?? [])),
});
