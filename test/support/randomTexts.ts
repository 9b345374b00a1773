import * as fc from 'fast-check';

import { enteredText } from '../../shared/domain/text.ts';

/** Pieces of talk with everything that makes text hard to cut: marks, emoji, flags, right-to-left, odd line ends. */
export const pieces =
  'jag|var|rädd|hemma|och|en|vän|A|möte|.|,|…|-| |  |\n|\r\n|\u00a0|e\u0301|x\u0302|\u0308|👩‍👩‍👧|👩|\u200d|🇸🇪|🇳|👍🏽|שלום|\u200f|مرحبا|한|ᄒ|ᅡ|क्षि|ﬁ|\u0600|\u00ad'.split(
    '|',
  );

/** Text as someone types or pastes it. */
export const typedText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** Text as it stands in a project. */
export const transcriptText = fc
  .array(fc.constantFrom(...pieces, ' ', ' '), { maxLength: 40 })
  .map((parts) => enteredText(parts.join('')));

/** A text and the same text with a few places changed. */
export const correctedText = fc
  .tuple(
    transcriptText,
    fc.array(fc.tuple(fc.nat(400), fc.nat(6), typedText), { maxLength: 4 }),
  )
  .map(([before, places]): [string, string] => [
    before,
    enteredText(
      places.reduce((text, [at, length, typed]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + typed + text.slice(start + length);
      }, before),
    ),
  ]);
