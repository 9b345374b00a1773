import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { MeaningUnitId, TurnId } from '../../../shared/domain/ids.ts';
import type { Replaced } from '../../../shared/domain/identifier.ts';
import { Refusal } from '../../../shared/errors.ts';
import { editTurn, unchanged } from '../../../shared/text/correctTurns.ts';
import { countWords } from '../../../shared/text/countWords.ts';
import { textAfterCuts } from '../../../shared/text/cuts.ts';
import { identifierFinder } from '../../../shared/text/identifiers/findIdentifiers.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import { correctTurns, turnRows, type TurnRow } from '../turns/corrections.ts';
import { idList, type ReadableProject, type WritableProject } from '../handle.ts';
import { keepLeft } from './leftWords.ts';
import { settleUnit } from './oldWords.ts';
import { moveHeldWords } from './waitingList.ts';
import { wordColumns } from './wordColumns.ts';

type Order = ParsedOf<Api['identifiers.replace']>;
type Place = Order['places'][number];
type OtherPlace = Exclude<Place, { turnId: TurnId }>;
type TurnPlace = Extract<Place, { turnId: TurnId }>;

function assertStanding(text: string, { start, end }: TextRange, words: string): void {
  if (text.slice(start, end).toLowerCase() !== words.toLowerCase())
    throw new Refusal('replace.changed');
}

/** The ranges of one text in order; refuses those that lie over each other. */
function inOrder<Range extends TextRange>(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  if (sorted.some(({ start }, at) => at > 0 && start < sorted[at - 1]!.end))
    throw new Refusal('replace.changed');
  return sorted;
}

/** Edits of turns by the rules of a correction; the units that come to be in doubt by them. */
export function editTurns(
  project: WritableProject,
  before: readonly TurnRow[],
  editsOf: (turn: TurnRow) => readonly (TextRange & { readonly text: string })[],
): readonly MeaningUnitId[] {
  if (before.length === 0) return [];
  const plan = before.map((turn) => {
    const edits = editsOf(turn);
    return edits.length > 0 ? editTurn(turn, edits) : unchanged(turn);
  });
  return correctTurns(project, { before, plan }).inDoubt;
}

function replaceInTurns(
  project: WritableProject,
  places: readonly TurnPlace[],
  { words, by }: Order,
): void {
  const byTurn = Map.groupBy(places, (place) => place.turnId);
  const before = turnRows(project, [...byTurn.keys()]);
  if (before.length < byTurn.size) throw new Refusal('replace.changed');
  const inDoubt = editTurns(project, before, (turn) =>
    inOrder(byTurn.get(turn.id) ?? []).map(({ start, end }) => {
      assertStanding(turn.text, { start, end }, words);
      return { start, end, text: by };
    }),
  );
  for (const unitId of inDoubt) {
    const isWhole =
      project.get('SELECT 1 FROM spans WHERE unit_id = :unitId AND "end" = start', {
        unitId,
      }) === undefined;
    // A pseudonym that is all of a short unit is nobody's doubt; the review list would keep the name.
    if (isWhole) settleUnit(project, unitId);
    else forgetOldWordsOf(project, [unitId], by);
  }
}

/** The review list then says what has come instead, and nothing of what stood there. */
export function forgetOldWordsOf(
  project: WritableProject,
  unitIds: readonly MeaningUnitId[],
  by: string,
): void {
  project.run(
    `UPDATE review_spans SET text = :by, before = '', after = ''
     WHERE unit_id IN (SELECT value FROM json_each(:ids))`,
    { by, ids: idList(unitIds) },
  );
}

