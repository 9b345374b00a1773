import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { openSession } from '../../electron/session.ts';
import type { Input } from '../../shared/api.ts';
import { median, timed, timedAsync, type Figure } from './measure.ts';
import { manyTranscripts, projectOfMany, type ManyWords } from './manyWords.ts';
import { must } from './study.ts';

const sizes: Readonly<Record<'full' | 'small', ManyWords>> = {
  full: { transcripts: 1000, turns: 200, words: 10_000 },
  small: { transcripts: 20, turns: 200, words: 10_000 },
};

type Query = Pick<Input<'search.find'>, 'text' | 'way'> & { readonly bare: string };

/** Common, usual and rare; each as a person types it and as SQLite is asked for the same. */
const queries: readonly Query[] = [
  { way: 'words', text: 'och', bare: '"och"' },
  { way: 'words', text: 'samordnare', bare: '"samordnare"' },
  { way: 'words', text: '"och det"', bare: '"och det"' },
  { way: 'words', text: 'samordn*', bare: '"samordn" *' },
  { way: 'words', text: 'kålrotsmiljö', bare: '"kålrotsmiljö"' },
  { way: 'inside', text: 'miljö', bare: '"miljö"' },
  { way: 'inside', text: 'ordna', bare: '"ordna"' },
  { way: 'inside', text: 'rotsmil', bare: '"rotsmil"' },
];

const rounds = 15;
const shown = 50;

/** Indexes as SQLite makes them by itself, to ask for the same. */
function bareIndexes(path: string): Database.Database {
  const db = new Database(path);
  db.exec(`CREATE VIRTUAL TABLE temp.bare_words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE temp.bare_letters USING fts5 (text, content = '', tokenize = 'trigram');
    INSERT INTO bare_words (rowid, text) SELECT key, text FROM main.turns;
    INSERT INTO bare_letters (rowid, text) SELECT key, text FROM main.turns;`);
  return db;
}

function bareTimes(db: Database.Database, { way, bare }: Query): number[] {
  const index = way === 'inside' ? 'bare_letters' : 'bare_words';
  const statement = db.prepare(
    `SELECT turns.id, turns.label, turns.text, transcripts.name FROM ${index}
     CROSS JOIN turns ON turns.key = ${index}.rowid CROSS JOIN transcripts ON transcripts.id = turns.transcript_id
     WHERE ${index} MATCH ? ORDER BY ${index}.rowid LIMIT ${shown}`,
  );
  return Array.from({ length: rounds }, () => timed(() => statement.all(bare)));
}

/** The first hits through the contract against SQLite's own query for the same; reading in, and a hostile expression. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  const path = join(folder, 'many.utsaga');
  const session = openSession({
    dataFolder: folder,
    nativeDialogs: false,
    announce: () => {},
  });
  try {
    const size = sizes[scale];
    const made = projectOfMany(path, manyTranscripts(size));
    await must(session, 'project.open', { path });
    const bare = bareIndexes(path);
    const figuresOf: Figure[] = [];
    for (const query of queries) {
      const { text, way } = query;
      const ask = () =>
        must(session, 'search.find', { text, way, scopes: ['turns'], limit: shown });
      const answer = await ask();
      const ours: number[] = [];
      for (let round = 0; round < rounds; round += 1) ours.push(await timedAsync(ask));
      const theirs = bareTimes(bare, query);
      figuresOf.push({
        name: `The first ${shown} hits of ${text} (${way}) against SQLite's bare query`,
        value: median(ours) / median(theirs),
        unit: '×',
        limit: 2,
        detail: `${median(ours).toFixed(2)} ms against ${median(theirs).toFixed(2)} ms, ${answer.turns?.hits.length} hits`,
      });
    }
    bare.close();
    const pattern = await timedAsync(() =>
      must(session, 'search.find', {
        text: '(\\w+\\s?)+$§',
        way: 'pattern',
        scopes: ['turns'],
      }),
    );
    return [
      ...figuresOf,
      {
        name: 'Making 10,000 words ready for search, in the background, mean',
        value: made.indexing / size.transcripts,
        unit: 'ms',
        limit: 60,
        detail: `${made.megabytes.toFixed(0)} MB, of which the indexes ${made.indexMegabytes.toFixed(0)} MB`,
      },
      {
        name: 'A regular expression that does not end, until it is said so',
        value: pattern,
        unit: 'ms',
        limit: 3500,
      },
    ];
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
