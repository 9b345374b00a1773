import type { QuestionId, TurnId } from '../domain/ids.ts';
import type { PlacedTurn, ProposedBorder } from '../domain/question.ts';
import { sentencesOf } from './sentences.ts';

export interface TurnToMatch {
  readonly id: TurnId;
  readonly text: string;
  readonly isModerator: boolean;
  /** Nothing is proposed here. */
  readonly isRejected: boolean;
}

export interface QuestionToMatch {
  readonly id: QuestionId;
  readonly text: string;
}

/** Less than this is chance: "kan du berätta mer" is in many questions. */
const least = 0.34;
/** A question asked out of the guide's order must be told by its words alone. */
const leastOutOfOrder = 0.6;
/** A border that stands is certain: the order goes through it. */
const settledWeight = 100;

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Beginnings of words, so that endings do not tell them apart, and the three-letter pieces of longer ones. */
function featuresOf(text: string): ReadonlySet<string> {
  const features = new Set<string>();
  for (const word of plain(text)) {
    features.add(`${word.slice(0, 6)} `);
    for (let at = 0; at + 3 <= word.length && word.length > 3; at += 1)
      features.add(word.slice(at, at + 3));
  }
  return features;
}

interface Index {
  /** Feature → how much it weighs and in which questions it is. */
  readonly features: ReadonlyMap<
    string,
    { readonly weight: number; readonly questions: readonly number[] }
  >;
  /** All that each question weighs. */
  readonly totals: readonly number[];
}

/** A feature that many questions share says little about any of them. */
function indexOf(questions: readonly QuestionToMatch[]): Index {
  const found = new Map<string, number[]>();
  for (const [index, { text }] of questions.entries())
    for (const feature of featuresOf(text))
      found.set(feature, [...(found.get(feature) ?? []), index]);
  const totals = questions.map(() => 0);
  const features = new Map<string, { weight: number; questions: readonly number[] }>();
  for (const [feature, where] of found) {
    const isWord = feature.endsWith(' ');
    const weight = (isWord ? 2 : 1) * Math.log(1 + questions.length / where.length);
    features.set(feature, { weight, questions: where });
    for (const index of where) totals[index]! += weight;
  }
  return { features, totals };
}

/** Each sentence, and each two that follow on one another. */
function windowsOf(text: string): readonly string[] {
  const sentences = sentencesOf(text);
  return sentences.flatMap(({ start, end }, index) => {
    const next = sentences[index + 1];
    return next
      ? [text.slice(start, end), text.slice(start, next.end)]
      : [text.slice(start, end)];
  });
}

/** How much of each question is heard in the turn, at the place where it is heard best. */
function likenesses(text: string, index: Index): readonly number[] {
  const best = index.totals.map(() => 0);
  for (const window of windowsOf(text)) {
    const heard = index.totals.map(() => 0);
    const features = featuresOf(window);
    for (const feature of features) {
      const known = index.features.get(feature);
      for (const question of known?.questions ?? []) heard[question]! += known!.weight;
    }
    // Words beside the question count a little against it, so that the sentence that asks wins over one that tells.
    for (const [question, total] of index.totals.entries()) {
      const share = total === 0 ? 0 : heard[question]! / total;
      const others = Math.max(0, features.size * 1.5 - heard[question]!) / (total + 1);
      best[question] = Math.max(
        best[question]!,
        share * (1 - Math.min(0.2, others * 0.04)),
      );
    }
  }
  return best;
}

interface Candidate {
  readonly turn: number;
  readonly question: number;
  readonly likeness: number;
  readonly isSettled: boolean;
}

const worth = ({ likeness, isSettled }: Candidate) =>
  isSettled ? settledWeight : likeness;

