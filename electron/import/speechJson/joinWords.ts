import type { Utterance } from './speechShape.ts';

/** A word as a recogniser has heard it. */
export interface Word extends Utterance {
  /** Stands close to the word before, as a full stop does. */
  readonly isAttached?: boolean;
}

const longestPause = 2000;
const sentenceEnd = /\S[.!?…]["”’)]*$/u;

interface Draft {
  text: string;
  readonly startMs: number | null;
  endMs: number | null;
  speaker: string | undefined;
}

function isPause(last: Draft, word: Word): boolean {
  return (
    last.endMs !== null &&
    word.startMs !== null &&
    word.startMs - last.endMs > longestPause
  );
}

function begins(word: Word, last: Draft): boolean {
  if (word.speaker !== undefined && last.speaker !== undefined) {
    if (word.speaker !== last.speaker) return true;
  }
  return sentenceEnd.test(last.text.slice(-8)) || isPause(last, word);
}

function goOn(last: Draft, word: Word): void {
  const isClose = word.isAttached === true;
  last.text += isClose ? word.text : ` ${word.text}`;
  last.speaker ??= word.speaker;
  // The time of a full stop is the silence after it in some recognisers; only words say when talk ends.
  if (!isClose) last.endMs = word.endMs ?? last.endMs;
}

/** Utterances of single words: a new one where the speaker changes, a sentence ends or nothing is said for two seconds. */
export function joinWords(words: readonly Word[]): Utterance[] {
  const drafts: Draft[] = [];
  for (const raw of words) {
    const word = { ...raw, text: raw.text.trim() };
    if (word.text === '') continue;
    const last = drafts.at(-1);
    if (last !== undefined && (word.isAttached === true || !begins(word, last)))
      goOn(last, word);
    else {
      const { text, startMs, endMs, speaker } = word;
      drafts.push({ text, startMs, endMs, speaker });
    }
  }
  return drafts;
}
