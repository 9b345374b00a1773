import * as z from 'zod';

import { seconds, speaker, words } from './jsonFields.ts';
import { joinWords } from './joinWords.ts';
import { has, speechShape, valueAt } from './speechShape.ts';

const word = z.object({ text: words, startTime: seconds, endTime: seconds });

const schema = z.object({
  text: z.array(
    z.object({ speaker, paragraph: z.array(z.object({ line: z.array(word) })) }),
  ),
});

/** autoEdit 2: paragraphs of words by speaker. */
export const autoEdit = speechShape({
  name: 'autoEdit',
  knows: (root) => has(valueAt(root, 'text', 0), 'paragraph'),
  schema,
  utterances: ({ text }) =>
    text.flatMap(({ speaker: who, paragraph }) =>
      paragraph.flatMap(({ line }) =>
        joinWords(
          line.map((heard) => ({
            text: heard.text,
            startMs: heard.startTime,
            endMs: heard.endTime,
            speaker: who,
          })),
        ),
      ),
    ),
});