/** Those that together are worth most while turns and questions both go forwards. */
function inOrder(
  candidates: readonly Candidate[],
  questions: number,
): readonly Candidate[] {
  interface Chain {
    readonly worth: number;
    readonly last: Candidate;
    readonly before: Chain | null;
  }
  /** The best chain that ends with each question. */
  const ends: (Chain | null)[] = Array.from({ length: questions }, () => null);
  const byTurn = [...Map.groupBy(candidates, ({ turn }) => turn).values()];
  for (const ofTurn of byTurn.toSorted((a, b) => a[0]!.turn - b[0]!.turn)) {
    const longer = ofTurn.map((last): Chain => {
      let before: Chain | null = null;
      for (const end of ends.slice(0, last.question))
        if (end && end.worth > (before?.worth ?? 0)) before = end;
      return { worth: worth(last) + (before?.worth ?? 0), last, before };
    });
    for (const chain of longer)
      if (chain.worth > (ends[chain.last.question]?.worth ?? 0))
        ends[chain.last.question] = chain;
  }
  const chosen: Candidate[] = [];
  let chain = ends.reduce(
    (best, end) => ((end?.worth ?? 0) > (best?.worth ?? 0) ? end : best),
    null,
  );
  for (; chain; chain = chain.before) chosen.push(chain.last);
  return chosen.toReversed();
}

/** The best turn of each question that the order left out, where the words are clear enough. */
function outOfOrder(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
): readonly Candidate[] {
  const turns = new Set(taken.map(({ turn }) => turn));
  const questions = new Set(taken.map(({ question }) => question));
  const left: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.likeness - a.likeness)) {
    const { turn, question, likeness, isSettled } = candidate;
    if (isSettled || likeness < leastOutOfOrder) continue;
    if (turns.has(turn) || questions.has(question)) continue;
    turns.add(turn);
    questions.add(question);
    left.push(candidate);
  }
  return left;
}

function candidatesOf(
  turns: readonly TurnToMatch[],
  questions: readonly QuestionToMatch[],
  borders: readonly PlacedTurn[],
): readonly Candidate[] {
  const index = indexOf(questions);
  const numbers = new Map(questions.map(({ id }, number) => [id, number]));
  const settled = new Map(borders.map(({ turnId, questionId }) => [turnId, questionId]));
  const placed = new Set(borders.map(({ questionId }) => questionId));
  const isLed = turns.some(({ isModerator }) => isModerator);
  return turns.flatMap((turn, at): Candidate[] => {
    const question = settled.get(turn.id);
    if (question !== undefined) {
      const number = question === null ? undefined : numbers.get(question);
      return number === undefined
        ? []
        : [{ turn: at, question: number, likeness: 1, isSettled: true }];
    }
    if (turn.isRejected || turn.isModerator !== isLed) return [];
    return likenesses(turn.text, index).flatMap((likeness, number) =>
      likeness < least || placed.has(questions[number]!.id)
        ? []
        : [{ turn: at, question: number, likeness, isSettled: false }],
    );
  });
}

/**
 * From which turns on which questions may be what the talk is about, in the order of the text.
 *
 * A turn of a moderator (any turn, where nobody is one) is likened to a question by the words and three-letter pieces
 * that they share, weighed by how few questions have them, sentence by sentence, so that what is said around the
 * question hardly counts. Of all likenesses those are chosen that together weigh most while turns and questions go
 * forwards; a question that this leaves out is proposed out of order if its words are unmistakable. Each question
 * is proposed at one turn at most, and neither where a border stands nor if it has one: borders only fix the order.
 */
export function proposeBorders(
  turns: readonly TurnToMatch[],
  questions: readonly QuestionToMatch[],
  borders: readonly PlacedTurn[],
): readonly ProposedBorder[] {
  const candidates = candidatesOf(turns, questions, borders);
  const ordered = inOrder(candidates, questions.length);
  return [...ordered, ...outOfOrder(candidates, ordered)]
    .filter(({ isSettled }) => !isSettled)
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ turn, question, likeness }) => ({
      turnId: turns[turn]!.id,
      questionId: questions[question]!.id,
      likeness,
    }));
}
