import { expect, test } from 'vitest';

import { isSmallWord, stemOf } from '../../../shared/text/wordStems.ts';

const forms = [
  ['anhörig', 'anhöriga', 'anhörigas'],
  ['planering', 'planeringen', 'planerade', 'planera'],
  ['erfarenhet', 'erfarenheter', 'erfarenheten'],
  ['meeting', 'meetings', 'meet'],
  ['involved', 'involving'],
];

test.each(forms)('%s has the stem of its other forms', (...words) => {
  const [first, ...others] = words.map(stemOf);
  expect(others.every((stem) => stem.startsWith(first!) || first!.startsWith(stem))).toBe(
    true,
  );
});

test('a stem keeps four letters, and å ä ö', () => {
  expect(['mötet', 'Anna', 'är', 'de'].map(stemOf)).toEqual(['möte', 'anna', 'är', 'de']);
  expect(stemOf('bemo\u0308tt')).toBe(stemOf('bemött'));
});

test('a small word says nothing of what is talked about', () => {
  expect(['och', 'hur', 'the', 'which'].every(isSmallWord)).toBe(true);
  expect(['möte', 'läkare', 'staff'].some(isSmallWord)).toBe(false);
});
