import { expect, test } from 'vitest';

import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import type { ImportChoices } from '../../../../shared/domain/importedTranscript.ts';
import { codes, readText, refusal, said } from '../../../support/importing.ts';

interface Tier {
  readonly name: string;
  /** Start and end in seconds, and words. */
  readonly intervals?: readonly (readonly [number | string, number | string, string])[];
  readonly points?: readonly (readonly [number | string, string])[];
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function longTier({ name, intervals = [], points }: Tier, at: number): string {
  const head = `    item [${at + 1}]:\n        class = "${points ? 'TextTier' : 'IntervalTier'}"\n        name = ${quoted(name)}\n        xmin = 0\n        xmax = 60\n`;
  if (points !== undefined)
    return `${head}        points: size = ${points.length}\n${points
      .map(
        ([time, mark], point) =>
          `        points [${point + 1}]:\n            number = ${time}\n            mark = ${quoted(mark)}\n`,
      )
      .join('')}`;
  return `${head}        intervals: size = ${intervals.length}\n${intervals
    .map(
      ([from, to, text], interval) =>
        `        intervals [${interval + 1}]:\n            xmin = ${from}\n            xmax = ${to}\n            text = ${quoted(text)}\n`,
    )
    .join('')}`;
}

function long(...tiers: readonly Tier[]): string {
  return `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 60\ntiers? <exists>\nsize = ${tiers.length}\nitem []:\n${tiers.map(longTier).join('')}`;
}

function short(...tiers: readonly Tier[]): string {
  const lines = tiers.flatMap(({ name, intervals = [], points }) => [
    points ? '"TextTier"' : '"IntervalTier"',
    quoted(name),
    0,
    60,
    points?.length ?? intervals.length,
    ...(points ?? intervals).flatMap((place) =>
      place.map((part, at) =>
        at === place.length - 1 ? quoted(String(part)) : String(part),
      ),
    ),
  ]);
  return `File type = "ooTextFile short"\n"TextGrid"\n\n0\n60\n<exists>\n${tiers.length}\n${lines.join('\n')}\n`;
}

const read = (text: string, choices: ImportChoices = {}) =>
  readText(text, choices, 'samtal.TextGrid');

const anna = {
  name: 'Anna',
  intervals: [
    ['-0', 4, 'Hon sa "hej" ! och gick 12 steg.'],
    [4, 6, ' '],
    [6, '8.2504', 'Sedan\nkom hon.'],
  ],
} satisfies Tier;
const bo = { name: 'Bo', intervals: [[2, 3, 'Mm.']] } satisfies Tier;
const marks = { name: 'Not', points: [['1.5e1', 'dörren']] } satisfies Tier;

test.each([
  ['long', long],
  ['short', short],
])(
  'the %s form: tiers merged by time, quotes and lines kept, silence passed over',
  async (_, form) => {
    const parsed = await read(form(anna, bo, marks));
    expect(parsed.format).toBe('textGrid');
    expect(said(parsed)).toEqual([
      'Anna: Hon sa "hej" ! och gick 12 steg.',
      'Bo: Mm.',
      'Anna: Sedan\nkom hon.',
      'Not: dörren',
    ]);
    expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 4000],
      [2000, 3000],
      [6000, 8250],
      [15_000, null],
    ]);
    expect([...parsed.changes, ...parsed.warnings]).toEqual([]);
  },
);

test('a line of the file is where the words stand', async () => {
  const parsed = await read(long(anna, bo));
  expect(parsed.turns.map(({ line }) => line)).toEqual([18, 37, 26]);
});

test('UTF-16 with a mark, as Praat writes what is not ASCII', async () => {
  const bytes = Buffer.from(`\uFEFF${long({ ...bo, name: 'Åsa' })}`, 'utf16le').swap16();
  const parsed = await readTranscript({ name: 'a.TextGrid', bytes }, {});
  expect(parsed.encoding).toBe('utf-16be');
  expect(said(parsed)).toEqual(['Åsa: Mm.']);
});

test('when all tiers have one name nobody is named, and tiers are still turns of their own', async () => {
  const parsed = await read(
    long({ ...anna, name: 'tal' }, { name: 'tal', intervals: [[4, 5, 'Jaha.']] }),
  );
  expect(said(parsed)).toEqual([
    'Hon sa "hej" ! och gick 12 steg.',
    'Jaha.',
    'Sedan\nkom hon.',
  ]);
  expect(parsed.warnings).toMatchObject([
    { code: 'tiersOneName', params: { label: 'tal', tiers: 2 } },
    { code: 'noSpeakers' },
  ]);
});

test('a tier is left out when the person says that it is nobody', async () => {
  const parsed = await read(long(anna, bo, marks), { notSpeakers: ['Not'] });
  expect(parsed.turns.map(({ speaker }) => speaker)).toEqual(['Anna', 'Bo', 'Anna']);
  expect(codes(parsed.changes)).toEqual(['tierLeftOut']);
});

test('remarks in the file are passed over', async () => {
  const remarked = long(bo).replace('\n\nxmin', '\n! "gjord" 4 "gånger"\nxmin');
  expect(said(await read(remarked))).toEqual(['Bo: Mm.']);
});

const whole = long(anna, bo);

/** What is wrong, the file, the code of the refusal and the line it names. */
const refused: readonly (readonly [string, string, string, number | null])[] = [
  ['no tiers', long(), 'import.noTiers', null],
  [
    'nothing but silence',
    long({ name: 'A', intervals: [[0, 60, '']] }),
    'import.nothingSaid',
    null,
  ],
  [
    'a file cut off between tiers',
    whole.slice(0, whole.indexOf('    item [2]')),
    'import.damaged',
    28,
  ],
  [
    'a file cut off in a text',
    whole.slice(0, whole.indexOf('kom hon')),
    'import.damaged',
    26,
  ],
  [
    'a tier of another kind',
    whole.replace('IntervalTier', 'PitchTier'),
    'import.damaged',
    10,
  ],
  [
    'more intervals than there are',
    long(bo).replace('size = 1\n        int', 'size = 999999999\n        int'),
    'import.damaged',
    19,
  ],
  ['tiers without number', whole.replace('size = 2', 'size = -2'), 'import.damaged', 7],
  ['a million tiers', whole.replace('size = 2', 'size = 1000000'), 'import.damaged', 7],
];

test.each(refused)('%s: refused with the line', async (_, text, code, line) => {
  const problem = await refusal(read(text));
  expect(problem).toMatchObject({ code, file: 'samtal.TextGrid' });
  expect(problem.where).toBe(line === null ? undefined : `line ${line}`);
  expect(problem.sentence).toContain('samtal.TextGrid');
});
