/** The part of a file that is asked for, both ends included; null: all of it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The last so many bytes. */
function lastBytes(length: number, bytes: number): ByteRange | 'none' {
  return length === 0 ? 'none' : { start: Math.max(0, bytes - length), end: bytes - 1 };
}

/**
 * What a Range header asks for (RFC 9110, 14.2). Several ranges, or a header that makes no sense, are answered with the
 * whole file, as the standard allows; `none` is a range that begins after the end.
 */
export function rangeAsked(
  header: string | null,
  bytes: number,
): ByteRange | 'none' | null {
  const asked = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/.exec(header ?? '');
  if (asked === null) return null;
  const [, first, last, length] = asked;
  if (length !== undefined) return lastBytes(Number(length), bytes);
  const start = Number(first);
  const end = last ? Number(last) : bytes - 1;
  if (start >= bytes) return 'none';
  return end < start ? null : { start, end: Math.min(end, bytes - 1) };
}
