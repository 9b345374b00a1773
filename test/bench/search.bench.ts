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

/** Common, usual and less so; each as a person types it and as SQLite is asked for the same. */
const queries: readonly Query[] = [
  { way: 'words', text: 'och', bare: '"och"' },
  { way: 'words', text: 'samordnare', bare: '"samordnare"' },
  { way: 'words', text: '"och det"', bare: '"och det"' },
  { way: 'words', text: 'samordn*', bare: '"samordn" *' },
  { way: 'inside', text: 'miljö', bare: '"miljö"' },
  { way: 'inside', text: 'ordna', bare: '"ordna"' },
  { way: 'inside', text: 'rotsmil', bare: '"rotsmil"' },
];

const warming = 20;
const rounds = 41;
const shown = 50;

/** Indexes as SQLite makes them by itself, to ask for the same. */
function bareIndexes(path: string): Database.Database {
  const db = new Database(path);
  for (const [name, tokenizer] of [
    ['bare_words', 'unicode61 remove_diacritics 0'],
    ['bare_letters', 'trigram'],
  ] as const)
    db.exec(`CREATE VIRTUAL TABLE ${name} USING fts5 (text, content = 'turns', content_rowid = 'key', tokenize = '${tokenizer}');
      INSERT INTO ${name} (${name}) VALUES ('rebuild')`);
  return db;
}

/** Who says it where, with the places of the words: what a page of hits shows. */
function bareQuery(db: Database.Database, { way, bare }: Query): () => number {
  const index = way === 'inside' ? 'bare_letters' : 'bare_words';
  const statement = db.prepare(
    `SELECT turns.id, turns.label, transcripts.id, transcripts.name, speakers.label, speakers.role,
       highlight(${index}, 0, '[', ']') AS text
     FROM ${index} CROSS JOIN turns ON turns.key = ${index}.rowid
     CROSS JOIN transcripts ON transcripts.id = turns.transcript_id LEFT JOIN speakers ON speakers.id = turns.speaker_id
     WHERE ${index} MATCH ? ORDER BY ${index}.rowid LIMIT ${shown}`,
  );
  return () => timed(() => statement.all(bare));
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
      const askBare = bareQuery(bare, query);
      const answer = await ask();
      // Both are compiled and have their pages at hand.
      for (let round = 0; round < warming; round += 1) {
        await ask();
        askBare();
      }
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await timedAsync(ask));
        theirs.push(askBare());
      }
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
        name: 'Making 10,000 words ready for search, behind the work: time of the processor, mean',
        value: made.indexing / size.transcripts,
        unit: 'ms',
        limit: 80,
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
