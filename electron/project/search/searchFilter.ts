import type { QuestionId, TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { SearchFilter } from '../../../shared/domain/search.ts';
import { idList, type ReadableProject, type SqlParams } from '../handle.ts';

export interface Conditions {
  /** To be put after a WHERE with something in it: empty, or ` AND …`. */
  readonly sql: string;
  readonly params: SqlParams;
}

const lists = {
  transcriptIds: 'turns.transcript_id',
  speakers: 'speakers.label',
  roles: 'speakers.role',
  participantIds: 'speakers.participant_id',
} as const;

const listNames = Object.keys(lists) as (keyof typeof lists)[];

const isAsked = <Value>(
  values: readonly Value[] | undefined,
): values is readonly Value[] => values !== undefined && values.length > 0;

function attributeConditions({ attributes = [] }: SearchFilter): Conditions {
  const byAttribute = [...Map.groupBy(attributes, ({ attributeId }) => attributeId)];
  return {
    sql: byAttribute
      .map(
        (
          _,
          at,
        ) => ` AND speakers.participant_id IN (SELECT participant_id FROM attribute_values
          WHERE attribute_id = :attribute${at} AND text IN (SELECT value FROM json_each(:values${at})))`,
      )
      .join(''),
    params: Object.fromEntries(
      byAttribute.flatMap(([id, chosen], at) => [
        [`attribute${at}`, id],
        [`values${at}`, idList(chosen.map(({ value }) => value))],
      ]),
    ),
  };
}

/** What must hold of `turns` and of their `speakers`, as far as SQL is asked; see `turnsAskedAbout` for the rest. */
export function spokenConditions(filter: SearchFilter): Conditions {
  const names = listNames.filter((name) => isAsked(filter[name]));
  const attributes = attributeConditions(filter);
  return {
    sql:
      names
        .map((name) => ` AND ${lists[name]} IN (SELECT value FROM json_each(:${name}))`)
        .join('') + attributes.sql,
    params: {
      ...Object.fromEntries(names.map((name) => [name, idList(filter[name] ?? [])])),
      ...attributes.params,
    },
  };
}

/** What must hold of `units`, a column with the ids of units, where codes are asked for. */
export function codeConditions({ codeIds }: SearchFilter, units: string): Conditions {
  if (!isAsked(codeIds)) return { sql: '', params: {} };
  return {
    sql: ` AND ${units} IN (SELECT unit_id FROM codings WHERE code_id IN (SELECT value FROM json_each(:codeIds)))`,
    params: { codeIds: idList(codeIds) },
  };
}

/** Whether anything is asked of the material. */
export function isFiltered(filter: SearchFilter): boolean {
  return Object.values(filter).some((values) => isAsked<unknown>(values));
}

interface TurnOfQuestion {
  readonly id: TurnId;
  readonly transcriptId: TranscriptId;
  readonly position: string;
}

interface Placed {
  readonly turnId: TurnId;
  readonly transcriptId: TranscriptId;
  readonly position: string;
  readonly questionId: QuestionId | null;
}

const placedIn = (
  project: ReadableProject,
  table: 'question_borders' | 'turn_questions',
): readonly Placed[] =>
  project.all<Placed>(
    `SELECT turn_id AS turnId, turns.transcript_id AS transcriptId, turns.position, question_id AS questionId
     FROM ${table} JOIN turns ON turns.id = turn_id ORDER BY turns.position`,
  );

/**
 * Which turns belong to the questions that are asked for; null where none are. Borders are few beside turns, so that
 * each turn is looked up among them instead of all turns being matched for every search.
 */
export function turnsAskedAbout(
  project: ReadableProject,
  { questionIds }: SearchFilter,
): ((turn: TurnOfQuestion) => boolean) | null {
  if (!isAsked(questionIds)) return null;
  const wanted = new Set(questionIds);
  const borders = Map.groupBy(
    placedIn(project, 'question_borders'),
    ({ transcriptId }) => transcriptId,
  );
  const alone = new Map(
    placedIn(project, 'turn_questions').map(({ turnId, questionId }) => [
      turnId,
      questionId,
    ]),
  );
  return ({ id, transcriptId, position }) => {
    const own = alone.get(id);
    if (own !== undefined) return wanted.has(own);
    const opened = borders
      .get(transcriptId)
      ?.findLast((border) => border.position <= position);
    return opened !== undefined && wanted.has(opened.questionId);
  };
}

/** The active units in which words that the filter leaves are said; null where all of them are left. */
export function unitsLeft(
  project: ReadableProject,
  filter: SearchFilter,
): readonly string[] | null {
  const spoken = spokenConditions(filter);
  const isAskedAbout = turnsAskedAbout(project, filter);
  if (spoken.sql === '' && isAskedAbout === null) return null;
  const said = project.all<TurnOfQuestion & { readonly unitId: string }>(
    `SELECT spans.unit_id AS unitId, turns.id, turns.transcript_id AS transcriptId, turns.position
     FROM spans JOIN turns ON turns.id = spans.turn_id LEFT JOIN speakers ON speakers.id = turns.speaker_id
     WHERE spans."end" > spans.start${spoken.sql}`,
    spoken.params,
  );
  const left = isAskedAbout ? said.filter(isAskedAbout) : said;
  return [...new Set(left.map(({ unitId }) => unitId))];
}
