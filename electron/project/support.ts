import type { Support } from '../../shared/domain/code.ts';
import type { CategoryId, CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import type { ReadableProject } from './handle.ts';
import { remembered } from './remembered.ts';

export const noSupport: Support = { units: 0, participants: 0, transcripts: 0 };

export interface Coding {
  readonly unit: MeaningUnitId;
  readonly code: CodeId;
  /** Greater for a later coding. */
  readonly seq: number;
}

/** Every coding of the project, in no order. */
export function codings(project: ReadableProject): readonly Coding[] {
  return remembered(project, 'codings', () =>
    project.all<Coding>(
      'SELECT unit_id AS unit, code_id AS code, rowid AS seq FROM codings',
    ),
  );
}

/** What stands behind the active units, with units, people and transcripts as numbers from 0. */
interface Behind {
  readonly unitNumbers: ReadonlyMap<MeaningUnitId, number>;
  readonly people: readonly (readonly number[])[];
  readonly transcripts: readonly number[];
}

/** The turns (by key) of each group; read from an index alone, since a join of text ids costs ten times as much. */
function turnsBy(project: ReadableProject, column: 'speaker_id' | 'transcript_id') {
  return project.all<{ id: string | null; turns: string }>(
    `SELECT ${column} AS id, group_concat(key) AS turns FROM turns GROUP BY ${column}`,
  );
}

function transcriptOfTurns(project: ReadableProject): ReadonlyMap<number, number> {
  const transcripts = new Map<number, number>();
  for (const [number, group] of turnsBy(project, 'transcript_id').entries())
    for (const turn of group.turns.split(',')) transcripts.set(Number(turn), number);
  return transcripts;
}

/** Who said each turn: a participant, or a speaker who is none; nobody for moderators and others who are context. */
function participantOfTurns(project: ReadableProject): ReadonlyMap<number, number> {
  const speakers = new Map(
    project
      .all<{ id: string; person: string }>(
        `SELECT id, coalesce(participant_id, id) AS person FROM speakers WHERE role = 'participant'`,
      )
      .map((speaker) => [speaker.id, speaker.person]),
  );
  const numbers = new Map<string, number>();
  const people = new Map<number, number>();
  for (const group of turnsBy(project, 'speaker_id')) {
    const person = speakers.get(group.id ?? '');
    if (person === undefined) continue;
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    for (const turn of group.turns.split(',')) people.set(Number(turn), number);
  }
  return people;
}

function behindUnits(project: ReadableProject): Behind {
  const transcriptOf = transcriptOfTurns(project);
  const personOf = participantOfTurns(project);
  const retired = new Set(
    project
      .all<{ id: MeaningUnitId }>("SELECT id FROM meaning_units WHERE status = 'retired'")
      .map((row) => row.id),
  );
  const unitNumbers = new Map<MeaningUnitId, number>();
  const people: number[][] = [];
  const transcripts: number[] = [];
  // An empty span only says where words were: nobody's words.
  for (const { unit, turn, words } of project.all<{
    unit: MeaningUnitId;
    turn: number;
    words: number;
  }>(
    `SELECT spans.unit_id AS unit, turns.key AS turn, "end" > start AS words
     FROM spans JOIN turns ON turns.id = spans.turn_id`,
  )) {
    if (retired.has(unit)) continue;
    const number = unitNumbers.get(unit) ?? people.push([]) - 1;
    unitNumbers.set(unit, number);
    transcripts[number] = transcriptOf.get(turn) ?? -1;
    const person = personOf.get(turn);
    if (person !== undefined && words === 1) people[number]!.push(person);
  }
  return { unitNumbers, people, transcripts };
}

/** Counts numbers that have not been counted since the last `begin`; a set without its cost. */
function distinctCounter() {
  const seenIn: number[] = [];
  let round = 0;
  let count = 0;
  return {
    begin: () => {
      round += 1;
      count = 0;
    },
    add: (number: number) => {
      if (seenIn[number] === round) return;
      seenIn[number] = round;
      count += 1;
    },
    count: () => count,
  };
}

/**
 * What stands behind each group of codes, every unit, participant and transcript once. Counted in JavaScript: for
 * 25,000 codings several times as fast as SQL's `count(DISTINCT …)` over text ids.
 */
function supportBy<Group>(
  project: ReadableProject,
  groupsOf: (code: CodeId) => readonly Group[],
): ReadonlyMap<Group, Support> {
  const behind = remembered(project, 'behind units', () => behindUnits(project));
  const unitsOf = new Map<Group, number[]>();
  for (const { unit, code } of codings(project)) {
    const number = behind.unitNumbers.get(unit);
    if (number === undefined) continue;
    for (const group of groupsOf(code)) {
      const known = unitsOf.get(group);
      if (known) known.push(number);
      else unitsOf.set(group, [number]);
    }
  }
  const [units, people, transcripts] = [
    distinctCounter(),
    distinctCounter(),
    distinctCounter(),
  ];
  return new Map(
    [...unitsOf].map(([group, numbers]) => {
      for (const counter of [units, people, transcripts]) counter.begin();
      for (const number of numbers) {
        units.add(number);
        transcripts.add(behind.transcripts[number]!);
        for (const person of behind.people[number]!) people.add(person);
      }
      return [
        group,
        {
          units: units.count(),
          participants: people.count(),
          transcripts: transcripts.count(),
        },
      ];
    }),
  );
}

/** What stands behind each code that is in use. */
export function supportOfCodes(project: ReadableProject): ReadonlyMap<CodeId, Support> {
  return supportBy(project, (code) => [code]);
}

/** What stands behind each category with all that is under it. */
export function supportOfCategories(
  project: ReadableProject,
): ReadonlyMap<CategoryId, Support> {
  const parents = new Map(
    project
      .all<{ id: CategoryId; parent: CategoryId | null }>(
        'SELECT id, parent_id AS parent FROM categories',
      )
      .map((row) => [row.id, row.parent]),
  );
  const paths = new Map<CategoryId, readonly CategoryId[]>();
  const pathFrom = (start: CategoryId): readonly CategoryId[] => {
    const known = paths.get(start);
    if (known) return known;
    const path: CategoryId[] = [];
    for (
      let next: CategoryId | null = start;
      next !== null && !path.includes(next);
      next = parents.get(next) ?? null
    )
      path.push(next);
    paths.set(start, path);
    return path;
  };
  const placed = new Map(
    project
      .all<{ id: CodeId; category: CategoryId }>(
        'SELECT id, category_id AS category FROM codes WHERE category_id IS NOT NULL',
      )
      .map((row) => [row.id, pathFrom(row.category)]),
  );
  return supportBy(project, (code) => placed.get(code) ?? []);
}
