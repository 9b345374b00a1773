import { describe, expect, test } from 'vitest';

import type { ImportChoices } from '../../../../shared/domain/importedTranscript.ts';
import { elanFile, tier } from '../../../support/elanFile.ts';
import { codes, readText, refusal, said } from '../../../support/importing.ts';

const read = (text: string, choices: ImportChoices = {}) =>
  readText(text, choices, 'samtal.eaf');

const slots = { a: 0, b: 4000, c: 2000, d: 3000, e: 4500, f: 6000 };
const karin = tier(
  { TIER_ID: 'M', PARTICIPANT: 'Karin Öberg' },
  { from: 'a', to: 'b', text: 'Hur var det &lt;då&gt;?', id: 'fråga' },
  { from: 'e', to: 'f', text: 'Berätta.' },
);
const lars = tier({ TIER_ID: 'P1' }, { from: 'c', to: 'd', text: 'Jo: bra.' });

test('tiers are merged by time, an overlap is kept whole, and the participant or the tier is the speaker', async () => {
  const parsed = await read(elanFile(slots, karin, lars));
  expect(parsed.format).toBe('elan');
  expect(said(parsed)).toEqual([
    'Karin Öberg: Hur var det <då>?',
    'P1: Jo: bra.',
    'Karin Öberg: Berätta.',
  ]);
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 4000],
    [2000, 3000],
    [4500, 6000],
  ]);
  expect(parsed.turns.map(({ line }) => line)).toEqual([6, 12, 8]);
  expect([...parsed.changes, ...parsed.warnings]).toEqual([]);
});

test('what one speaker says in several annotations is one turn, with a paragraph at a pause, unless that is not wanted', async () => {
  const file = elanFile(
    { ...slots, g: 9000, h: 9500 },
    tier(
      { TIER_ID: 'Anna' },
      { from: 'a', to: 'c', text: 'Först.' },
      { from: 'c', to: 'd', text: 'Sedan.' },
      { from: 'd', to: 'e', text: ' ' },
      { from: 'g', to: 'h', text: 'Sist.\n\n Eller?' },
    ),
  );
  const parsed = await read(file);
  expect(said(parsed)).toEqual(['Anna: Först. Sedan.\nSist.\nEller?']);
  expect(parsed.changes).toMatchObject([
    { code: 'emptySpeech', count: 1 },
    { code: 'speechJoined', count: 2 },
  ]);
  expect(said(await read(file, { joinSameSpeaker: false }))).toEqual([
    'Anna: Först.',
    'Anna: Sedan.',
    'Anna: Sist.\nEller?',
  ]);
});

test('a slot without a time lies between its neighbours; before the first and after the last nothing is made up', async () => {
  const parsed = await read(
    elanFile(
      { först: null, a: 1000, x: null, y: null, b: 4000, sist: null },
      tier({ TIER_ID: 'P1' }, { from: 'först', to: 'x', text: 'Hej.' }),
      tier({ TIER_ID: 'P2' }, { from: 'y', to: 'sist', text: 'Hej hej.' }),
    ),
  );
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [null, 2000],
    [3000, null],
  ]);
  expect(parsed.warnings).toMatchObject([{ code: 'timesEstimated', count: 2 }]);
});

test('times that run the wrong way are mended and told', async () => {
  const parsed = await read(
    elanFile(
      { a: -500, b: 800, c: 300 },
      tier(
        { TIER_ID: 'P1' },
        { from: 'a', to: 'b', text: 'Ja.' },
        { from: 'b', to: 'c', text: 'Nej.' },
      ),
    ),
    { joinSameSpeaker: false },
  );
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 800],
    [800, 800],
  ]);
  expect(codes(parsed.warnings)).toEqual(['timeNegative', 'endsBeforeStart']);
});

