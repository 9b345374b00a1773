import type { Cue } from './cueBlocks.ts';
import { plainCueText } from './cueText.ts';
import type { ImportNotes } from './importNotes.ts';

const plain = (line: string) => plainCueText(line).replace(/\s+/gu, ' ').trim();

function repeats(cue: Cue, before: Cue | undefined): boolean {
  const last = plain(before?.lines.at(-1) ?? '');
  return last !== '' && plain(cue.lines[0] ?? '') === last;
}

/**
 * YouTube's own captions roll: each shows the line before once more above the new one. When a file does that throughout,
 * the repeated lines are taken away; people who say the same thing twice are left alone.
 */
export function withoutRollingLines(cues: readonly Cue[], notes: ImportNotes): Cue[] {
  const rolling = cues.filter((cue, at) => repeats(cue, cues[at - 1])).length;
  if (rolling < 3 || rolling < cues.length * 0.3) return [...cues];
  notes.changed({ code: 'rollingLinesDropped', count: rolling });
  return cues.flatMap((cue, at) => {
    const lines = repeats(cue, cues[at - 1]) ? cue.lines.slice(1) : cue.lines;
    return lines.length === 0 ? [] : [{ ...cue, lines }];
  });
}