const isJson = (text: string) => {
  if (!/^[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

function replaceElsewhere(
  project: WritableProject,
  places: readonly OtherPlace[],
  { words, by }: Order,
): void {
  const known = new Set(
    wordColumns(project).map(({ table, column }) => `${table}.${column}`),
  );
  const byText = Map.groupBy(places, ({ table, column, rowId }) =>
    [table, column, rowId].join('\0'),
  );
  for (const ranges of byText.values()) {
    const { table, column, rowId } = ranges[0]!;
    if (!known.has(`${table}.${column}`)) throw new Refusal('replace.changed');
    const row = project.get<{ text: string }>(
      `SELECT "${column}" AS text FROM "${table}" WHERE id = :rowId`,
      { rowId },
    );
    if (!row) throw new Refusal('replace.changed');
    const escaped = isJson(row.text) ? JSON.stringify(by).slice(1, -1) : by;
    const edits = inOrder(ranges).map(({ start, end }) => {
      assertStanding(row.text, { start, end }, words);
      return { start, end, text: escaped };
    });
    const text = textAfterCuts(row.text, edits);
    if (table === 'waiting_parts') moveHeldWords(project, rowId, edits);
    project.run(`UPDATE "${table}" SET "${column}" = :text WHERE id = :rowId`, {
      text,
      rowId,
    });
  }
}

/** A pseudonym that looks like a name is not proposed in its turn. */
function leavePseudonym(project: WritableProject, by: string): void {
  const finder = identifierFinder();
  finder.read({ text: by, isLabel: true });
  keepLeft(
    project,
    finder.found().map(({ words }) => words),
  );
}

/** Replaces an identifier in its places, in one step. Meaning units follow, and none comes to be in doubt by it. */
export function replaceIdentifier(
  project: WritableProject,
  input: Order,
): Output<'identifiers.replace'> {
  const { places, kind, by } = input;
  project.describe({ count: places.length, kind });
  // The texts beside the turns first: a turn's correction may move the words of the review list.
  replaceElsewhere(
    project,
    places.filter((place): place is OtherPlace => 'table' in place),
    input,
  );
  replaceInTurns(
    project,
    places.filter((place): place is TurnPlace => 'turnId' in place),
    input,
  );
  leavePseudonym(project, by);
  return { places: places.length };
}

/** Takes a sensitive passage away. Units in doubt by it come to the review list, which keeps nothing of what was said. */
export function removePassage(
  project: WritableProject,
  { spans, by }: ParsedOf<Api['passages.remove']>,
): Output<'passages.remove'> {
  const byTurn = Map.groupBy(spans, (span) => span.turnId);
  const before = turnRows(project, [...byTurn.keys()]);
  if (before.length < byTurn.size) throw new Refusal('replace.changed');
  let words = 0;
  const inDoubt = editTurns(project, before, (turn) =>
    inOrder(byTurn.get(turn.id) ?? []).map(({ start, end }) => {
      if (end > turn.text.length) throw new Refusal('replace.changed');
      words += countWords(turn.text.slice(start, end));
      return { start, end, text: by };
    }),
  );
  const ofTheTurns = project
    .all<{ id: MeaningUnitId }>(
      'SELECT DISTINCT unit_id AS id FROM review_spans WHERE turn_id IN (SELECT value FROM json_each(:turns))',
      { turns: idList([...byTurn.keys()]) },
    )
    .map(({ id }) => id);
  forgetOldWordsOf(project, [...inDoubt, ...ofTheTurns], by);
  project.describe({ count: words, kind: 'passage' });
  return { inDoubt: inDoubt.length };
}

/** What has been replaced so far, by the steps that did it: they outlive the words. */
export function oldWordsFacts(project: ReadableProject): Output<'identifiers.oldWords'> {
  const replaced = project.all<Replaced>(
    `SELECT params ->> 'kind' AS kind, count(*) AS identifiers, sum(params ->> 'count') AS places
     FROM steps WHERE label IN ('identifiers.replace', 'passages.remove', 'passages.drop') AND state = 'done'
     GROUP BY kind ORDER BY places DESC`,
  );
  const counts = project.get<{ steps: number; pending: number }>(
    `SELECT count(*) AS steps,
       count(*) FILTER (WHERE label IN ('identifiers.replace', 'passages.remove', 'passages.drop', 'turns.replaceAll')
         AND state = 'done') AS pending
     FROM steps WHERE last_change >= first_change`,
  );
  const wall = project.get<{ at: string }>(
    "SELECT created_at AS at FROM steps WHERE label LIKE '%.forget' ORDER BY seq DESC LIMIT 1",
  );
  return {
    replaced,
    steps: counts?.steps ?? 0,
    pending: counts?.pending ?? 0,
    erasedAt: wall?.at ?? null,
  };
}
