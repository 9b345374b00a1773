import { describe, expect, test } from 'vitest';

import type { Input } from '../../../shared/api.ts';
import { readIn, study } from '../../support/aSearchedStudy.ts';

async function marking() {
  const started = await study();
  const { ask } = started;
  const units = async (): Promise<readonly string[]> => {
    const { rows } = await ask('analysisTable.rows', {});
    return rows.map(({ unit }) => unit);
  };
  const markAll = (input: Input<'search.markAll'>) => ask('search.markAll', input);
  const toMark = (input: Input<'search.toMark'>) => ask('search.toMark', input);
  return { ...started, units, markAll, toMark };
}

describe('marking what was found', () => {
  test('all hits become units in one step, and one undo takes them back', async () => {
    const { ask, find, markAll, toMark } = await marking();
    const far = { text: 'far' };
    const told = { units: 3, already: 0, context: 0, isCut: false };
    expect(await toMark(far)).toEqual(told);
    expect(await markAll(far)).toEqual(told);
    const again = await find({ ...far, scopes: ['turns'] });
    expect(again.turns?.hits.map(({ units, isMarked }) => [units, isMarked])).toEqual([
      [[1], true],
      [[2], true],
      [[3], true],
    ]);
    await ask('steps.undo', {});
    expect((await ask('project.stats', {})).units).toBe(0);
  });

  test('what is a unit already is not marked twice, and that is said', async () => {
    const { ask, markAll, toMark, first, units } = await marking();
    await ask('meaningUnits.mark', {
      spans: [{ turnId: first.turns[3]!.id, start: 8, end: 11 }],
    });
    expect(await toMark({ text: 'far' })).toMatchObject({ units: 2, already: 1 });
    expect(await markAll({ text: 'far' })).toMatchObject({ units: 2, already: 1 });
    const steps = (await ask('steps.history', {})).total;
    expect(await markAll({ text: 'far' })).toMatchObject({ units: 0, already: 3 });
    expect((await ask('steps.history', {})).total).toBe(steps);
    expect(await units()).toEqual(['far', 'far', 'Far']);
  });

  test('a unit that was taken out or has more words than these does not count as marked', async () => {
    const { ask, toMark, first } = await marking();
    const far = { turnId: first.turns[3]!.id, start: 8, end: 11 };
    const { id } = await ask('meaningUnits.mark', { spans: [far] });
    await ask('meaningUnits.addSpans', {
      unitId: id,
      spans: [{ ...far, start: 17, end: 21 }],
    });
    expect(await toMark({ text: 'far' })).toMatchObject({ units: 3, already: 0 });
    const other = await ask('meaningUnits.mark', { spans: [far] });
    expect(await toMark({ text: 'far' })).toMatchObject({ units: 2, already: 1 });
    await ask('meaningUnits.retire', { unitIds: [other.id], reason: '' });
    expect(await toMark({ text: 'far' })).toMatchObject({ units: 3, already: 0 });
  });

  test('what moderators say is left out unless it is asked for', async () => {
    const { markAll, toMark } = await marking();
    const milieu = { text: 'miljön' };
    expect(await toMark(milieu)).toMatchObject({ units: 1, context: 1 });
    expect(await toMark({ ...milieu, withContext: true })).toMatchObject({
      units: 2,
      context: 1,
    });
    expect(await markAll(milieu)).toMatchObject({ units: 1 });
  });

  test('no unit cuts a word, however little of it was sought', async () => {
    const { find, markAll, units } = await marking();
    const part = {
      text: 'mil',
      way: 'inside' as const,
      filter: { roles: ['participant' as const] },
    };
    expect(await markAll(part)).toMatchObject({ units: 4 });
    expect(await units()).toEqual([
      'Arbetsmiljön',
      'Miljö',
      'arbets\u00admil\u00adjön',
      'Miljön',
    ]);
    const again = await find({ ...part, scopes: ['turns'] });
    expect(again.turns?.hits.map(({ isMarked }) => isMarked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await markAll(part)).toMatchObject({ units: 0, already: 4 });
  });

  test('the sentence or the turn that hits stand in becomes one unit, however many they are', async () => {
    const { ask, markAll, units } = await marking();
    const letter = { text: 'far', way: 'inside' as const };
    expect(await markAll({ ...letter, extent: 'sentence' })).toMatchObject({ units: 3 });
    expect(await units()).toEqual([
      'Arbetsmiljön är bra, men far min får inte ha får på E-post: it’s svår att förstå.',
      'Ja, for far till Faro?',
      'Far vet mer.',
    ]);
    expect(await markAll({ ...letter, extent: 'sentence' })).toMatchObject({
      units: 0,
      already: 3,
    });
    await ask('steps.undo', {});
    await markAll({ ...letter, extent: 'turn', filter: { speakers: ['Anna'] } });
    expect(await units()).toEqual(['Miljön, ja. Far vet mer. Svår att förstå är den.']);
  });

  test('thousands can be cancelled on the way, and then nothing is marked', async () => {
    const { ask, events, session, refusal } = await marking();
    await readIn(
      ask,
      'Lång',
      Array.from({ length: 6000 }, (_, n) => ['P1', `Far sa ${n} gånger till far.`]),
    );
    const steps = (await ask('steps.history', {})).total;
    const cancelled = refusal('search.markAll', { text: 'far', job: 'alla' });
    while (!events.some((event) => event.kind === 'progress' && event.job === 'alla'))
      await new Promise((resolve) => setImmediate(resolve));
    await session.call('jobs.cancel', { job: 'alla' });
    expect((await cancelled).code).toBe('job.cancelled');
    expect((await ask('steps.history', {})).total).toBe(steps);
    const done = await ask('search.markAll', { text: 'far', job: 'igen' });
    expect(done).toMatchObject({ units: 12_003, isCut: false });
    expect((await ask('steps.history', {})).total).toBe(steps + 1);
    await ask('steps.undo', {});
    expect((await ask('project.stats', {})).units).toBe(0);
  });
});
