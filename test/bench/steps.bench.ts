import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { median, timed, timedAsync, type Figure } from './measure.ts';
import { must, studySession } from './study.ts';
import { sizes, syntheticUnits } from './syntheticStudy.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** What SQLite itself takes to commit the same rows, a transaction per step, in a file of the same kind on the same disk. */
function bareCommits(folder: string, projectPath: string): number[] {
  const source = new Database(projectPath, { readonly: true });
  const steps = source
    .prepare<[], { seq: number }>('SELECT seq FROM steps ORDER BY seq')
    .all();
  const changesOf = source.prepare<[number], { table_name: string; after: string }>(
    'SELECT table_name, after FROM changes WHERE step = ? AND before IS NULL',
  );
  const schema = source
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT GLOB 'turn_*_*'",
    )
    .all();
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  for (const { sql } of schema) db.exec(sql);
  // The project's beginning is not in the log; units and codings refer to its analyst.
  const analysts = source.prepare<[], Row>('SELECT * FROM analysts').all();
  for (const analyst of analysts) {
    db.prepare('INSERT INTO analysts VALUES (:id, :name, :initials, :colour)').run(
      analyst,
    );
  }
  const times: number[] = [];
  for (const { seq } of steps) {
    const rows = changesOf.all(seq).map((change) => ({
      table: change.table_name,
      row: JSON.parse(change.after) as Row,
    }));
    const prepared = rows.map(({ table, row }) => ({
      row,
      insert: db.prepare(
        `INSERT INTO ${table} (${Object.keys(row)
          .map((key) => `"${key}"`)
          .join(', ')})
         VALUES (${Object.keys(row)
           .map((key) => `:${key}`)
           .join(', ')})`,
      ),
    }));
    const commit = db.transaction(() => {
      for (const { insert, row } of prepared) insert.run(row);
    });
    times.push(timed(() => commit.immediate()));
  }
  source.close();
  db.close();
  return times;
}

/** Marks, condenses and codes `count` units as separate steps; milliseconds of each step. */
async function workThrough(
  { session, turns, transcriptId }: Awaited<ReturnType<typeof studySession>>,
  count: number,
): Promise<number[]> {
  const { turns: stored } = await must(session, 'transcripts.read', { transcriptId });
  const times: number[] = [];
  for (const [index, unit] of syntheticUnits(turns, count).entries()) {
    const turnId = stored[unit.turn]?.id ?? '';
    let unitId = '';
    times.push(
      await timedAsync(async () => {
        unitId = (
          await must(session, 'meaningUnits.mark', {
            spans: [{ turnId, start: unit.start, end: unit.end }],
          })
        ).id;
      }),
      await timedAsync(() =>
        must(session, 'meaningUnits.condense', { unitId, text: `Kort sagt ${index}` }),
      ),
      await timedAsync(() =>
        must(session, 'meaningUnits.code', {
          unitIds: [unitId],
          create: [{ name: `kod ${index % 200}` }],
        }),
      ),
    );
  }
  return times;
}

/** A step against SQLite's own commit of the same rows, and undoing against doing. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  const count = scale === 'full' ? 1000 : 100;
  try {
    const study = await studySession(folder, sizes.normal);
    const doing = await workThrough(study, count);
    const undoing = await timedAsync(() =>
      must(study.session, 'steps.undo', { times: count }),
    );
    const redoing = await timedAsync(() =>
      must(study.session, 'steps.redo', { times: count }),
    );
    await study.session.close();
    const bare = bareCommits(folder, join(folder, 'study.utsaga')).slice(1);
    const doingOfLast = doing.slice(-count).reduce((sum, time) => sum + time, 0);
    return [
      {
        name: 'A step against the bare commit of its rows, median',
        value: median(doing) / median(bare),
        unit: '×',
        limit: 2,
        detail: `${median(doing).toFixed(3)} ms against ${median(bare).toFixed(3)} ms, ${doing.length} steps`,
      },
      {
        name: `${count} undos against doing them`,
        value: undoing / doingOfLast,
        unit: '×',
        limit: 2,
        detail: `${undoing.toFixed(0)} ms against ${doingOfLast.toFixed(0)} ms; redo ${redoing.toFixed(0)} ms`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
