import { expect, test } from 'vitest';

import { rangeAsked } from '../../../electron/byteRange.ts';

test.each([
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-1000', { start: 90, end: 99 }],
  ['bytes=99-', { start: 99, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=100-', 'none'],
  ['bytes=100-200', 'none'],
  ['bytes=-0', 'none'],
  // What makes no sense is answered with the whole file.
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['bytes=a-b', null],
  ['bytes=0-1,5-6', null],
  ['items=0-1', null],
  ['bytes=99999999999999999999-', null],
  ['', null],
  [null, null],
])('of a hundred bytes %s asks for %j', (header, asked) => {
  expect(rangeAsked(header, 100)).toEqual(asked);
});
