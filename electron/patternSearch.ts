import { Refusal } from '../shared/errors.ts';
import type { TextRange } from '../shared/text/textRange.ts';
import { keptThread } from './keptThread.ts';

export interface PatternQuestion {
  readonly pattern: string;
  readonly texts: readonly string[];
  /** No more than so many places are wanted. */
  readonly most: number;
}

/** The places in one of the texts, as start, end, start, end; or that all have been looked into. */
export type PatternFound =
  { readonly index: number; readonly places: readonly number[] } | 'done';

export interface PlacesInTexts {
  /** For each text, in order. */
  readonly places: readonly (readonly TextRange[])[];
  /** The time was over before all were looked into. */
  readonly isCut: boolean;
}

const thread = keptThread(import.meta.url, 'patternThread', 256);
/** Ends the question that is being answered, with what has been found until now. */
let endEarlier: (() => void) | null = null;

/** Refuses what is no regular expression, saying why. */
export function assertPattern(pattern: string): void {
  try {
    RegExp(pattern, 'gimu');
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(': ').at(-1) ?? '') : '';
    throw new Refusal('search.pattern', { why });
  }
}

const pairs = (places: readonly number[]): readonly TextRange[] =>
  Array.from({ length: places.length / 2 }, (_, n) => ({
    start: places[2 * n] ?? 0,
    end: places[2 * n + 1] ?? 0,
  }));

/**
 * Runs a regular expression on texts in a thread of its own that is ended when the time is over: some expressions take
 * longer than anybody lives, and nothing but the end of their thread stops them. A new question ends the one before.
 */
export function placesOfPattern(
  question: PatternQuestion,
  milliseconds: number,
): Promise<PlacesInTexts> {
  endEarlier?.();
  const worker = thread.worker();
  const places: (readonly TextRange[])[] = question.texts.map(() => []);
  return new Promise((resolve) => {
    const finish = (isCut: boolean) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('exit', onEnd);
      endEarlier = null;
      worker.unref();
      if (isCut) void thread.end();
      resolve({ places, isCut });
    };
    const onEnd = () => finish(true);
    const onMessage = (found: PatternFound) => {
      if (found === 'done') finish(false);
      else places[found.index] = pairs(found.places);
    };
    const timer = setTimeout(onEnd, Math.max(0, milliseconds));
    endEarlier = onEnd;
    worker.ref();
    worker.on('message', onMessage).once('exit', onEnd);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(question);
  });
}
