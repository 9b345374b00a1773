import type { SourceLine } from '../sourceLines.ts';

const spoken =
  /^(?:(\p{L}.{0,60}?)\s+)?(?:(\d{1,2}) (?:hours?|tim(?:me|mar)?)\s*)?(?:(\d{1,2}) (?:minutes?|min(?:ut(?:er)?)?)\s*)?(?:(\d{1,2}) (?:seconds?|sek(?:und(?:er)?)?))?$/iu;
const unit =
  /(?:hours?|tim(?:me|mar)?|minutes?|min|minut(?:er)?|seconds?|sek|sekund(?:er)?)$/i;
const time = /^\d{1,3}:\d{2}(?::\d{2})?$/;
const fewest = 2;

interface Spoken {
  readonly name: string;
  readonly clock: string;
}

function spokenIn({ text }: SourceLine): Spoken | null {
  const line = text.trim();
  if (line.length > 110 || !unit.test(line.slice(-9))) return null;
  const match = spoken.exec(line);
  if (match === null) return null;
  const [, name = '', hours = '', minutes = '', seconds = ''] = match;
  // "P1: 5 minuter" is what somebody says.
  if (`${hours}${minutes}${seconds}` === '' || /[^\p{L}\p{N})]$/u.test(name)) return null;
  const two = (value: string) => (value || '0').padStart(2, '0');
  return { name, clock: `${two(hours)}:${two(minutes)}:${two(seconds)}` };
}

const isTime = (line: SourceLine | undefined) =>
  line !== undefined && time.test(line.text.trim());

/** At most three lines stand above the one that says both: the name, the time as it is said, the time as it is written. */
const above = 3;

/** Where the lines begin that say again what the line at `at` says. */
function startOfBlock(
  lines: readonly SourceLine[],
  found: readonly (Spoken | null)[],
  at: number,
): number {
  const name = found[at]?.name;
  let start = at;
  while (start > 0 && at - start < above) {
    const says = lines[start - 1];
    const isSpoken = found[start - 1]?.name === '';
    if (!isTime(says) && !isSpoken && says?.text.trim() !== name) break;
    start -= 1;
  }
  return start;
}

/**
 * Lines copied out of Teams in a web browser, where each name and time stands twice, once as a screen reader says it
 * ("Eva Lindberg 0 minutes 3 seconds"): each becomes one line with the name and the time. Other lines are left as they are.
 */
export function withoutSpokenTimes(lines: readonly SourceLine[]): readonly SourceLine[] {
  const found = lines.map(spokenIn);
  const blocks = [...lines.keys()].filter(
    (at) => (found[at]?.name ?? '') !== '' && isTime(lines[at - 1]),
  );
  if (blocks.length < fewest) return lines;
  const names = new Set(blocks.map((at) => found[at]?.name));
  const repeated = new Set<number>();
  for (const at of blocks)
    for (let up = startOfBlock(lines, found, at); up < at; up += 1) repeated.add(up);
  return lines.flatMap((line, at) => {
    const one = found[at];
    if (one && names.has(one.name))
      return [{ ...line, text: `${one.name}  ${one.clock}` }];
    return repeated.has(at) ? [] : [line];
  });
}
