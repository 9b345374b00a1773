import { useEffect, useRef } from 'react';
import { create } from 'zustand';

import type { Output } from '../../../shared/api.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { call, onHostEvent, queryClient } from '../../api.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { endedWithin, isHeard, withStretch, type Stretch } from './heard.ts';
import { turnsInTime, usePlayer } from './player.ts';

/** Turns that have been heard and wait to be noted. */
export const useWaitingTurns = create(() => ({ count: 0 }));

const mostWaiting = 20;
/** Longer between two reports of the player than this, at ordinary speed, is a leap and not listening. */
const longestMs = 1500;

/** A note that comes by itself must not take what was undone away from redo. */
const hasRedo = () =>
  !!queryClient.getQueryData<Output<'project.state'>>(['project.state', {}])?.redo;

/**
 * Notes the turns that are played through. Not one by one, and not in a pause: there the analyst corrects and undoes, and
 * the latest step shall be hers. What was heard before it is noted when she plays on, and when she leaves.
 */
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
      useWaitingTurns.setState({ count: 0 });
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
      useWaitingTurns.setState({ count: waiting.size });
      if (waiting.size >= mostWaiting && !hasRedo()) flush();
    };
    const stop = usePlayer.subscribe((player, before) => {
      const [from, to] = [before.atMs, player.atMs];
      const isOn = before.isPlaying && player.soundId === before.soundId;
      if (isOn && to > from && to - from < longestMs * Math.max(1, player.rate))
        hear({ from, to }, player.durationMs);
      if (!before.isPlaying && player.isPlaying && !hasRedo()) flush();
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
