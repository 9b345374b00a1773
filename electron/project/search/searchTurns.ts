import type {
  CodeId,
  MeaningUnitId,
  TranscriptId,
  TurnId,
} from '../../../shared/domain/ids.ts';
import type { SearchFilter } from '../../../shared/domain/search.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { SpeakerRole } from '../../../shared/domain/transcript.ts';
import { idList, type ReadableProject } from '../handle.ts';
import {
  codeConditions,
  spokenConditions,
  turnsAskedAbout,
  type Conditions,
} from './searchFilter.ts';
import type { IndexQuery } from './searchQuery.ts';
import type { TurnRun } from '../turns/turnMemory.ts';
import { turnRuns } from '../turns/turnOrder.ts';

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
  /** There are turns that no index knows yet. */
  readonly hasWaiting: boolean;
  readonly filter: SearchFilter;
}

/** Where turns are taken from: an index, those that no index knows yet, or all. */
type Source = 'index' | 'waiting' | 'all';

function fromSql(source: Source, { query }: TurnsSought): string {
  if (source === 'index')
    return `${query?.index} CROSS JOIN turns ON turns.key = ${query?.index}.rowid`;
  return source === 'all'
    ? 'turns'
    : 'unindexed_turns CROSS JOIN turns ON turns.key = unindexed_turns.key';
}

const keyOf = (source: Source, { query }: TurnsSought) =>
  ({ index: `${query?.index}.rowid`, waiting: 'unindexed_turns.key', all: 'turns.key' })[
    source
  ];

/** So many turns of a run from a key on, or all of a transcript that stands alone, as one source has them. */
interface Batch {
  readonly source: Source;
  readonly from: number;
  readonly most: number;
}

function turnsOf(asked: Asked, { source, from, most }: Batch): readonly PlacedTurn[] {
  const { project, sought, run, where } = asked;
  const key = keyOf(source, sought);
  const isAlone = run.alone !== null;
  const matches = source === 'index' ? `${sought.query?.index} MATCH :match AND ` : '';
  return project.all<PlacedTurn>(
    `SELECT turns.key, turns.id, turns.label, turns.text, turns.position, turns.transcript_id AS transcriptId,
      transcripts.name AS transcriptName, speakers.label AS speaker, speakers.role
    FROM ${fromSql(source, sought)} CROSS JOIN transcripts ON transcripts.id = turns.transcript_id
    LEFT JOIN speakers ON speakers.id = turns.speaker_id
    WHERE ${matches}${key} BETWEEN :from AND :to${where.sql}
      ${isAlone ? 'AND turns.transcript_id = :alone ORDER BY turns.position' : `ORDER BY ${key}`}
    LIMIT :most`,
    {
      ...where.params,
      ...(source === 'index' ? { match: sought.query?.match ?? '' } : {}),
      ...(isAlone ? { alone: run.alone } : {}),
      from,
      to: run.highest,
      most: isAlone ? -1 : most,
    },
  );
}

interface PlacedTurn extends SearchedTurn {
  readonly position: string;
}

interface Asked {
  readonly project: ReadableProject;
  readonly sought: TurnsSought;
  readonly run: TurnRun;
  readonly sources: readonly Source[];
  readonly where: Conditions;
}

function turnConditions(filter: SearchFilter): Conditions {
  const spoken = spokenConditions(filter);
  const coded = codeConditions(filter, 'spans.unit_id');
  const inUnits =
    coded.sql === ''
      ? ''
      : ` AND turns.id IN (SELECT spans.turn_id FROM spans WHERE spans."end" > spans.start${coded.sql})`;
  return { sql: spoken.sql + inUnits, params: { ...spoken.params, ...coded.params } };
}

/** About as many as the first page shows. */
const firstBatch = 52;
const largestBatch = 1024;

/** The same turn may be known to the index with other words and be waiting as well. */
function inOrder(
  batches: readonly (readonly PlacedTurn[])[],
  isAlone: boolean,
): readonly PlacedTurn[] {
  if (batches.length === 1) return batches[0] ?? [];
  const turns = [...new Map(batches.flat().map((turn) => [turn.key, turn])).values()];
  return turns.toSorted((a, b) =>
    isAlone ? (a.position < b.position ? -1 : 1) : a.key - b.key,
  );
}

function* turnsOfRun(asked: Asked): Generator<readonly PlacedTurn[]> {
  const { run, sources } = asked;
  const isAlone = run.alone !== null;
  let from = run.lowest;
  let most = firstBatch;
  for (;;) {
    const batches = sources.map((source) => turnsOf(asked, { source, from, most }));
    // Beyond the last turn of a batch that is full its source may have more.
    const full = batches.filter((turns) => !isAlone && turns.length === most);
    const end = Math.min(...full.map((turns) => turns.at(-1)?.key ?? 0));
    const turns = inOrder(batches, isAlone);
    yield full.length === 0 ? turns : turns.filter(({ key }) => key <= end);
    if (full.length === 0) return;
    from = end + 1;
    most = Math.min(most * 4, largestBatch);
  }
}

/**
 * The turns that may hold what is searched for, in the order of the project, so many at a time: those that the index
 * knows of, and all that have been written since.
 */
export function* searchedTurns(
  project: ReadableProject,
  sought: TurnsSought,
): Generator<readonly SearchedTurn[]> {
  const { filter, query, hasWaiting } = sought;
  const known: readonly Source[] = hasWaiting ? ['index', 'waiting'] : ['index'];
  const asked = {
    project,
    sought,
    sources: query ? known : (['all'] as const),
    where: turnConditions(filter),
  };
  const isAskedAbout = turnsAskedAbout(project, filter);
  const only = filter.transcriptIds?.length ? filter.transcriptIds : null;
  for (const run of turnRuns(project, only))
    for (const turns of turnsOfRun({ ...asked, run }))
      yield isAskedAbout ? turns.filter(isAskedAbout) : turns;
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
