import { sentencesOf } from './sentences.ts';
import { isSmallWord, stemOf } from './wordStems.ts';

interface Asked {
  readonly stem: string;
  readonly question: number;
  readonly weight: number;
}

/** A word that is heard: which of the questions' words it may be, and how surely. */
interface Echo {
  readonly asked: number;
  readonly likeness: number;
}

const smallWeight = 0.12;
/** What is missing of a question however well it is heard: one of a single word is told by more than that word. */
const doubt = 0.25;
const leastAlike = 0.5;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const pieces = (word: string): readonly string[] =>
  Array.from({ length: word.length }, (_, at) => ` ${word}`.slice(at, at + 3));

/** The questions' words, each once in its question: rare in the guide and in the talk weighs more than common. */
function askedWords(
  questions: readonly string[],
  rarity: (stem: string) => number,
): readonly Asked[] {
  const stems = questions.map(
    (text) => new Map(wordsOf(text).map((word) => [stemOf(word), isSmallWord(word)])),
  );
  const within = (stem: string) => stems.filter((question) => question.has(stem)).length;
  return stems.flatMap((question, index) =>
    [...question].map(([stem, isSmall]) => ({
      stem,
      question: index,
      weight:
        (isSmall ? smallWeight : 1) *
        Math.log2(1 + questions.length / within(stem)) *
        (0.3 + 0.7 * rarity(stem)),
    })),
  );
}

/** From 0 for a word of every turn to 1 for one that no turn has; a short talk tells little. */
function rarityIn(talk: readonly (readonly string[])[]): (stem: string) => number {
  const turns = new Map<string, number>();
  const lastTurn = new Map<string, number>();
  for (const [turn, words] of talk.entries())
    for (const word of words)
      if (lastTurn.get(word) !== turn) {
        lastTurn.set(word, turn);
        turns.set(word, (turns.get(word) ?? 0) + 1);
      }
  const byStem = new Map<string, number>();
  for (const [word, count] of turns) {
    const stem = stemOf(word);
    byStem.set(stem, (byStem.get(stem) ?? 0) + count);
  }
  const most = Math.log(talk.length + 2);
  return (stem) => Math.max(0, 1 - Math.log((byStem.get(stem) ?? 0) + 1) / most);
}

/** Which of the questions' words each word may be: the same stem, a part of a compound, or mostly the same letters. */
function echoesOf(asked: readonly Asked[]): (word: string) => readonly Echo[] {
  const holders = Map.groupBy(
    asked.flatMap(({ stem }, index) =>
      [...new Set(pieces(stem))].map((piece) => ({ piece, index })),
    ),
    ({ piece }) => piece,
  );
  const found = new Map<string, readonly Echo[]>();
  const look = (word: string): readonly Echo[] => {
    const stem = stemOf(word);
    const own = new Set(pieces(stem));
    const shared = new Map<number, number>();
    for (const piece of own)
      for (const { index } of holders.get(piece) ?? [])
        shared.set(index, (shared.get(index) ?? 0) + 1);
    return [...shared].flatMap(([index, count]) => {
      const other = asked[index]!.stem;
      if (other === stem) return [{ asked: index, likeness: 1 }];
      const [short, long] = [stem, other].toSorted((a, b) => a.length - b.length);
      if (short!.length < 4) return [];
      const alike = (2 * count) / (own.size + other.length);
      const likeness = long!.includes(short!) ? Math.max(0.75, alike) : alike;
      return likeness < leastAlike ? [] : [{ asked: index, likeness }];
    });
  };
  return (word) => {
    let echoes = found.get(word);
    if (!echoes) found.set(word, (echoes = look(word)));
    return echoes;
  };
}

/** Words beside the question count a little against it, so that the sentence that asks wins over one that tells. */
const besides = (words: number) => 1 - Math.min(0.25, Math.max(0, words - 14) * 0.01);

/** How surely each of the questions' words is heard; none where it is not. */
type HeardWords = ReadonlyMap<number, number>;

function heardIn(
  words: readonly string[],
  echoes: (word: string) => readonly Echo[],
): HeardWords {
  const best = new Map<number, number>();
  for (const word of words)
    for (const { asked, likeness } of echoes(word))
      if (likeness > (best.get(asked) ?? 0)) best.set(asked, likeness);
  return best;
}

function both(one: HeardWords, other: HeardWords): HeardWords {
  const best = new Map(one);
  for (const [asked, likeness] of other)
    if (likeness > (best.get(asked) ?? 0)) best.set(asked, likeness);
  return best;
}

/**
 * How much of each question is heard in each text, from 0 to 1: by the words they share, whatever their endings, in
 * the single sentence, or two that follow on one another, where that is most. Words that the texts are full of say
 * little.
 */
export function hearQuestions(
  questions: readonly string[],
  texts: readonly string[],
): readonly (readonly number[])[] {
  const talk = texts.map((text) =>
    sentencesOf(text).map(({ start, end }) => wordsOf(text.slice(start, end))),
  );
  const asked = askedWords(
    questions,
    rarityIn(talk.map((sentences) => sentences.flat())),
  );
  const totals = questions.map(() => doubt);
  for (const { question, weight } of asked) totals[question]! += weight;
  const echoes = echoesOf(asked);
  const keep = (most: number[], heard: HeardWords, words: number) => {
    const sums = questions.map(() => 0);
    for (const [index, likeness] of heard) {
      const { question, weight } = asked[index]!;
      sums[question]! += weight * likeness;
    }
    for (const [question, sum] of sums.entries()) {
      const likeness = (sum / totals[question]!) * besides(words);
      if (likeness > most[question]!) most[question] = likeness;
    }
  };
  return talk.map((sentences) => {
    const most = questions.map(() => 0);
    const heard = sentences.map((words) => heardIn(words, echoes));
    for (const [index, words] of sentences.entries()) {
      const [here, next] = [heard[index]!, heard[index + 1]];
      keep(most, here, words.length);
      if (next) keep(most, both(here, next), words.length + sentences[index + 1]!.length);
    }
    return most;
  });
}
