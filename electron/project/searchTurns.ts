import type {
  CodeId,
  MeaningUnitId,
  TranscriptId,
  TurnId,
} from '../../shared/domain/ids.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { SpeakerRole } from '../../shared/domain/transcript.ts';
import { idList, type ReadableProject, type SqlParams } from './handle.ts';
import type { IndexQuery } from './searchQuery.ts';
import type { TurnRun } from './turnMemory.ts';
import { turnRuns } from './turnOrder.ts';

/** A turn that may hold what is searched for. */
export interface SearchedTurn {
  readonly key: number;
  readonly id: TurnId;
  readonly label: string;
  readonly text: string;
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
  readonly speaker: string | null;
  readonly role: SpeakerRole | null;
}

export interface TurnsSought {
  /** Null: every turn is to be looked into. */
  readonly query: IndexQuery | null;
  readonly filter: SearchFilter;
}

/** What a turn must be, filter by filter; each asks for a list of values under its own name. */
const conditions: { readonly [Name in keyof SearchFilter]-?: string } = {
  transcriptIds: 'turns.transcript_id IN (SELECT value FROM json_each(:transcriptIds))',
  speakers: 'speakers.label IN (SELECT value FROM json_each(:speakers))',
  roles: 'speakers.role IN (SELECT value FROM json_each(:roles))',
  participantIds:
    'speakers.participant_id IN (SELECT value FROM json_each(:participantIds))',
  codeIds: `turns.id IN (SELECT spans.turn_id FROM codings JOIN spans ON spans.unit_id = codings.unit_id
    WHERE codings.code_id IN (SELECT value FROM json_each(:codeIds)))`,
};

function conditionsOf(filter: SearchFilter) {
  const chosen = Object.entries(filter).filter(([, values]) => values !== undefined) as [
    keyof SearchFilter,
    readonly string[],
  ][];
  return {
    sql: chosen.map(([name]) => ` AND ${conditions[name]}`).join(''),
    params: Object.fromEntries(chosen.map(([name, values]) => [name, idList(values)])),
  };
}

function batchSql({ query, filter }: TurnsSought, isAlone: boolean): string {
  const from = query
    ? `${query.index} CROSS JOIN turns ON turns.key = ${query.index}.rowid`
    : 'turns';
  const key = query ? `${query.index}.rowid` : 'turns.key';
  const matches = query ? `${query.index} MATCH :match AND ` : '';
  return `SELECT turns.key, turns.id, turns.label, turns.text, turns.transcript_id AS transcriptId,
      transcripts.name AS transcriptName, speakers.label AS speaker, speakers.role
    FROM ${from} CROSS JOIN transcripts ON transcripts.id = turns.transcript_id
    LEFT JOIN speakers ON speakers.id = turns.speaker_id
    WHERE ${matches}${key} BETWEEN :from AND :to${conditionsOf(filter).sql}
      ${isAlone ? 'AND turns.transcript_id = :alone ORDER BY turns.position' : `ORDER BY ${key}`}
    LIMIT :most`;
}

/** About as many as the first page shows. */
const firstBatch = 52;
const largestBatch = 1024;

function* turnsOfRun(
  project: ReadableProject,
  sought: TurnsSought,
  run: TurnRun,
): Generator<readonly SearchedTurn[]> {
  const isAlone = run.alone !== null;
  const sql = batchSql(sought, isAlone);
  const params: SqlParams = {
    ...conditionsOf(sought.filter).params,
    ...(sought.query ? { match: sought.query.match } : {}),
    ...(isAlone ? { alone: run.alone } : {}),
    to: run.highest,
  };
  let from = run.lowest;
  let most = isAlone ? -1 : firstBatch;
  for (;;) {
    const turns = project.all<SearchedTurn>(sql, { ...params, from, most });
    if (turns.length > 0) yield turns;
    const last = turns.at(-1);
    if (isAlone || !last || turns.length < most) return;
    from = last.key + 1;
    most = Math.min(most * 4, largestBatch);
  }
}

/** The turns that may hold what is searched for, in the order of the project, so many at a time. */
export function* searchedTurns(
  project: ReadableProject,
  sought: TurnsSought,
): Generator<readonly SearchedTurn[]> {
  for (const run of turnRuns(project, sought.filter.transcriptIds ?? null))
    yield* turnsOfRun(project, sought, run);
}

/** A span of a unit that is in the analysis. */
export interface UnitSpan extends Span {
  readonly unitId: MeaningUnitId;
  readonly number: number;
  readonly codeIds: readonly CodeId[];
  readonly isWhole: boolean;
}

/** The spans of active units in these turns. */
export function unitSpansIn(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): ReadonlyMap<TurnId, readonly UnitSpan[]> {
  const rows = project.all<
    Omit<UnitSpan, 'codeIds' | 'isWhole'> & { codes: string | null; spans: number }
  >(
    `SELECT turn_id AS turnId, start, "end", unit_id AS unitId, number,
       (SELECT group_concat(code_id) FROM codings WHERE codings.unit_id = spans.unit_id) AS codes,
       (SELECT count(*) FROM spans AS own WHERE own.unit_id = spans.unit_id) AS spans
     FROM spans JOIN meaning_units ON meaning_units.id = unit_id AND status = 'active'
     WHERE turn_id IN (SELECT value FROM json_each(:ids)) ORDER BY start, number`,
    { ids: idList(turnIds) },
  );
  return Map.groupBy(
    rows.map(({ codes, spans, ...row }) => ({
      ...row,
      codeIds: (codes?.split(',') ?? []) as CodeId[],
      isWhole: spans === 1,
    })),
    ({ turnId }) => turnId,
  );
}

/** Who is heard in the project: each label once, in the order of names. */
export function speakersHeard(
  project: ReadableProject,
): readonly { readonly label: string; readonly turns: number }[] {
  return project.all(
    `SELECT speakers.label, count(turns.key) AS turns FROM speakers
     LEFT JOIN turns ON turns.speaker_id = speakers.id GROUP BY speakers.label ORDER BY speakers.label`,
  );
}
