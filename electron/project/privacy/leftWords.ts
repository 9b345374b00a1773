import { createHmac, randomBytes } from 'node:crypto';

import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import { idList, newId, type ReadableProject, type WritableProject } from '../handle.ts';

function saltOf(project: ReadableProject): string | undefined {
  return project.get<{ salt: string }>('SELECT salt FROM left_words LIMIT 1')?.salt;
}

const hashed = (salt: string, words: string) =>
  createHmac('sha256', salt).update(words.toLowerCase()).digest('hex');

/** Tells whether the analyst has decided that words stay. */
export function leftWords(project: ReadableProject): (words: string) => boolean {
  const salt = saltOf(project);
  if (salt === undefined) return () => false;
  const hashes = new Set(
    project.all<{ hash: string }>('SELECT hash FROM left_words').map(({ hash }) => hash),
  );
  return (words) => hashes.has(hashed(salt, words));
}

/** Remembers by hashes alone that the words stay. */
export function keepLeft(project: WritableProject, words: readonly string[]): void {
  const salt = saltOf(project) ?? randomBytes(32).toString('hex');
  for (const one of words)
    project.run(
      `INSERT INTO left_words (id, salt, hash, created_at) VALUES (:id, :salt, :hash, :now)
       ON CONFLICT (hash) DO NOTHING`,
      { id: newId(), salt, hash: hashed(salt, one), now: project.now },
    );
}

export function leaveIdentifiers(
  project: WritableProject,
  input: ParsedOf<Api['identifiers.leave']>,
): void {
  project.describe({ count: input.words.length });
  keepLeft(project, input.words);
}

export function takeUpIdentifier(
  project: WritableProject,
  input: ParsedOf<Api['identifiers.takeUp']>,
): void {
  const salt = saltOf(project);
  if (salt === undefined) return;
  project.run('DELETE FROM left_words WHERE hash = :hash', {
    hash: hashed(salt, input.words),
  });
}

/** Ids of what is remembered of words that stand nowhere any longer. */
export function leftOfNothing(
  project: ReadableProject,
  standing: readonly string[],
): string {
  const salt = saltOf(project) ?? '';
  const hashes = new Set(standing.map((words) => hashed(salt, words)));
  const gone = project
    .all<{ id: string; hash: string }>('SELECT id, hash FROM left_words')
    .filter(({ hash }) => !hashes.has(hash));
  return idList(gone.map(({ id }) => id));
}
