const longestRecording = 1e10;

/** A time written as seconds with decimals; null when it is none or is longer than any recording. */
export function millisecondsOf(seconds: string | undefined): number | null {
  if (
    !/^[+-]?(?:\d{1,20}(?:\.\d{0,40})?|\.\d{1,40})(?:e[+-]?\d{1,3})?$/i.test(
      seconds ?? '',
    )
  )
    return null;
  const ms = Math.round(Number(seconds) * 1000);
  // Adding zero makes an ordinary nought of Praat's -0.
  return Math.abs(ms) > longestRecording ? null : ms + 0;
}
