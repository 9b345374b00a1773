import type { SourceLine } from '../sourceLines.ts';

const widest = 110;

function goesOn(line: SourceLine, next: SourceLine | undefined, width: number): boolean {
  if (next === undefined || next.blankBefore || next.heading > 0) return false;
  const firstWord = /^\s*(\S+)/.exec(next.text.slice(0, 200))?.[1] ?? '';
  return line.text.length + 1 + firstWord.length > width;
}

const sentenceEnd = /[.!?…:][)\]"”’»]*$/u;

// A program that wraps fills each line and breaks in the middle of sentences; a person presses Enter after them.
function isWrapped(
  lines: readonly SourceLine[],
  isLabelled: (at: number) => boolean,
  width: number,
): boolean {
  if (width > widest || width < 40) return false;
  const full = lines.filter(
    (line, at) => goesOn(line, lines[at + 1], width) && !isLabelled(at + 1),
  );
  const broken = full.filter((line) => !sentenceEnd.test(line.text.slice(-4)));
  return (
    broken.length >= 3 &&
    broken.length >= full.length * 0.6 &&
    full.length >= lines.length * 0.2
  );
}

/**
 * The numbers of the lines that go on with the sentence of the line before, because the text was wrapped at a width.
 * Empty when the file is not wrapped; `wanted` is the person's own word on it.
 */
export function continuationLines(
  lines: readonly SourceLine[],
  isLabelled: (at: number) => boolean,
  wanted: boolean | undefined,
): ReadonlySet<number> {
  if (wanted === false) return new Set();
  const width = lines.reduce((longest, line) => Math.max(longest, line.text.length), 0);
  if (wanted !== true && !isWrapped(lines, isLabelled, width)) return new Set();
  const asked = wanted === true && width > widest ? 80 : width;
  const joined = new Set<number>();
  for (const [at, line] of lines.entries()) {
    if (goesOn(line, lines[at + 1], asked) && !isLabelled(at + 1)) joined.add(at + 1);
  }
  return joined;
}
