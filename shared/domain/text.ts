import { z } from 'zod';

import { normaliseText } from '../text/normaliseText.ts';

/** NFC, well-formed, LF, without NUL: how all text enters a project (rulings 13). Idempotent. */
export function enteredText(raw: string): string {
  return normaliseText(raw).text;
}

/** One line of text: line breaks become spaces, ends are trimmed. */
export function line(longest = 300) {
  return z
    .string()
    .max(longest * 4)
    .transform((raw) =>
      enteredText(raw)
        .replace(/\s*\n\s*/g, ' ')
        .trim(),
    )
    .pipe(z.string().max(longest));
}

/** A line that must say something: a name, a title, a label. */
export function name(longest = 300) {
  return line(longest).pipe(z.string().min(1));
}

/** Text of several lines, trimmed at its ends. */
export function prose(longest = 100_000) {
  return z
    .string()
    .max(longest * 4)
    .transform((raw) => enteredText(raw).trim())
    .pipe(z.string().max(longest));
}

/** Where a file lies; no disk takes a NUL in a name, and some libraries stop reading at it. */
export const filePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0') && path.isWellFormed(), {
    message: 'a path holds no such character',
  });
