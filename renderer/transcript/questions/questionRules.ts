import type { ProposedBorder, Question } from '../../../shared/domain/question.ts';
import type { PlacedTurn, TranscriptQuestions } from '../../../shared/domain/question.ts';
import type { QuestionId, TurnId } from '../../../shared/domain/ids.ts';
import type { Say } from '../../../shared/words/words.ts';
import type { Chunk } from '../chunks.ts';

/** A line across the text. */
export interface Rule {
  readonly kind: 'confirmed' | 'proposed' | 'alone';
  readonly words: string;
}

/** A place where a question begins or may begin. */
export interface Spot extends PlacedTurn {
  readonly isProposed: boolean;
  readonly turn: number;
  /** Other questions that seem to be asked in the turn. */
  readonly also: readonly QuestionId[];
}

/** "Fråga 3. Hur var mötet?", or that it is outside the guide. */
export function sayQuestionText(
  say: Say,
  byId: ReadonlyMap<QuestionId, Question>,
  id: QuestionId | null,
): string {
  const question = id === null ? undefined : byId.get(id);
  return question
    ? say('questions.numbered', { n: question.number, text: question.text })
    : say('questions.outside');
}

/** The question that begins at a spot, and those that seem to be asked with it. */
export function saySpot(
  say: Say,
  byId: ReadonlyMap<QuestionId, Question>,
  { questionId, also }: Pick<Spot, 'questionId' | 'also'>,
): string {
  const question = sayQuestionText(say, byId, questionId);
  const others = also.map((id) => byId.get(id)?.number ?? 0).join(', ');
  return also.length === 0
    ? question
    : say('questions.also', { question, others, count: also.length });
}

/** Borders and proposals together, in the order of the text. */
export function spotsOf(
  indexOf: ReadonlyMap<TurnId, number>,
  borders: readonly PlacedTurn[],
  proposals: readonly ProposedBorder[],
): readonly Spot[] {
  const settled = new Set(borders.map(({ turnId }) => turnId));
  return [
    ...borders.map((border) => ({ ...border, isProposed: false, also: [] })),
    ...proposals
      .filter(({ turnId }) => !settled.has(turnId))
      .map((border) => ({ ...border, isProposed: true })),
  ]
    .flatMap((spot) => {
      const turn = indexOf.get(spot.turnId);
      return turn === undefined ? [] : [{ ...spot, turn }];
    })
    .toSorted((a, b) => a.turn - b.turn);
}

/** What is drawn above which turn. */
export function rulesOf(input: {
  readonly say: Say;
  readonly byId: ReadonlyMap<QuestionId, Question>;
  readonly indexOf: ReadonlyMap<TurnId, number>;
  readonly spots: readonly Spot[];
  readonly alone: TranscriptQuestions['alone'];
}): ReadonlyMap<number, Rule> {
  const { say, byId, indexOf, spots, alone } = input;
  const rules = new Map<number, Rule>();
  for (const { turnId, questionId } of alone) {
    const question = sayQuestionText(say, byId, questionId);
    const words = say('questions.rule.alone', { question });
    const turn = indexOf.get(turnId);
    if (turn !== undefined) rules.set(turn, { kind: 'alone', words });
  }
  for (const spot of spots) {
    const question = saySpot(say, byId, spot);
    rules.set(
      spot.turn,
      spot.isProposed
        ? { kind: 'proposed', words: say('questions.rule.proposed', { question }) }
        : { kind: 'confirmed', words: question },
    );
  }
  return rules;
}

/** All rules for a chunk that has any, so that the others are not drawn again when rules change. */
export function rulesOfChunk(
  chunk: Chunk,
  rules: ReadonlyMap<number, Rule>,
): ReadonlyMap<number, Rule> | undefined {
  if (rules.size === 0) return undefined;
  return chunk.turns.some(({ index }) => rules.has(index)) ? rules : undefined;
}
