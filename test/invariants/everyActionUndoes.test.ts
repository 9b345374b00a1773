import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { api, type ApiName, type Input, type NameOf } from '../../shared/api.ts';
import { languages, wordsIn, type WordKey } from '../../shared/words/words.ts';
import { dump } from '../support/dump.ts';
import { openedSession, type OpenedSession } from '../support/openedSession.ts';
import { idsOf, sampleProject } from '../support/sampleProject.ts';
import type { TestProject } from '../support/newProject.ts';
import { exampleInputs } from './exampleInputs.ts';

const actions = (Object.keys(api) as ApiName[]).filter(
  (name): name is NameOf<'action'> => api[name].kind === 'action',
);

describe('every action', () => {
  let project: TestProject;
  let session: OpenedSession;

  beforeAll(async () => {
    project = sampleProject();
    project.close();
    session = await openedSession(project.path);
  });
  afterAll(async () => {
    await session.close();
    project.remove();
  });

  /** The menu's "Undo …" is a whole sentence in both languages, with every name in its place. */
  async function expectWordedLabel(): Promise<void> {
    const state = await session.call('project.state', {});
    const undo = state.ok ? state.value?.undo : null;
    for (const language of languages) {
      const sentence = wordsIn(language)(`step.${undo?.label}` as WordKey, undo?.params);
      expect(sentence).not.toMatch(/^step\.|\{\{|–|undefined|[0-9a-f]{8}-/);
    }
  }

  async function expectToUndo<Name extends NameOf<'action'>>(
    name: Name,
    input: Input<Name>,
  ): Promise<void> {
    const before = dump(session.db);
    const answer = await session.call(name, input);
    expect(answer).toMatchObject({ ok: true });
    const after = dump(session.db);
    expect(after, 'the example changes nothing').not.toBe(before);
    await expectWordedLabel();
    await session.call('steps.undo', {});
    expect(dump(session.db)).toBe(before);
    await session.call('steps.redo', {});
    expect(dump(session.db)).toBe(after);
    await session.reopen();
    await session.call('steps.undo', {});
    expect(dump(session.db)).toBe(before);
    expect(session.db.pragma('foreign_key_check')).toEqual([]);
  }

  test.each(actions)(
    '%s undoes and redoes to the same rows, also after a restart',
    async (name) => {
      const inputs = exampleInputs[name]?.(idsOf(session.read));
      expect(inputs?.length, `no example input for ${name}`).toBeGreaterThan(0);
      for (const input of inputs) await expectToUndo(name, input as never);
    },
  );

  test('leaves the project as it was when it is refused', async () => {
    const before = dump(session.db);
    const gone = '01930000-0000-7000-8000-000000000000';
    const answer = await session.call('codes.merge', { into: gone, from: [gone] });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'gone' } });
    expect(dump(session.db)).toBe(before);
  });
});
