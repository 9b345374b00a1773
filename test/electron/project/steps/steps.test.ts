import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  createProjectFile,
  openProject,
  type OpenProject,
} from '../../../../electron/project/file/open.ts';
import { refusalOf } from '../../../support/anAnalysis.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

function withProject(work: (project: OpenProject, path: string) => void): void {
  const path = join(temporaryFolder(), 'study.utsaga');
  createProjectFile(path, false);
  const project = openProject(path, { initials: 'EL' });
  try {
    work(project, path);
  } finally {
    if (project.db.open) project.close();
  }
}

function name(
  project: OpenProject,
  id: string,
  person: string | readonly [string, string],
) {
  const [pseudonym, heading] = typeof person === 'string' ? [person, undefined] : person;
  return project.steps.step(
    { label: 'participants.add', analystId: null, heading },
    (writable) =>
      writable.run(
        `INSERT INTO participants (id, position, pseudonym) VALUES (:id, :id, :pseudonym)
       ON CONFLICT (id) DO UPDATE SET pseudonym = excluded.pseudonym`,
        { id, pseudonym },
      ),
  ).written;
}

const names = (project: OpenProject) =>
  project.steps.reading
    .all<{ pseudonym: string }>('SELECT pseudonym FROM participants ORDER BY id')
    .map((row) => row.pseudonym)
    .join(' ');

describe('steps', () => {
  test('are undone and redone in their order', () =>
    withProject((project) => {
      name(project, 'a', 'P1');
      name(project, 'b', 'P2');
      name(project, 'a', 'P1 ny');
      project.steps.undo();
      expect(names(project)).toBe('P1 P2');
      project.steps.undo();
      project.steps.undo();
      expect(names(project)).toBe('');
      expect(project.steps.undo()).toEqual([]);
      project.steps.redo();
      project.steps.redo();
      project.steps.redo();
      expect(names(project)).toBe('P1 ny P2');
      expect(project.steps.redo()).toEqual([]);
    }));

  test('survive a restart, undone ones too', () =>
    withProject((project, path) => {
      name(project, 'a', 'P1');
      name(project, 'b', 'P2');
      project.steps.undo();
      project.close();
      const again = openProject(path, { initials: 'EL' });
      expect(again.steps.nextRedo()?.seq).toBe(2);
      again.steps.redo();
      expect(names(again)).toBe('P1 P2');
      again.steps.undo();
      again.steps.undo();
      expect(names(again)).toBe('');
      again.close();
    }));

  test('a step that is undone and overtaken stays in the history and cannot be redone', () =>
    withProject((project) => {
      name(project, 'a', 'P1');
      project.steps.undo();
      name(project, 'b', 'P2');
      expect(project.steps.nextRedo()).toBeNull();
      const states = project.steps.reading.all(
        'SELECT seq, state FROM steps ORDER BY seq',
      );
      expect(states).toEqual([
        { seq: 1, state: 'overtaken' },
        { seq: 2, state: 'done' },
      ]);
    }));

  test('that write nothing are no steps', () =>
    withProject((project) => {
      name(project, 'a', 'P1');
      expect(name(project, 'a', 'P1')).toBeNull();
      expect(project.steps.reading.get('SELECT count(*) AS n FROM steps')).toEqual({
        n: 1,
      });
    }));

  test('that fail leave nothing behind, not even in the log', () =>
    withProject((project) => {
      expect(() =>
        project.steps.step({ label: 'x', analystId: null }, (writable) => {
          writable.run(
            "INSERT INTO participants (id, position, pseudonym) VALUES ('a', 'a', 'P1')",
          );
          throw new Error('no');
        }),
      ).toThrow('no');
      expect(names(project)).toBe('');
      expect(project.steps.reading.get('SELECT count(*) AS n FROM changes')).toEqual({
        n: 0,
      });
      name(project, 'b', 'P2');
      expect(names(project)).toBe('P2');
    }));

  test('under one heading are undone together', () =>
    withProject((project) => {
      name(project, 'a', 'P1');
      name(project, 'b', ['P2', 'three files']);
      name(project, 'c', ['P3', 'three files']);
      expect(project.steps.undo()).toHaveLength(2);
      expect(names(project)).toBe('P1');
      expect(project.steps.redo()).toHaveLength(2);
      expect(names(project)).toBe('P1 P2 P3');
    }));

  test('going back to a point is a step that can itself be undone', () =>
    withProject((project) => {
      name(project, 'a', 'P1');
      name(project, 'b', 'P2');
      name(project, 'a', 'P1 ny');
      const written = project.steps.goTo(1, null);
      expect(names(project)).toBe('P1');
      expect(written?.seq).toBe(4);
      project.steps.undo();
      expect(names(project)).toBe('P1 ny P2');
      project.steps.redo();
      project.steps.goTo(3, null);
      expect(names(project)).toBe('P1 ny P2');
      expect(project.steps.goTo(5, null)).toBeNull();
    }));

  test('that are undone cannot be gone back to, and it is said why', () =>
    withProject((project) => {
      name(project, 'a', 'P1');
      name(project, 'b', 'P2');
      name(project, 'c', 'P3');
      project.steps.undo();
      project.steps.undo();
      const refused = (seq: number) => refusalOf(() => project.steps.goTo(seq, null));
      expect(refused(3)).toBe('step.undone');
      name(project, 'd', 'P4');
      expect(refused(3)).toBe('step.overtaken');
      expect(refused(99)).toBe('step.none');
      expect(names(project)).toBe('P1 P4');
      expect(project.steps.goTo(1, null)).not.toBeNull();
      expect(project.steps.goTo(5, null)).toBeNull();
    }));

  test('see what the database does by itself: cascades and references set to null', () =>
    withProject((project) => {
      project.steps.step({ label: 'x', analystId: null }, (writable) => {
        writable.run(
          `INSERT INTO transcripts VALUES ('t', 'a', 'FG1', 'focusGroup', NULL, NULL, NULL, 'sv', 'imported', '')`,
        );
        writable.run(
          "INSERT INTO participants (id, position, pseudonym) VALUES ('p', 'a', 'P1')",
        );
        writable.run(
          "INSERT INTO speakers VALUES ('s', 't', 'a', 'P1', 'participant', 'p')",
        );
        writable.run(
          "INSERT INTO turns (id, transcript_id, speaker_id, position, label, text) VALUES ('r', 't', 's', 'a', 'r1', 'Hej')",
        );
      });
      const dump = () =>
        ['transcripts', 'speakers', 'turns', 'participants'].map((table) =>
          project.steps.reading.all(`SELECT * FROM ${table} ORDER BY id`),
        );
      const before = dump();
      project.steps.step({ label: 'x', analystId: null }, (writable) => {
        writable.run('DELETE FROM participants');
        writable.run('DELETE FROM transcripts');
      });
      const after = dump();
      project.steps.undo();
      expect(dump()).toEqual(before);
      project.steps.redo();
      expect(dump()).toEqual(after);
    }));
});
