import type { Database } from 'better-sqlite3';

import {
  withoutMarks,
  withoutUnseen,
  wordSigns,
} from '../../../shared/text/wordSigns.ts';
import { readable, type ReadableProject } from '../handle.ts';

/** How many turns have been written that search does not find yet. */
export function turnsToIndex(project: ReadableProject): number {
  return project.get<{ n: number }>('SELECT count(*) AS n FROM unindexed_turns')?.n ?? 0;
}

const wordPattern = new RegExp(`[${wordSigns}]+`, 'gu');
const plainAscii = /^[\0-\x7f]*$/;

const mostRemembered = 50_000;
const remembered = new Map<string, string>();

/** The same words come again and again, and taking a mark off takes longer than all else that is done with a word. */
function plainWord(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const plain = withoutMarks(word);
  remembered.set(word, plain);
  return plain;
}

/** The words that have marks, without them. */
function wordsWithoutMarks(said: string): string {
  if (plainAscii.test(said)) return '';
  const folded = (said.match(wordPattern) ?? []).flatMap((word) => {
    const plain = plainAscii.test(word) ? word : plainWord(word);
    return plain === word ? [] : [plain];
  });
  return [...new Set(folded)].join(' ');
}

interface WaitingTurn {
  readonly key: number;
  /** Null when the turn is gone. */
  readonly text: string | null;
}

/** How many are read at a time; between two of them the clock is asked. */
const together = 40;

/** Takes what was indexed of these turns out of the indexes; most turns are new, and nothing was. */
function takeOut(
  { all, statement }: ReturnType<typeof readable>,
  turns: readonly WaitingTurn[],
): void {
  const known = all<{ id: number }>(
    'SELECT id FROM turn_words_docsize WHERE id IN (SELECT value FROM json_each(:keys))',
    { keys: JSON.stringify(turns.map(({ key }) => key)) },
  );
  for (const { id } of known) {
    statement('DELETE FROM turn_words WHERE rowid = :id').run({ id });
    statement('DELETE FROM turn_letters WHERE rowid = :id').run({ id });
  }
}

function indexTurns(
  project: ReturnType<typeof readable>,
  turns: readonly WaitingTurn[],
): void {
  takeOut(project, turns);
  const { statement } = project;
  const words = statement(
    'INSERT INTO turn_words (rowid, said, folded) VALUES (:key, :said, :folded)',
  );
  const letters = statement(
    'INSERT INTO turn_letters (rowid, said) VALUES (:key, :said)',
  );
  for (const { key, text } of turns) {
    if (text === null) continue;
    const said = withoutUnseen(text);
    const folded = wordsWithoutMarks(said);
    words.run({ key, said, folded });
    letters.run({ key, said: folded === '' ? said : `${said} ${folded}` });
  }
  statement('DELETE FROM unindexed_turns WHERE key BETWEEN :first AND :last').run({
    first: turns[0]?.key ?? 0,
    last: turns.at(-1)?.key ?? -1,
  });
}

/**
 * Brings the indexes up to date for so many milliseconds, in one transaction that is no step: what search looks in can
 * always be made anew. True when nothing is left.
 */
export function indexForAWhile(
  db: Database,
  project: ReturnType<typeof readable>,
  milliseconds: number,
): boolean {
  const end = performance.now() + milliseconds;
  const work = db.transaction((): boolean => {
    for (;;) {
      const turns = project.all<WaitingTurn>(
        `SELECT unindexed_turns.key, turns.text FROM unindexed_turns
         LEFT JOIN turns ON turns.key = unindexed_turns.key
         ORDER BY unindexed_turns.key LIMIT :together`,
        { together },
      );
      indexTurns(project, turns);
      if (turns.length < together) return true;
      if (performance.now() >= end) return false;
    }
  });
  return work.immediate();
}

/** Empties the indexes, so that no word of what is erased is left in them; all turns are to be indexed again. */
export function emptySearchIndex({ statement }: ReturnType<typeof readable>): void {
  for (const index of ['turn_words', 'turn_letters'])
    statement(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`).run({});
  statement('DELETE FROM unindexed_turns').run({});
  statement('INSERT INTO unindexed_turns (key) SELECT key FROM turns').run({});
}
