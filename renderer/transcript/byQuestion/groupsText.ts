import type { TurnId } from '../../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../../shared/domain/meaningUnit.ts';
import type {
  AnswerGroup,
  Answers,
  AnswerTurn,
} from '../../../shared/domain/question.ts';
import type { Chunk, DrawnTurn } from '../chunks.ts';

export interface AnswerChoice {
  /** Only turns in which something is marked. */
  readonly onlyMarked: boolean;
  readonly withModerator: boolean;
}

/** A column: a group with the turns of it that are shown, from one place among all of them to another. */
export interface GroupColumn extends AnswerGroup {
  readonly from: number;
  readonly to: number;
  /** Whether it has turns that the choice leaves out. */
  readonly hasMore: boolean;
}

/** The turns of all groups as one text to walk in, and what is marked there. */
export interface GroupsText {
  readonly columns: readonly GroupColumn[];
  readonly turns: readonly AnswerTurn[];
  readonly units: readonly MarkedUnit[];
  readonly aside: ReadonlyMap<TurnId, string>;
}

/** What is shown of the answers, one group after the other; spans tell a turn by its place among those that are shown. */
export function groupsText(answers: Answers, choice: AnswerChoice): GroupsText {
  const context = new Set(
    answers.speakers.filter(({ role }) => role !== 'participant').map(({ id }) => id),
  );
  const marked = new Set(
    answers.units.flatMap(({ spans }) => spans.map(([turn]) => turn)),
  );
  const shown = [...answers.turns.keys()].filter((at) => {
    const { speakerId } = answers.turns[at]!;
    const isContext = speakerId !== null && context.has(speakerId);
    return (choice.withModerator || !isContext) && (!choice.onlyMarked || marked.has(at));
  });
  const placeOf = new Map(shown.map((at, place) => [at, place]));
  const turns = shown.map((at) => answers.turns[at]!);
  const units = answers.units.flatMap((unit) => {
    const spans = unit.spans.flatMap(([turn, start, end]) => {
      const place = placeOf.get(turn);
      return place === undefined ? [] : [[place, start, end] as const];
    });
    return spans.length === 0 ? [] : [{ ...unit, spans }];
  });
  const sizes = countsOf(turns);
  const all = countsOf(answers.turns);
  let from = 0;
  const columns = answers.groups.map((group): GroupColumn => {
    const begin = from;
    from += sizes.get(group.transcriptId) ?? 0;
    const hasMore = (all.get(group.transcriptId) ?? 0) > from - begin;
    return { ...group, from: begin, to: from, hasMore };
  });
  const aside = new Map(
    turns.flatMap(({ id, aside: reason }) => (reason === null ? [] : [[id, reason]])),
  );
  return { columns, turns, units, aside };
}

function countsOf(turns: readonly AnswerTurn[]): ReadonlyMap<string, number> {
  const groups = Map.groupBy(turns, ({ transcriptId }) => transcriptId);
  return new Map([...groups].map(([id, own]) => [id, own.length]));
}

/** The chunks cut anew where a group ends, so that each stands in one column. */
export function chunksOfColumns(
  chunks: readonly Chunk[],
  columns: readonly GroupColumn[],
): readonly (readonly Chunk[])[] {
  let index = 0;
  return columns.map(({ from, to }) =>
    chunks.flatMap((chunk) => {
      const turns = chunk.turns.filter((turn) => turn.index >= from && turn.index < to);
      if (turns.length === 0) return [];
      const lines = linesIn(turns);
      return [{ index: index++, turns, lines }];
    }),
  );
}

const linesIn = (turns: readonly DrawnTurn[]) =>
  turns.reduce((sum, { lines }) => sum + lines.length, 0);
