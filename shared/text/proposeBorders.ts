import type { QuestionId, TurnId } from '../domain/ids.ts';
import type { PlacedTurn, ProposedBorder } from '../domain/question.ts';
import { hearQuestions } from './hearQuestions.ts';

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
const least = 0.28;
/** A question asked out of the guide's order, or once more, must be told by its words alone. */
const leastOutOfOrder = 0.6;
/** Less is enough where no other question is heard half as much, */
const leastAlone = 0.45;
/** and where the moderator says that she goes back. */
const leastGoingBack = 0.4;
/** Heard so much beside another, a question is asked together with it. */
const leastTogether = 0.5;
/** So many questions in one turn are summed up, not asked. */
const summedUp = 3;
/** A border that stands is certain: the order goes through it. */
const settledWeight = 100;

const asks = /\?|\b(?:berätta|beskriv|tänk er|tell (?:me|us)|describe)\b/iu;
const goesBack =
  /\b(?:tillbaka|backa|återkom\p{L}*|förut|tidigare|(?:come|go|came|went|going|coming) back|back to|earlier|before that)(?!\p{L})/iu;

interface Candidate {
  readonly turn: number;
  readonly question: number;
  readonly likeness: number;
  readonly isSettled: boolean;
}

interface Talk {
  /** What is heard in the turns where a question may begin, by their index. */
  readonly heard: ReadonlyMap<number, readonly number[]>;
  /** Borders that stand, by the index of their turn; -1 is outside the guide or not in it. */
  readonly settled: ReadonlyMap<number, number>;
  readonly turns: readonly TurnToMatch[];
}

function hear(
  turns: readonly TurnToMatch[],
  questions: readonly QuestionToMatch[],
  borders: readonly PlacedTurn[],
): Talk {
  const numbers = new Map(questions.map(({ id }, number) => [id, number]));
  const placed = new Map(borders.map(({ turnId, questionId }) => [turnId, questionId]));
  const isLed = turns.some(({ isModerator }) => isModerator);
  const settled = new Map<number, number>();
  // All of them are listened to whatever stands: what is rare in the talk must not change with each border.
  const led = [...turns.keys()].filter((at) => turns[at]!.isModerator === isLed);
  const likenesses = hearQuestions(
    questions.map(({ text }) => text),
    led.map((at) => turns[at]!.text),
  );
  const heard = new Map(led.map((at, index) => [at, likenesses[index]!]));
  for (const [at, { id, isRejected }] of turns.entries()) {
    const question = placed.get(id);
    if (question !== undefined)
      settled.set(at, question === null ? -1 : (numbers.get(question) ?? -1));
    if (question !== undefined || isRejected) heard.delete(at);
  }
  return { heard, settled, turns };
}

const isSummary = (likenesses: readonly number[]) =>
  likenesses.filter((likeness) => likeness >= leastGoingBack).length >= summedUp;

/** What could be the beginning of a question that has none yet. */
function candidatesOf({ heard, settled, turns }: Talk): readonly Candidate[] {
  const placed = new Set(settled.values());
  const certain = [...settled]
    .filter(([, question]) => question >= 0)
    .map(([turn, question]) => ({ turn, question, likeness: 1, isSettled: true }));
  const possible = [...heard].flatMap(([turn, likenesses]) => {
    const worth =
      (isSummary(likenesses) ? 0.6 : 1) * (asks.test(turns[turn]!.text) ? 1 : 0.85);
    return likenesses
      .map((likeness, question) => ({
        turn,
        question,
        likeness: likeness * worth,
        isSettled: false,
      }))
      .filter(({ likeness, question }) => likeness >= least && !placed.has(question));
  });
  return [...certain, ...possible];
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
  { heard }: Talk,
): readonly Candidate[] {
  const turns = new Set(taken.map(({ turn }) => turn));
  const questions = new Set(taken.map(({ question }) => question));
  const isClear = ({ turn, question, likeness }: Candidate) => {
    const others = heard.get(turn)?.filter((_, other) => other !== question) ?? [];
    return (
      likeness >= leastOutOfOrder ||
      (likeness >= leastAlone && likeness > 2 * Math.max(0, ...others))
    );
  };
  const left: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.likeness - a.likeness)) {
    const { turn, question, isSettled } = candidate;
    if (isSettled || turns.has(turn) || questions.has(question)) continue;
    if (!isClear(candidate)) continue;
    turns.add(turn);
    questions.add(question);
    left.push(candidate);
  }
  return left;
}

