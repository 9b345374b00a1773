import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { Change, Step, StepLabel } from '../../../shared/domain/step.ts';
import type { ReadableProject } from '../handle.ts';
import type { StepRow } from './steps.ts';

/** Where the name of a thing stands, for the ids in a step's parameters. */
const namesOf: Readonly<
  Record<string, { readonly table: string; readonly column: string }>
> = {
  code: { table: 'codes', column: 'name' },
  category: { table: 'categories', column: 'name' },
  theme: { table: 'themes', column: 'name' },
  transcript: { table: 'transcripts', column: 'name' },
  participant: { table: 'participants', column: 'pseudonym' },
  speaker: { table: 'speakers', column: 'label' },
  analyst: { table: 'analysts', column: 'name' },
};

type Params = Readonly<Record<string, string | number | null>>;

/** The name it has now, else the one it was made with; a dash when that was erased. */
function nameOf(project: ReadableProject, noun: string, id: string): string | number {
  const place = namesOf[noun];
  if (!place) return id;
  const now = project.get<{ name: string | number }>(
    `SELECT ${place.column} AS name FROM ${place.table} WHERE id = :id`,
    { id },
  );
  if (now) return now.name;
  const logged = project.get<{ name: string | number | null }>(
    `SELECT after ->> '${place.column}' AS name FROM changes INDEXED BY named_rows_made
     WHERE row_id = :id AND before IS NULL
       AND table_name IN ('codes', 'categories', 'themes', 'transcripts', 'participants', 'speakers')
     ORDER BY id DESC LIMIT 1`,
    { id },
  );
  return logged?.name ?? '–';
}

/** The step's label with names in place of ids, ready to be put into words. */
export function stepLabel(
  project: ReadableProject,
  row: { readonly label: string; readonly params: string },
): StepLabel {
  const params = JSON.parse(row.params) as Params;
  const named: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(params)) {
    if (value === null) continue;
    named[key] =
      typeof value === 'string' && key in namesOf ? nameOf(project, key, value) : value;
  }
  return { label: row.label, params: named };
}

type HistoryRow = StepRow & {
  readonly id: string;
  readonly created_at: string;
  readonly analyst: string | null;
  readonly initials: string | null;
  readonly rows: number;
};

function toStep(project: ReadableProject, row: HistoryRow): Step {
  return {
    seq: row.seq,
    id: row.id,
    ...stepLabel(project, row),
    heading: row.heading,
    analyst: row.analyst,
    initials: row.initials,
    createdAt: row.created_at,
    state: row.state,
    isWall: row.is_wall === 1,
    rows: row.rows,
  };
}

const stepFields = `steps.*, analysts.name AS analyst, analysts.initials,
    max(0, last_change - first_change + 1) AS rows`;
const ofAnalyst = 'LEFT JOIN analysts ON analysts.id = steps.analyst_id';

/** Steps, latest first; `text` is looked for in their labels' keys and names by the caller's own filter. */
export function history(
  project: ReadableProject,
  input: ParsedOf<Api['steps.history']>,
): { readonly total: number; readonly steps: readonly Step[] } {
  const total = project.get<{ n: number }>('SELECT count(*) AS n FROM steps')?.n ?? 0;
  const rows = project.all<HistoryRow>(
    `SELECT ${stepFields} FROM steps ${ofAnalyst}
     WHERE (:before IS NULL OR seq < :before) AND (:analyst IS NULL OR steps.analyst_id = :analyst)
     ORDER BY seq DESC LIMIT :limit`,
    {
      before: input.before ?? null,
      analyst: input.analystId ?? null,
      limit: input.limit,
    },
  );
  return { total, steps: rows.map((row) => toStep(project, row)) };
}

/** These steps as the history shows them, in the given order. */
export function stepsBySeq(
  project: ReadableProject,
  seqs: readonly number[],
): readonly Step[] {
  return project
    .all<HistoryRow>(
      `SELECT ${stepFields} FROM json_each(:seqs) AS asked JOIN steps ON steps.seq = asked.value ${ofAnalyst}
       ORDER BY asked.key`,
      { seqs: JSON.stringify(seqs) },
    )
    .map((row) => toStep(project, row));
}

/** The rows a step wrote, in the order it wrote them. */
export function changesOfStep(
  project: ReadableProject,
  input: ParsedOf<Api['steps.changes']>,
): readonly Change[] {
  return project
    .all<{
      table_name: string;
      row_id: string;
      before: string | null;
      after: string | null;
    }>(
      `SELECT table_name, row_id, before, after FROM changes
       WHERE id BETWEEN (SELECT first_change FROM steps WHERE seq = :seq)
         AND (SELECT last_change FROM steps WHERE seq = :seq)
         -- What was taken out of sight is not shown here either.
         AND (SELECT label FROM steps WHERE seq = :seq) NOT LIKE 'passages.%' ORDER BY id LIMIT :limit`,
      { seq: input.seq, limit: input.limit },
    )
    .map((row) => ({
      table: row.table_name,
      rowId: row.row_id,
      before:
        row.before === null
          ? null
          : (JSON.parse(row.before) as NonNullable<Change['before']>),
      after:
        row.after === null
          ? null
          : (JSON.parse(row.after) as NonNullable<Change['after']>),
    }));
}

/**
 * When the latest step was saved, ISO 8601; null in a project without steps. The last that was undone is the first
 * of those that are, and a step that overtook others is later than they.
 */
export function savedAt(project: ReadableProject): string | null {
  return (
    project.get<{ at: string | null }>(
      `SELECT max(at) AS at FROM (
         SELECT * FROM (SELECT created_at AS at FROM steps ORDER BY seq DESC LIMIT 1)
         UNION ALL
         SELECT * FROM (SELECT undone_at FROM steps WHERE state = 'undone' ORDER BY seq LIMIT 1))`,
    )?.at ?? null
  );
}