describe('which tiers are speech', () => {
  const notes = tier(
    { TIER_ID: 'M-not', PARENT_REF: 'M' },
    { under: 'fråga', text: 'ironi?' },
  );
  const file = elanFile(slots, karin, lars, notes);

  test('those under another are left out and told', async () => {
    const parsed = await read(file);
    expect(parsed.turns).toHaveLength(3);
    expect(parsed.warnings).toMatchObject([
      { code: 'tierLeftOut', params: { label: 'M-not' }, count: 1 },
    ]);
  });

  test('one under another can be asked for by its name, and has the times of what it hangs under', async () => {
    const parsed = await read(file, { alsoSpeakers: ['M-not'] });
    expect(parsed.turns[1]).toMatchObject({
      speaker: 'M-not',
      text: 'ironi?',
      startMs: 0,
      endMs: 4000,
    });
    expect(parsed.warnings).toEqual([]);
  });

  test('one can be left out by its name or by its speaker', async () => {
    for (const label of ['M', 'Karin Öberg']) {
      const parsed = await read(file, { notSpeakers: [label, 'M-not'] });
      expect(said(parsed)).toEqual(['P1: Jo: bra.']);
      expect(codes(parsed.changes)).toEqual(['tierLeftOut', 'tierLeftOut']);
    }
  });

  test('words under a tier that only holds times are read', async () => {
    const parsed = await read(
      elanFile(
        slots,
        tier({ TIER_ID: 'ref' }, { from: 'a', to: 'b', text: '', id: 'r1' }),
        tier({ TIER_ID: 'ord', PARENT_REF: 'ref' }, { under: 'r1', text: 'Hej.' }),
        tier({ TIER_ID: 'glosa', PARENT_REF: 'ord' }, { under: 'ord-0', text: 'hi' }),
      ),
    );
    expect(said(parsed)).toEqual(['ord: Hej.']);
    expect(parsed.turns[0]).toMatchObject({ startMs: 0, endMs: 4000 });
    expect(codes(parsed.warnings)).toEqual(['tierLeftOut']);
  });

  test('a tier under one that is not there is speech, so that nothing said is lost', async () => {
    const orphan = tier(
      { TIER_ID: 'P9', PARENT_REF: 'borta' },
      { from: 'a', to: 'b', text: 'Hej.' },
    );
    expect(said(await read(elanFile(slots, orphan)))).toEqual(['P9: Hej.']);
  });
});

const ring = (under: string, id: string) =>
  tier({ TIER_ID: id, PARENT_REF: under }, { under: `${under}-0`, text: 'x' });
const bomb =
  '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n';
const whole = elanFile(slots, karin, lars);

/** What is wrong, the file, the code of the refusal and the line it names. */
const refused: readonly (readonly [string, string, string, number | null])[] = [
  ['no tiers', elanFile(slots), 'import.noTiers', null],
  [
    'tiers without annotations',
    elanFile({}, tier({ TIER_ID: 'default' })),
    'import.nothingSaid',
    null,
  ],
  [
    'annotations without words',
    elanFile(slots, tier({ TIER_ID: 'a' }, { from: 'a', to: 'b', text: ' ' })),
    'import.nothingSaid',
    null,
  ],
  [
    'tiers under each other',
    elanFile(slots, karin, ring('Y', 'X'), ring('X', 'Y')),
    'import.circular',
    12,
  ],
  [
    'an annotation under itself',
    elanFile(
      slots,
      karin,
      tier({ TIER_ID: 'X', PARENT_REF: 'M' }, { under: 'X-0', text: 'x' }),
    ),
    'import.circular',
    12,
  ],
  [
    'a file that is cut off',
    whole.slice(0, whole.indexOf('Berätta')),
    'import.damaged',
    9,
  ],
  [
    'an entity that nobody knows',
    whole.replace('Berätta', '&hemlig;'),
    'import.damaged',
    9,
  ],
  [
    'entities of its own',
    whole.replace(/^.*\n/, bomb).replace('Berätta', '&b;'),
    'import.xmlUnsafe',
    2,
  ],
  [
    'elements a hundred deep',
    elanFile(slots, '<a>\n'.repeat(100) + '</a>'.repeat(100)),
    'import.xmlUnsafe',
    68,
  ],
  [
    'three thousand tiers',
    elanFile({}, tier({ TIER_ID: 'a' }).repeat(3000)),
    'import.xmlUnsafe',
    6005,
  ],
];

test.each(refused)('%s: refused with the line', async (_, text, code, line) => {
  const problem = await refusal(read(text));
  expect(problem).toMatchObject({ code, file: 'samtal.eaf' });
  expect(problem.where).toBe(line === null ? undefined : `line ${line}`);
  expect(problem.sentence).toContain('samtal.eaf');
  expect(problem.sentence).not.toContain('{{');
});

test('a file from outside is never fetched, and the words are read all the same', async () => {
  const parsed = await read(
    whole.replace(
      '<ANNOTATION_DOCUMENT',
      '<!DOCTYPE ANNOTATION_DOCUMENT SYSTEM "file:///etc/passwd">\n<ANNOTATION_DOCUMENT',
    ),
  );
  expect(parsed.turns).toHaveLength(3);
});