const inText = (candidates: readonly Candidate[]) =>
  candidates.toSorted((a, b) => a.turn - b.turn);

/** A question begins where it is asked first, not where a follow-up has more of its words. */
function fromFirstAsking(
  begun: readonly Candidate[],
  { heard }: Talk,
): readonly Candidate[] {
  return begun.map((candidate, index) => {
    if (candidate.isSettled) return candidate;
    const { question, likeness } = candidate;
    const enough = Math.max(leastGoingBack, likeness * 0.6);
    const from = index === 0 ? 0 : begun[index - 1]!.turn + 1;
    for (let turn = from; turn < candidate.turn; turn += 1) {
      const here = heard.get(turn);
      const own = here?.[question] ?? 0;
      if (here && own >= enough && own === Math.max(...here) && !isSummary(here))
        return { ...candidate, turn, likeness: own };
    }
    return candidate;
  });
}

/** The question that a turn clearly asks anew while the talk is about another; -1 when it does none. */
function askedAnew(
  { text }: TurnToMatch,
  likenesses: readonly number[],
  now: number,
): number {
  if (!asks.test(text) || isSummary(likenesses)) return -1;
  const likeness = Math.max(...likenesses);
  const question = likenesses.indexOf(likeness);
  const enough = goesBack.test(text) ? leastGoingBack : leastOutOfOrder;
  const isOther = question !== now && likeness >= 1.3 * (likenesses[now] ?? 0);
  return isOther && likeness >= enough ? question : -1;
}

/** Where the talk comes back to a question that it had left. */
function comingBack(begun: readonly Candidate[], talk: Talk): readonly Candidate[] {
  const borders = new Map<number, number>(talk.settled);
  for (const { turn, question } of begun) borders.set(turn, question);
  const back: Candidate[] = [];
  const left = new Set<number>();
  let now = -1;
  for (const [turn, said] of talk.turns.entries()) {
    const border = borders.get(turn);
    const likenesses = talk.heard.get(turn);
    const anew = likenesses && left.size > 0 ? askedAnew(said, likenesses, now) : -1;
    const question = border ?? (left.has(anew) ? anew : null);
    if (question === null) continue;
    if (border === undefined)
      back.push({ turn, question, likeness: likenesses![question]!, isSettled: false });
    if (now >= 0) left.add(now);
    now = question;
  }
  return back;
}

/**
 * From which turns on which questions may be what the talk is about, in the order of the text.
 *
 * What is heard of the questions in the turns of moderators (in any turn, where nobody is one) decides, and the order
 * of the guide: of all likenesses those are chosen that together weigh most while turns and questions go forwards, so
 * that a question in quite other words is found in its place. One that this leaves out is proposed out of order if its
 * words are unmistakable, and one that has been is proposed once more where the moderator clearly asks it anew.
 * Follow-ups about the question that is talked of propose nothing, nor do turns that sum up several, nor those where a
 * border stands: borders only fix the order. A question asked in the same turn as another is named with it, since
 * one turn can begin one question.
 */
export function proposeBorders(
  turns: readonly TurnToMatch[],
  questions: readonly QuestionToMatch[],
  borders: readonly PlacedTurn[],
): readonly ProposedBorder[] {
  const talk = hear(turns, questions, borders);
  const candidates = candidatesOf(talk);
  const ordered = inOrder(candidates, questions.length);
  const begun = fromFirstAsking(
    inText([...ordered, ...outOfOrder(candidates, ordered, talk)]),
    talk,
  );
  const placed = new Set([
    ...talk.settled.values(),
    ...begun.map(({ question }) => question),
  ]);
  const together = (turn: number) =>
    questions.flatMap(({ id }, question) =>
      !placed.has(question) && (talk.heard.get(turn)?.[question] ?? 0) >= leastTogether
        ? [id]
        : [],
    );
  return inText([...begun, ...comingBack(begun, talk)])
    .filter(({ isSettled }) => !isSettled)
    .map(({ turn, question, likeness }) => ({
      turnId: turns[turn]!.id,
      questionId: questions[question]!.id,
      likeness,
      also: together(turn),
    }));
}
