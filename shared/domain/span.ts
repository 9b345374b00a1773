import { z } from 'zod';

import { turnId, type TurnId } from './ids.ts';

/** Where something is said: offsets in UTF-16 code units of the turn's text, never inside a grapheme. */
export interface Span {
  readonly turnId: TurnId;
  readonly start: number;
  readonly end: number;
}

/** A span with the words that stood there; `before` and `after` are up to 32 characters of context. */
export interface AnchoredSpan extends Span {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

export const span = z
  .object({ turnId, start: z.int().min(0), end: z.int().min(0) })
  .refine((given) => given.end > given.start, {
    message: 'a span must hold at least one character',
  });

/** What stands between the words of two spans that do not touch. */
export const omission = '[…]';

const contextLength = 32;

/** The span with its words and their context, cut from the turn's text at well-formed places. */
export function anchor(where: Span, turnText: string): AnchoredSpan {
  return {
    turnId: where.turnId,
    start: where.start,
    end: where.end,
    text: turnText.slice(where.start, where.end),
    before: turnText
      .slice(Math.max(0, where.start - contextLength), where.start)
      .toWellFormed(),
    after: turnText.slice(where.end, where.end + contextLength).toWellFormed(),
  };
}
