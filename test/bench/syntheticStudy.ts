import type { ProposedSpeaker } from '../../shared/domain/importing.ts';

/** Sizes that the figures are given for. */
export const sizes = {
  normal: { words: 20_000, turns: 600, units: 2_000 },
  extreme: { words: 150_000, turns: 6_000, units: 10_000 },
} as const;

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const vocabulary = (
  'och att det jag man inte som en på är av för med till den har de om ett var så när men vad eller då kan ' +
  'mötet planen samordnare handläggare boendestöd frågan svaret kommunen vården psykiatrin hemma köket ' +
  'ingen någon alltid aldrig ibland kanske faktiskt egentligen liksom tillsammans först efteråt innan ' +
  'fick visste trodde kände frågade ringde satt pratade lyssnade väntade önskade behövde glömde skrev ' +
  'trygg rädd trött osäker delaktig självklar svår viktig möjlig ensam överraskad äntligen återigen ' +
  'arbetsmiljön uppföljningen förberedelsen delaktigheten dagordningen återkopplingen välkomnande'
).split(' ');

export interface SyntheticTurn {
  readonly speaker: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

function sentence(random: () => number, words: number): string {
  const picked = Array.from(
    { length: words },
    () => vocabulary[Math.floor(random() * random() * vocabulary.length)] ?? 'och',
  );
  const text = picked.join(' ');
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}

function turnText(random: () => number, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0;) {
    const length = Math.min(left, 4 + Math.floor(random() * 14));
    sentences.push(sentence(random, length));
    left -= length;
  }
  return sentences.join(' ');
}

/** A focus group of five participants and a moderator, `words` words over `turns` turns. */
export function syntheticTurns(
  size: { readonly words: number; readonly turns: number },
  seed = 1,
): readonly SyntheticTurn[] {
  const random = randomFrom(seed);
  const weights = Array.from({ length: size.turns }, () => 0.2 + random() * 1.8);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let clock = 0;
  return weights.map((weight, index) => {
    const words = Math.max(1, Math.round((weight / total) * size.words));
    const startMs = clock;
    clock += words * 400;
    const speaker = index % 6 === 0 ? 'Moderator' : `P${1 + Math.floor(random() * 5)}`;
    return { speaker, startMs, endMs: clock, text: turnText(random, words) };
  });
}

export const syntheticSpeakers: readonly Pick<ProposedSpeaker, 'label' | 'role'>[] = [
  { label: 'Moderator', role: 'moderator' },
  ...[1, 2, 3, 4, 5].map((n) => ({ label: `P${n}`, role: 'participant' as const })),
];

export interface SyntheticUnit {
  /** Ordinal of the turn, from 0. */
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** Sentences of participants as units, spread over the whole text; every tenth goes on into the next sentence, so that some overlap. */
export function syntheticUnits(
  turns: readonly SyntheticTurn[],
  count: number,
  seed = 2,
): readonly SyntheticUnit[] {
  const random = randomFrom(seed);
  const sentences = turns.flatMap((turn, index) =>
    turn.speaker === 'Moderator'
      ? []
      : [...turn.text.matchAll(/[^.]+\./g)].map((match) => ({
          turn: index,
          start: match.index + (match[0].startsWith(' ') ? 1 : 0),
          end: match.index + match[0].length,
        })),
  );
  const units: SyntheticUnit[] = [];
  for (let n = 0; n < count; n += 1) {
    const own = sentences[Math.floor((n / count) * sentences.length)];
    if (!own) continue;
    const text = turns[own.turn]?.text ?? '';
    const end =
      n % 10 === 0 ? Math.min(text.length, own.end + Math.floor(random() * 40)) : own.end;
    units.push({ ...own, end: /\S/.test(text[end - 1] ?? ' ') ? end : end - 1 });
  }
  return units;
}

/** A code's name that looks like one. */
export function syntheticCodeName(n: number, random: () => number): string {
  const word = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'kod';
  return `${word()} ${word()} ${n}`;
}

/** A code's definition that looks like one. */
export function syntheticDefinition(random: () => number): string {
  return `${sentence(random, 8 + Math.floor(random() * 8))} ${sentence(random, 6)}`;
}
