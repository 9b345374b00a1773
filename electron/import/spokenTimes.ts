import type { SourceLine } from './sourceLines.ts';

const spoken =
  /^(?:(\p{L}.{0,60}?)\s+)?(?:(\d{1,2}) (?:hours?|tim(?:me|mar)?)\s*)?(?:(\d{1,2}) (?:minutes?|min(?:ut(?:er)?)?)\s*)?(?:(\d{1,2}) (?:seconds?|sek(?:und(?:er)?)?))?$/iu;
const time = /^\d{1,3}:\d{2}(?::\d{2})?$/;
const fewest = 2;

interface Spoken {
  readonly name: string;
  readonly clock: string;
}

function spokenIn({ text }: SourceLine): Spoken | null {
  const line = text.trim();
  const match = line.length > 110 ? null : spoken.exec(line);
  if (match === null) return null;
  const [, name = '', hours = '', minutes = '', seconds = ''] = match;
  if (`${hours}${minutes}${seconds}` === '') return null;
  const two = (value: string) => (value || '0').padStart(2, '0');
  return { name, clock: `${two(hours)}:${two(minutes)}:${two(seconds)}` };
}

/**
 * Lines copied out of Teams in a web browser, where each name and time stands twice, once as a screen reader says it
 * ("Eva Lindberg 0 minutes 3 seconds"): each becomes one line with the name and the time. Other lines are left as they are.
 */
export function withoutSpokenTimes(lines: readonly SourceLine[]): readonly SourceLine[] {
  const found = lines.map(spokenIn);
  const named = found.filter((one) => one !== null && one.name !== '');
  const names = new Set(named.map((one) => one?.name));
  if (named.length < fewest || names.size > named.length * 0.8) return lines;
  const repeats = (at: number): boolean => {
    const text = lines[at]?.text.trim() ?? '';
    const one = found[at];
    if (one) return one.name === '';
    return (
      (time.test(text) || names.has(text)) && at + 1 < lines.length && isSaidBelow(at + 1)
    );
  };
  const isSaidBelow = (at: number): boolean =>
    (found[at] ?? null) !== null ||
    (time.test(lines[at]?.text.trim() ?? '') && isSaidBelow(at + 1));
  return lines.flatMap((line, at) => {
    const one = found[at];
    if (one && one.name !== '') return [{ ...line, text: `${one.name}  ${one.clock}` }];
    return repeats(at) ? [] : [line];
  });
}
