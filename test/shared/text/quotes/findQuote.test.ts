import { describe, expect, test } from 'vitest';

import { quoteFinder } from '../../../../shared/text/quotes/findQuote.ts';
import { lettersBetween } from '../../../../shared/text/quotes/alignWords.ts';
import { quoteIndex } from '../../../../shared/text/quotes/quoteIndex.ts';
import type { Quotation } from '../../../../shared/text/quotes/readQuote.ts';

const said = (lines: readonly string[]) =>
  lines.map((line, at) => {
    const [speaker = '', ...text] = line.split(': ');
    return { label: `r${at + 1}`, speaker, text: text.join(': ') };
  });

const fg1 = said([
  'M: Hur var mötet?',
  'P1: Jag visste ingenting, om jag ska vara ärlig. Det kom ett brev där det stod en tid.',
  'P2: Ja, precis.',
  'P1: Ingen hade ringt – och "förklarat" vad det gick ut på. [skratt]',
  'P3: Ja, precis.',
  'P2: Sen gick man hem... och hade sagt ja till något som man inte vet vad det är.',
]);
const fg2 = said(['M: Och ni?', 'P9: Vi fick ett brev. Ja, precis.', 'P9: 😀 🎉']);
const find = quoteFinder(
  quoteIndex([
    { name: 'Fokusgrupp 1', turns: fg1 },
    { name: 'Fokusgrupp 2', turns: fg2 },
  ]),
);
const look = (text: string, more: Partial<Quotation> = {}) =>
  find({ text, transcript: '', speaker: '', turn: '', before: '', after: '', ...more });

describe('A quotation', () => {
  test('that stands there word for word and sign for sign is exact', () => {
    expect(look('Jag visste ingenting, om jag ska vara ärlig.')).toMatchObject({
      kind: 'exact',
      transcript: 0,
      spans: [{ turn: 1, start: 0, end: 44 }],
    });
    expect(look('Ingen hade ringt – och "förklarat" vad').spans).toEqual([
      { turn: 3, start: 0, end: 38 },
    ]);
    expect(look('gick ut på. [skratt]')).toMatchObject({ kind: 'exact' });
  });

  test('that is cut inside words is exact if it stands so', () => {
    expect(look('isste ingenting, om jag ska va')).toMatchObject({
      kind: 'exact',
      spans: [{ turn: 1, start: 5, end: 35 }],
    });
    expect(look('ett bre')).toMatchObject({ kind: 'review', reason: 'several' });
  });

  test('may go on from one turn into the next', () => {
    expect(look('en tid. Ja, precis. Ingen hade ringt')).toMatchObject({
      kind: 'exact',
      spans: [
        { turn: 1, start: 75, end: 82 },
        { turn: 2, start: 0, end: 11 },
        { turn: 3, start: 0, end: 16 },
      ],
    });
  });

  test('with other quotation marks, dashes, spaces or case is found and takes what the transcript says', () => {
    expect(
      look('”ingen  hade ringt - och ”förklarat” vad det gick ut på”'),
    ).toMatchObject({
      kind: 'normalised',
      reason: 'signs',
      text: 'Ingen hade ringt – och "förklarat" vad det gick ut på',
    });
  });

  test('that skips words has one span for each piece, however the skipping is written', () => {
    for (const mark of ['…', '[...]', '[…]', '(...)', '/.../', '...'])
      expect(look(`Jag visste ingenting ${mark} Det kom ett brev`)).toMatchObject({
        kind: 'normalised',
        reason: 'omission',
        spans: [
          { turn: 1, start: 0, end: 20 },
          { turn: 1, start: 45, end: 61 },
        ],
        text: 'Jag visste ingenting […] Det kom ett brev',
      });
    expect(look('Sen gick man hem... och hade sagt ja').kind).toBe('exact');
    expect(look('…om jag ska vara ärlig…')).toMatchObject({
      kind: 'normalised',
      text: 'om jag ska vara ärlig',
    });
  });

  test('with a slip of the keyboard is found; with another word, a figure or a word too few it is for review', () => {
    expect(look('Det kom ett brev där det stod en tid')).toMatchObject({ kind: 'exact' });
    expect(look('sagt ja till någott som man inte vet')).toMatchObject({
      kind: 'normalised',
      reason: 'slip',
      text: 'sagt ja till något som man inte vet',
    });
    expect(look('sagt ja till något som man vet vad det är')).toMatchObject({
      kind: 'review',
      reason: 'unlike',
      text: 'sagt ja till något som man inte vet vad det är',
    });
    expect(look('sagt nej till något som man inte vet vad det är')).toMatchObject({
      kind: 'review',
      reason: 'unlike',
    });
  });

  test('in several places is chosen by source, speaker or turn, else it is for review', () => {
    expect(look('Ja, precis.')).toMatchObject({
      kind: 'review',
      reason: 'several',
      places: 3,
    });
    expect(look('Ja, precis.', { transcript: 'Fokusgrupp 2' })).toMatchObject({
      kind: 'exact',
      transcript: 1,
      spans: [{ turn: 1, start: 18, end: 29 }],
    });
    expect(look('Ja, precis.', { speaker: 'P3' })).toMatchObject({
      kind: 'exact',
      spans: [{ turn: 4, start: 0, end: 11 }],
    });
    expect(look('Ja, precis.', { turn: 'r3' }).spans).toEqual([
      { turn: 2, start: 0, end: 11 },
    ]);
    expect(look('Ja, precis. (Fokusgrupp 1, P3)').spans).toEqual([
      { turn: 4, start: 0, end: 11 },
    ]);
    expect(look('P3: Ja, precis.').spans).toEqual([{ turn: 4, start: 0, end: 11 }]);
    expect(look('Ja, precis', { before: 'vi fick ett brev' }).transcript).toBe(1);
  });

  test('said by another or elsewhere than the table says is told or left for review', () => {
    expect(look('Jag visste ingenting', { speaker: 'P3' })).toMatchObject({
      kind: 'exact',
      isOtherSpeaker: true,
    });
    expect(
      look('Jag visste ingenting', { transcript: 'fokusgrupp 2.docx' }),
    ).toMatchObject({
      kind: 'review',
      reason: 'otherTranscript',
    });
    expect(look('Jag visste ingenting', { transcript: 'Intervju 7' }).kind).toBe('exact');
  });

  test('that stands nowhere is refused', () => {
    for (const text of [
      'Detta har ingen av dem sagt någonstans',
      'får far och for',
      'ja ja ja ja ja ja ja ja',
      '',
      '???',
      '[…]',
    ])
      expect(look(text)).toMatchObject({ kind: 'refused', spans: [] });
  });

  test('of signs alone is found as it is', () => {
    expect(look('😀 🎉')).toMatchObject({ kind: 'exact', transcript: 1 });
  });
});

test('letters that changed places are one slip', () => {
  expect(lettersBetween('precis', 'precsi')).toBe(1);
  expect(lettersBetween('något', 'någott')).toBe(1);
  expect(lettersBetween('', 'abc')).toBe(3);
});
