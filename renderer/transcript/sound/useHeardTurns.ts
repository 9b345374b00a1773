import { useEffect, useRef } from 'react';

import type { TurnId } from '../../../shared/domain/ids.ts';
import { call, onHostEvent } from '../../api.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { endedWithin, isHeard, withStretch, type Stretch } from './heard.ts';
import { turnsInTime, usePlayer } from './player.ts';

/** A step for every turn would bury what the analyst does between them; they are noted when she pauses, or at the latest by then. */
const mostWaiting = 20;
/** Longer between two reports of the player than this, at ordinary speed, is a leap and not listening. */
const longestMs = 1500;

/** Notes the turns that are played through, a step for those since the last pause. */
export function useHeardTurns(open: OpenTranscript): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    let stretches: readonly Stretch[] = [];
    const waiting = new Set<TurnId>();

    const flush = () => {
      const turnIds = [...waiting];
      waiting.clear();
      if (turnIds.length === 0 || latest.current.isReadOnly) return;
      // Refused only when the turn has gone meanwhile, or the project with it.
      call('turns.listened', { turnIds }).catch(() => {});
    };
    const hear = (stretch: Stretch, durationMs: number) => {
      stretches = withStretch(stretches, stretch);
      const { transcript, listened } = latest.current;
      for (const turn of endedWithin(turnsInTime(), stretch, durationMs))
        if (isHeard(stretches, turn, durationMs))
          for (const { id } of transcript.turns.slice(turn.index, turn.until))
            if (!listened.has(id)) waiting.add(id);
      if (waiting.size >= mostWaiting) flush();
    };
    const stop = usePlayer.subscribe((player, before) => {
      const [from, to] = [before.atMs, player.atMs];
      const isOn = before.isPlaying && player.soundId === before.soundId;
      if (isOn && to > from && to - from < longestMs * Math.max(1, player.rate))
        hear({ from, to }, player.durationMs);
      if (before.isPlaying && !player.isPlaying) flush();
    });
    const stopHost = onHostEvent((event) => {
      if (event.kind === 'window' && event.state === 'closing') flush();
    });
    return () => {
      stop();
      stopHost();
      flush();
    };
  }, []);
}
