import * as z from 'zod';

import { seconds, speaker, speakerId, speakerName, words } from './jsonFields.ts';
import { joinWords } from './joinWords.ts';
import { has, speechShape, valueAt } from './speechShape.ts';

const word = z.object({ text: words, start: seconds, end: seconds });

const signsAlone = /^\s*[.,!?;:…]+\s*$/u;

const schema = z.object({
  speakers: z.array(z.object({ spkid: speakerId, name: speaker })).nullish(),
  segments: z.array(z.object({ speaker: speakerId, words: z.array(word) })),
});

/** Amberscript: segments of words, with the names of the speakers in a list of their own. */
export const amberscript = speechShape({
  name: 'Amberscript',
  knows: (root) => {
    const first = valueAt(root, 'segments', 0);
    return has(first, 'words') && !has(first, 'text');
  },
  schema,
  utterances: ({ speakers, segments }) => {
    const names = new Map((speakers ?? []).map(({ spkid, name }) => [spkid, name]));
    return segments.flatMap((segment) =>
      joinWords(
        segment.words.map(({ text, start, end }) => ({
          text,
          startMs: start,
          endMs: end,
          isAttached: signsAlone.test(text),
          speaker: names.get(segment.speaker) ?? speakerName(segment.speaker),
        })),
      ),
    );
  },
});
