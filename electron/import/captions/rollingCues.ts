import type { Cue } from './cueBlocks.ts';
import { plainCueText } from './cueText.ts';
import type { ImportNotes } from '../importNotes.ts';

/** A caption shown for less than this only holds the picture still between two others. */
const shortest = 50;

const plain = (line: string) => plainCueText(line).replace(/\s+/gu, ' ').trim();

function repeats(cue: Cue, before: Cue | undefined): boolean {
  const last = plain(before?.lines.at(-1) ?? '');
  return last !== '' && plain(cue.lines[0] ?? '') === last;
}

function isStill({ startMs, endMs }: Cue): boolean {
  return (
    startMs !== null && endMs !== null && endMs - startMs < shortest && endMs > startMs
  );
}

/**
 * YouTube's own captions roll: each shows the line before once more above the new one. When a file does that throughout,
 * the repeated lines are taken away; people who say the same thing twice are left alone.
 */
export function withoutRollingLines(cues: readonly Cue[], notes: ImportNotes): Cue[] {
  const rolls = (cue: Cue, at: number) =>
    cue.lines.length > 1 && repeats(cue, cues[at - 1]);
  const rolling = cues.filter(rolls).length;
  if (rolling < 2 || rolling < cues.length * 0.25) return [...cues];
  return cues.flatMap((cue, at) => {
    const isRepeat = rolls(cue, at) || (isStill(cue) && repeats(cue, cues[at - 1]));
    if (isRepeat) notes.changed({ code: 'rollingLinesDropped' });
    const lines = isRepeat ? cue.lines.slice(1) : cue.lines;
    return lines.length === 0 ? [] : [{ ...cue, lines }];
  });
}
