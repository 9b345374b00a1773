import { describe, expect, test } from 'vitest';

import type { Input } from '../../../shared/api.ts';
import { study } from '../../support/aSearchedStudy.ts';

type Filter = NonNullable<Input<'search.find'>['filter']>;

/** The study with what is known of its participants, a guide of two questions, and what each was about. */
async function sorted() {
  const started = await study();
  const { ask, first, second, said } = started;
  await ask('participants.fill', {
    newAttributes: [
      { name: 'Ålder', type: 'number' },
      { name: 'Kön', type: 'choice' },
    ],
    rows: [
      {
        pseudonym: 'P1',
        cells: [
          { attribute: 'Ålder', value: '52' },
          { attribute: 'Kön', value: 'kvinna' },
        ],
      },
      {
        pseudonym: 'P2',
        cells: [
          { attribute: 'Ålder', value: '41' },
          { attribute: 'Kön', value: 'man' },
        ],
      },
      { pseudonym: 'Anna', cells: [{ attribute: 'Kön', value: 'kvinna' }] },
    ],
    isAllowing: true,
  });
  const attributes = await ask('attributes.list', {});
  const value = (name: string, text: string) => ({
    attributeId: attributes.find((one) => one.name === name)!.id,
    value: text,
  });
  const { ids } = await ask('questions.add', {
    questions: [{ text: 'Hur är jobbet?' }, { text: 'Hur är miljön?' }],
  });
  await ask('questions.begin', {
    borders: [
      { turnId: first.turns[0]!.id, questionId: ids[0]! },
      { turnId: first.turns[2]!.id, questionId: ids[1]! },
      { turnId: second.turns[1]!.id, questionId: null },
    ],
  });
  await ask('questions.setApart', {
    turnIds: [first.turns[3]!.id],
    questionId: ids[0]!,
  });
  const of = (filter: Filter, text = 'far') => said({ text, filter });
  return { ...started, of, value, questions: ids };
}

describe('filters', () => {
  test('keep to values of the speaker’s participant, one of each attribute', async () => {
    const { of, value } = await sorted();
    const woman = value('Kön', 'kvinna');
    expect(await of({ attributes: [woman] })).toEqual(['r2 far', 'r4 far', 'r2 Far']);
    expect(await of({ attributes: [value('Kön', 'man')] }, 'miljö')).toEqual([
      'r3 Miljö',
    ]);
    expect(await of({ attributes: [woman, value('Kön', 'man')] }, 'miljö*')).toEqual([
      'r3 Miljö',
      'r2 Miljön',
    ]);
    expect(await of({ attributes: [woman, value('Ålder', '52')] })).toEqual([
      'r2 far',
      'r4 far',
    ]);
    expect(await of({ attributes: [woman, value('Ålder', '41')] })).toEqual([]);
  });

  test('keep to turns of a question, to those outside the guide, and to a turn that stands apart', async () => {
    const { of, questions } = await sorted();
    expect(await of({ questionIds: [questions[0]!] })).toEqual(['r2 far', 'r4 far']);
    expect(await of({ questionIds: [questions[1]!] }, 'miljö')).toEqual(['r3 Miljö']);
    expect(await of({ questionIds: [questions[1]!] })).toEqual([]);
    expect(await of({ questionIds: [null] })).toEqual(['r2 Far']);
    // Before the first border nobody has said what the talk is about.
    expect(await of({ questionIds: [...questions, null] }, 'miljön')).toEqual([
      'r2 Miljön',
    ]);
  });

  test('are true again after a border was moved, a value changed, and both undone', async () => {
    const { ask, of, first, second, questions, value } = await sorted();
    await ask('questions.moveBorder', {
      turnId: second.turns[1]!.id,
      to: second.turns[0]!.id,
    });
    expect(await of({ questionIds: [null] }, 'miljön')).toEqual([
      'r1 miljön',
      'r2 Miljön',
    ]);
    await ask('questions.putBack', { turnIds: [first.turns[3]!.id] });
    expect(await of({ questionIds: [questions[1]!] })).toEqual(['r4 far']);
    await ask('participants.fill', {
      rows: [{ pseudonym: 'Anna', cells: [{ attribute: 'Kön', value: 'man' }] }],
    });
    expect(await of({ attributes: [value('Kön', 'man')] })).toEqual(['r2 Far']);
    await ask('steps.undo', { times: 3 });
    expect(await of({ attributes: [value('Kön', 'man')] })).toEqual([]);
    expect(await of({ questionIds: [questions[0]!] })).toEqual(['r2 far', 'r4 far']);
  });

  test('hold together, in turns, in units and in what was written of units', async () => {
    const { ask, find, of, first, second, questions, value } = await sorted();
    const woman = value('Kön', 'kvinna');
    const { ids } = await ask('meaningUnits.markEach', {
      places: [
        { turnId: first.turns[1]!.id, start: 0, end: 29 },
        { turnId: first.turns[3]!.id, start: 0, end: 11 },
        { turnId: second.turns[1]!.id, start: 12, end: 24 },
      ],
    });
    for (const unitId of ids)
      await ask('meaningUnits.condense', { unitId, text: 'far nämns' });
    const { codeIds } = await ask('meaningUnits.code', {
      unitIds: ids.slice(1),
      create: [{ name: 'resa' }],
    });
    const all = {
      attributes: [woman],
      questionIds: [questions[0]!],
      codeIds: [...codeIds],
    };
    expect(await of(all)).toEqual(['r4 far']);
    expect(await of({ ...all, transcriptIds: [second.transcriptId] })).toEqual([]);
    expect(await of({ ...all, roles: ['moderator'] })).toEqual([]);
    const answer = await find({
      text: 'far',
      scopes: ['units', 'condensations'],
      filter: all,
    });
    expect(answer.units?.hits.map(({ number }) => number)).toEqual([2]);
    expect(answer.written[0]?.hits.map(({ about }) => about)).toMatchObject([
      { number: 2 },
    ]);
    const outside = await find({
      text: 'far',
      scopes: ['condensations', 'codes'],
      filter: { questionIds: [null] },
    });
    expect(outside.written.map(({ scope, total }) => [scope, total])).toEqual([
      ['condensations', 1],
      ['codes', 0],
    ]);
  });

  test('with nothing in their list ask for nothing', async () => {
    const { of } = await sorted();
    const everywhere = await of({});
    expect(everywhere).toHaveLength(3);
    expect(
      await of({ speakers: [], attributes: [], questionIds: [], codeIds: [] }),
    ).toEqual(everywhere);
  });
});

describe('the number of hits', () => {
  test('is counted in all, however few are shown', async () => {
    const { ask, first, questions } = await sorted();
    const counted = async (input: Input<'search.count'>) => ask('search.count', input);
    const far = { text: 'f[aåo]r', way: 'pattern' as const };
    expect(await counted(far)).toEqual({ turns: 7, units: null, isAtLeast: false });
    await ask('meaningUnits.mark', {
      spans: [{ turnId: first.turns[1]!.id, start: 0, end: 80 }],
    });
    expect(await counted({ ...far, withUnits: true })).toMatchObject({ units: 3 });
    expect(await counted({ text: 'far', fold: true })).toMatchObject({ turns: 5 });
    const filter = { questionIds: [questions[0]!] };
    expect(await counted({ text: 'far', filter })).toMatchObject({ turns: 2 });
    expect(await counted({ text: ' ' })).toMatchObject({ turns: 0 });
  });
});
