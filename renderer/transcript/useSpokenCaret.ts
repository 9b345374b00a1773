import { useEffect } from 'react';

import { announce } from '../ui/announce.ts';
import { endOf, useCaret } from './caret.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { usePointed } from './pointedUnits.ts';
import { sayTurn, sayUnit } from './sayPlace.ts';
import { unitsAt } from './unitsAt.ts';

interface Spoken {
  readonly turn: number;
  readonly unit: number | null;
}

const nowhere: Spoken = { turn: -1, unit: null };

function entered(open: OpenTranscript, before: Spoken, now: Spoken): readonly string[] {
  const { say, units } = open;
  const said: string[] = [];
  if (before.unit !== null && before.unit !== now.unit)
    said.push(say('transcript.unit.ends', { n: before.unit }));
  if (before.turn !== now.turn) said.push(sayTurn(open, now.turn));
  if (now.unit !== null && before.unit !== now.unit) {
    const unit = units.find(({ number }) => number === now.unit);
    if (unit) said.push(say('transcript.unit.begins', { unit: sayUnit(open, unit) }));
  }
  return said;
}

/** Says what the caret comes into and leaves when keys move it, and lets the margin show the unit it is in. */
export function useSpokenCaret(latest: () => OpenTranscript): void {
  useEffect(() => {
    let before = nowhere;
    let frame = 0;
    const look = () => {
      const { selection, by, isFocused } = useCaret.getState();
      if (!selection || !isFocused) return;
      const open = latest();
      const point = endOf(selection);
      const unit = unitsAt(open.units, point)[0]?.number ?? null;
      const now = { turn: point.turn, unit };
      if (usePointed.getState().atCaret !== unit) usePointed.setState({ atCaret: unit });
      if (by === 'keys') announce(entered(open, before, now).join('. '));
      before = now;
    };
    const stop = useCaret.subscribe((now, then) => {
      if (now.selection === then.selection && now.isFocused === then.isFocused) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      usePointed.setState({ atCaret: null, hovered: null });
    };
  }, [latest]);
}
