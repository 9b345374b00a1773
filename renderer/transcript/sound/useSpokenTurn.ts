import { useEffect } from 'react';

import { isField } from '../../keys/pressed.ts';
import { scrollToText, useCaret } from '../caret.ts';
import { turnElementId } from '../spansOfSelection.ts';
import { usePlayer } from './player.ts';

const rowOf = (index: number | null) =>
  index === null ? null : document.getElementById(turnElementId(index));

let painted: HTMLElement | null = null;

/** On the row itself, not through React: the text is not drawn again for a turn that is spoken. */
function paint(index: number | null): void {
  const row = rowOf(index);
  if (row !== painted) painted?.removeAttribute('data-spoken');
  row?.setAttribute('data-spoken', '');
  painted = row;
}

const scroller = () =>
  useCaret.getState().surface?.root.closest<HTMLElement>('.workspace-content') ?? null;

function isInSight(index: number): boolean {
  const view = scroller()?.getBoundingClientRect();
  const row = rowOf(index)?.getBoundingClientRect();
  return !!view && !!row && row.bottom > view.top && row.top < view.bottom;
}

/** Nothing moves under somebody who writes in the text, or is asked something about a place in it. */
function isWriting(): boolean {
  const { activeElement } = document;
  if (activeElement?.closest('[role=dialog], [role=alertdialog]')) return true;
  return isField(activeElement) && scroller()?.contains(activeElement) === true;
}

/** Our own scrolling is not the person's; it also ends a while after it was asked for. */
const ownMs = 400;
let ownUntil = 0;

/** Shows the turn that is spoken, and lets the text follow again. */
export function followSpoken(): void {
  const { spoken } = usePlayer.getState();
  usePlayer.setState({ isFollowing: true });
  if (spoken === null) return;
  ownUntil = performance.now() + ownMs;
  scrollToText({ turn: spoken, at: 0 });
  paint(spoken);
}

/**
 * Paints the turn that is spoken, and scrolls along as long as the person has not scrolled away from it; who scrolls back
 * to it is followed again.
 */
export function useSpokenTurn(): void {
  useEffect(() => {
    const stop = usePlayer.subscribe((player, before) => {
      paint(player.soundId === null ? null : player.spoken);
      const isNext = player.spoken !== before.spoken && player.spoken !== null;
      if (isNext && player.isPlaying && player.isFollowing && !isWriting())
        followSpoken();
    });
    const onScroll = (event: Event) => {
      const { spoken, isFollowing } = usePlayer.getState();
      if (event.target !== scroller() || spoken === null) return;
      if (performance.now() < ownUntil) return;
      const isSeen = isInSight(spoken);
      if (isSeen !== isFollowing) usePlayer.setState({ isFollowing: isSeen });
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      stop();
      paint(null);
      document.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, []);
}
