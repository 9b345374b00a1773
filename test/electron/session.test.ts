import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { ApiName } from '../../shared/api.ts';
import { wordsIn } from '../../shared/words/words.ts';
import { begin, withTranscript, description } from '../support/sessionAtWork.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('the door', () => {
  test('refuses what it does not know, with the place of the mistake', async () => {
    const { refusal } = begin(temporaryFolder());
    expect((await refusal('nothing.atAll' as ApiName, {})).code).toBe('call.name');
    expect(await refusal('project.open', {} as never)).toMatchObject({
      code: 'call.input',
      where: 'path',
    });
    expect((await refusal('toString' as ApiName, {})).code).toBe('call.name');
  });

  test.each([
    ['project.open', {}, /^project\.open behöver uppgiften path, som saknas\.$/],
    ['project.open', { path: 7 }, /annat än text i path\.$/],
    ['project.open', { path: 'a\0b' }, /kan inte använda det som står i path\.$/],
    ['project.open', [], /De ska ha namn/],
    ['steps.undo', { times: 0 }, /för litet tal i times: minst 1\.$/],
    ['steps.undo', { times: 1.5 }, /behöver ett heltal i times\.$/],
    ['codes.create', { name: '' }, /för kort text i name: minst 1 tecken\.$/],
    [
      'codes.create',
      { name: 'x'.repeat(5000) },
      /för lång text i name: högst \d+ tecken\.$/,
    ],
    ['turns.takeBack', { turnIds: [] }, /för få i turnIds: minst 1\.$/],
    ['turns.takeBack', { turnIds: ['x'] }, /fel form i turnIds\.0\.$/],
    ['settings.change', { language: 'no' }, /i language\. Välj bland .*sv, en/],
    ['imports.stage', { what: 1 }, /uppgifter som inte går att använda/],
  ])('says in Swedish what %s cannot use: %j', async (name, input, sentence) => {
    const { refusal } = begin(temporaryFolder());
    const { code, params } = await refusal(name as ApiName, input as never);
    const said = wordsIn('sv')(`problem.${code}`, params);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/invalid|expected|received|too (?:small|big)|\{\{/i);
  });

  test('answers that no project is open', async () => {
    const { refusal, ask } = begin(temporaryFolder());
    expect((await refusal('transcripts.list', {})).code).toBe('project.none');
    expect(await ask('project.state', {})).toBeNull();
  });

  test('announces every step with the tables that it wrote, and nothing when nothing was written', async () => {
    const { ask, events, turns } = await withTranscript(temporaryFolder());
    events.length = 0;
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }],
    });
    await ask('meaningUnits.star', { unitIds: [id], isQuotable: false });
    expect(events).toEqual([
      {
        kind: 'step',
        seq: 3,
        tables: ['meaning_units', 'spans'],
        changed: { from: 3, to: 3 },
      },
    ]);
  });
});

describe('what the analyst sees of the project', () => {
  test('the next undo and redo by name, when it was saved, and who it is', async () => {
    const { ask, turns } = await withTranscript(temporaryFolder());
    await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }],
    });
    const state = await ask('project.state', {});
    expect(state).toMatchObject({
      title: 'Samtal om stöd',
      isReadOnly: false,
      undo: { label: 'meaningUnits.mark', params: { unit: 1 } },
      redo: null,
      trouble: null,
    });
    expect(Date.now() - Date.parse(state!.savedAt!)).toBeLessThan(60_000);
    await ask('steps.undo', {});
    expect((await ask('project.state', {}))!.redo).toMatchObject({
      label: 'meaningUnits.mark',
    });
  });

  test('the beginning of the project cannot be undone away', async () => {
    const folder = temporaryFolder();
    const { ask } = begin(folder);
    await ask('project.create', {
      path: join(folder, 'a.utsaga'),
      description,
      analyst: '',
    });
    expect((await ask('project.state', {}))!.undo).toBeNull();
    expect((await ask('steps.undo', {})).undone).toEqual([]);
    expect((await ask('project.read', {})).title).toBe('Samtal om stöd');
  });

  test('a name in the history is still known when the thing is gone', async () => {
    const { ask, turns } = await withTranscript(temporaryFolder());
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }],
    });
    const { codeIds } = await ask('meaningUnits.code', {
      unitIds: [id],
      create: [{ name: 'eget boende' }],
    });
    await ask('codes.remove', { codeIds: [...codeIds] });
    const { steps } = await ask('steps.history', {});
    expect(steps.find((step) => step.label === 'meaningUnits.code')?.params['code']).toBe(
      'eget boende',
    );
    const { undone } = await ask('steps.undo', { times: 2 });
    expect(undone.map((step) => step.params['code'])).toEqual([
      'eget boende',
      'eget boende',
    ]);
  });
});

describe('a very long day', () => {
  test('is undone at once when all of it stands under one heading', async () => {
    const { session, ask, events } = await withTranscript(temporaryFolder());
    const count = 130_000;
    session.context
      .project()
      .db.prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
         INSERT INTO steps (seq, id, label, params, heading, tables, first_change, last_change, created_at,
           state, is_wall)
         SELECT 100 + i, 'step ' || i, 'codes.create', '{}', 'one heading', 'codes', 1, 0, '2026-11-12T08:00:00Z',
           'done', 0
         FROM n`,
      )
      .run({ count });
    expect((await ask('steps.undo', {})).undone).toHaveLength(count);
    expect(events.at(-1)).toMatchObject({ changed: { from: 101, to: 100 + count } });
  });
});

describe('a second program', () => {
  test('reads, says who writes, and changes nothing', async () => {
    const folder = temporaryFolder();
    const first = await withTranscript(folder);
    const second = begin(join(folder, 'other'));
    mkdirSync(join(folder, 'other'), { recursive: true });
    const state = await second.ask('project.open', { path: first.path });
    expect(state.isReadOnly).toBe(true);
    expect(state.heldBy).toMatch(/^EL /);
    const problem = await second.refusal('participants.add', { pseudonym: 'P9' });
    expect(problem.code).toBe('project.readOnly');
    expect((await second.refusal('steps.undo', {})).code).toBe('project.readOnly');
    expect(await second.ask('transcripts.list', {})).toHaveLength(1);
  });
});