describe('Which tiers are speech', () => {
  const said2 = (code: string, from: string, to: string) =>
    tier(
      { TIER_ID: `ord@${code}`, PARTICIPANT: code, LINGUISTIC_TYPE_REF: 'ord' },
      { from, to, text: `${code} talar.`, id: `o${code}` },
    );
  const gestures = tier(
    { TIER_ID: 'gest@EVA', PARTICIPANT: 'EVA', LINGUISTIC_TYPE_REF: 'gest' },
    { from: 'a', to: 'c', text: 'vinkar' },
  );
  const note = tier(
    { TIER_ID: 'not@EVA', PARENT_REF: 'ord@EVA', LINGUISTIC_TYPE_REF: 'not' },
    { under: 'oEVA', text: 'ironi' },
  );
  const file = elanFile(
    slots,
    said2('EVA', 'a', 'c'),
    said2('BO', 'd', 'b'),
    gestures,
    note,
  );

  test('is shown with whose they are, and it is told that two are one person’s', async () => {
    const parsed = await read(file);
    expect(
      parsed.tiers.map(({ name, speaker, kind, under, places, isSpeech }) =>
        [name, speaker, kind, under, places, isSpeech].join(' '),
      ),
    ).toEqual([
      'ord@EVA EVA ord  1 true',
      'ord@BO BO ord  1 true',
      'gest@EVA EVA gest  1 true',
      'not@EVA  not ord@EVA 1 false',
    ]);
    expect(said(parsed)).toEqual(['EVA: EVA talar. vinkar', 'BO: BO talar.']);
    expect(parsed.warnings.map(({ code, params }) => [code, params])).toEqual([
      ['tierLeftOut', { label: 'not@EVA' }],
      ['tiersOneSpeaker', { label: 'EVA', tiers: 'ord@EVA, gest@EVA' }],
    ]);
  });

  test('is chosen by kind or by name, and what is left out is told', async () => {
    const byKind = await read(file, { speechTiers: ['ord'] });
    expect(said(byKind)).toEqual(['EVA: EVA talar.', 'BO: BO talar.']);
    expect(byKind.warnings).toEqual([]);
    expect(byKind.changes.map(({ params }) => params['label'])).toEqual([
      'gest@EVA',
      'not@EVA',
    ]);
    const byName = await read(file, { speechTiers: ['not@EVA', 'ord@BO'] });
    expect(said(byName)).toEqual(['not@EVA: ironi', 'BO: BO talar.']);
  });

  test('falls back to what is usual in a file that has none of the chosen', async () => {
    const parsed = await read(elanFile(slots, karin, lars), { speechTiers: ['ord'] });
    expect(parsed.turns).toHaveLength(3);
    expect(codes(parsed.warnings)).toEqual(['tiersNotFound']);
  });
});

test.each([
  ['PAL-frames', 40],
  ['NTSC-frames', 1001 / 30],
])('times that count %s are read as such', async (units, ms) => {
  const frames = elanFile(
    { a: 30, b: 60 },
    tier({ TIER_ID: 'P1' }, { from: 'a', to: 'b', text: 'Hej.' }),
  ).replace('TIME_UNITS="milliseconds"', `TIME_UNITS="${units}"`);
  expect((await read(frames)).turns[0]).toMatchObject({
    startMs: Math.round(30 * ms),
    endMs: Math.round(60 * ms),
  });
});

test('a place whose time stands nowhere in the file is read, and it is told', async () => {
  const parsed = await read(
    elanFile(
      { a: null, b: null },
      tier({ TIER_ID: 'P1' }, { from: 'a', to: 'borta', text: 'Hej.' }),
    ),
  );
  expect(parsed.turns[0]).toMatchObject({ text: 'Hej.', startMs: null, endMs: null });
  expect(codes(parsed.warnings)).toEqual(['placeWithoutTime']);
});

test('a chain of a hundred thousand annotations under each other is read, the last with the times of the first', async () => {
  const chain = Array.from({ length: 100_000 }, (_, at) => ({
    id: `n${at}`,
    text: at === 99_999 ? 'Sist.' : '',
    under: at === 0 ? 'fråga' : `n${at - 1}`,
  }));
  const parsed = await read(
    elanFile(slots, karin, tier({ TIER_ID: 'X', PARENT_REF: 'M' }, ...chain)),
    { alsoSpeakers: ['X'] },
  );
  expect(parsed.turns[1]).toMatchObject({ text: 'Sist.', startMs: 0, endMs: 4000 });
});
