import { describe, expect, test } from 'vitest';

import { judgePersonalNumber } from '../../../../shared/text/identifiers/personalNumber.ts';

// 12 December 1912 is the person of the tax agency's own examples; the others are of days long gone, made up.
describe('a personal number', () => {
  test.each([
    '191212121212',
    '19121212-1212',
    '121212-1212',
    '1212121212',
    '121212+1212',
    '121212 1212',
    '19121212–1212',
  ])('is sure when the day and the check digit are right: %s', (text) => {
    expect(judgePersonalNumber(text)).toBe('sure');
  });

  test('may have been misheard: the day is right, the check digit is not', () => {
    expect(judgePersonalNumber('121212-1213')).toBe('likely');
    expect(judgePersonalNumber('191212121213')).toBe('likely');
    // Ten digits in a row that do not add up are something else.
    expect(judgePersonalNumber('1212121213')).toBeNull();
  });

  test.each([
    '121372-1212',
    '120230-1212',
    '120001-1212',
    '121232-1212',
    '19130229-1212',
  ])('is none when there is no such day: %s', (text) => {
    expect(judgePersonalNumber(text)).toBeNull();
  });

  test('may be of a leap day', () => {
    expect(judgePersonalNumber('120229-1216')).not.toBeNull();
    expect(judgePersonalNumber('19120229-1216')).not.toBeNull();
  });

  test('is a coordination number with 60 added to the day', () => {
    // 12 + 60 = 72: the digits 1 2 1 2 7 2 1 2 1 give 2+2+2+2+(14→5)+2+2+2+2 = 21, so the last is 9.
    expect(judgePersonalNumber('121272-1219')).toBe('sure');
    expect(judgePersonalNumber('191212721219')).toBe('sure');
    expect(judgePersonalNumber('121272-1212')).toBe('likely');
    expect(judgePersonalNumber('121292-1212')).toBeNull();
  });

  test.each([
    '',
    '12-1212',
    '2012-2013',
    '121212',
    'P1',
    '2121212-1212',
    '17121212-1212',
  ])('is not any number: “%s”', (text) => {
    expect(judgePersonalNumber(text)).toBeNull();
  });
});
