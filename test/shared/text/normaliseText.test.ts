import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { enteredText } from '../../../shared/domain/text.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';

test('every kind of line end becomes one LF and is counted', () => {
  expect(normaliseText('a\r\nb\rc\u2028d\u2029e\vf\fg\u0085h\n')).toEqual({
    text: 'a\nb\nc\nd\ne\nf\ng\nh\n',
    changes: { newlines: 7, composed: 0, surrogates: 0, nuls: 0 },
  });
});

test('letters in two pieces become one and are counted', () => {
  const { text, changes } = normaliseText('Da\u030A a\u030Ar a\u0308 o\u0308ver');
  expect(text).toBe('Då år ä över');
  expect(changes.composed).toBe(4);
  expect(normaliseText('50 \u212B').text).toBe('50 Å');
});

test('a half character becomes a replacement mark and an empty one goes', () => {
  expect(normaliseText('a\uD83Db\0c\uDE00')).toEqual({
    text: 'a\uFFFDbc\uFFFD',
    changes: { newlines: 0, composed: 0, surrogates: 2, nuls: 1 },
  });
});

test('hard spaces, soft hyphens, zero-width characters and emoji are left as they are', () => {
  const text = '12\u00A0000 över\u00ADens zero\u200Bwidth \u200E👩🏽‍🔬 🇸🇪';
  expect(normaliseText(text).text).toBe(text);
});

test('it is the same door as the one for typed text, and passing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const once = normaliseText(raw.replaceAll('\f', ''));
      expect(normaliseText(once.text).text).toBe(once.text);
      expect(enteredText(once.text)).toBe(once.text);
      expect(once.text.isWellFormed()).toBe(true);
    }),
  );
});
