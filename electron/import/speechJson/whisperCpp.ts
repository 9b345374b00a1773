import * as z from 'zod';

import { milliseconds, speaker, words } from './jsonFields.ts';
import { speechShape, valueAt, type Utterance } from './speechShape.ts';

const segment = z.object({
  offsets: z.object({ from: milliseconds, to: milliseconds }).nullish(),
  timestamps: z
    .object({ from: z.string().nullish(), to: z.string().nullish() })
    .nullish(),
  text: words,
  speaker,
});

function msOfClock(written: string | null | undefined): number | null {
  const match = /^(\d{1,3}):(\d{2}):(\d{2})[,.](\d{3})$/.exec(written ?? '');
  if (match === null) return null;
  const [hours = 0, minutes = 0, seconds = 0, ms = 0] = match.slice(1).map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

function utteranceOf({
  offsets,
  timestamps,
  ...said
}: z.output<typeof segment>): Utterance {
  return {
    text: said.text,
    startMs: offsets?.from ?? msOfClock(timestamps?.from),
    endMs: offsets?.to ?? msOfClock(timestamps?.to),
    speaker: said.speaker,
  };
}

// With a greatest length set, whisper.cpp cuts inside words; a segment that begins a word begins with a space.
function withWholeWords(segments: readonly Utterance[]): Utterance[] {
  const spaced = segments.filter(({ text }) => /^\s/u.test(text)).length;
  if (spaced < segments.length / 2) return [...segments];
  const whole: Utterance[] = [];
  for (const cut of segments) {
    const last = whole.at(-1);
    const goesOn = /^[\p{L}\p{M}\p{N}\p{Po}]/u.test(cut.text);
    if (last === undefined || !goesOn || last.speaker !== cut.speaker) whole.push(cut);
    else
      whole[whole.length - 1] = {
        ...last,
        text: last.text + cut.text,
        endMs: cut.endMs ?? last.endMs,
      };
  }
  return whole;
}

/** whisper.cpp: times as offsets in milliseconds. */
export const whisperCpp = speechShape({
  name: 'whisper.cpp',
  knows: (root) => valueAt(root, 'transcription') !== undefined,
  schema: z.object({ transcription: z.array(segment) }),
  utterances: ({ transcription }) => withWholeWords(transcription.map(utteranceOf)),
});
