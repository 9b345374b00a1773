import type { MouseEvent } from 'react';

import type { Turn } from '../../../shared/domain/transcript.ts';
import { playFrom, usePlayer } from './player.ts';

/** The speaker's name above a turn's number, and the number above its time, in rem (transcript.css). */
const nameHeight = 1.125;
const lineHeight = 1;

/** Where in the window a row's time begins, and how high it may be pressed. */
function timeOfRow(row: Element): { readonly top: number; readonly height: number } {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const line = row.querySelector('.line')?.getBoundingClientRect().height ?? 0;
  const name = row.querySelector('.turn-head[data-speaker]') ? nameHeight : 0;
  const above = (line - nameHeight * rem) / 2 + (name + lineHeight) * rem;
  return {
    top: row.getBoundingClientRect().top + above,
    height: 1.5 * lineHeight * rem,
  };
}

/** Plays from the turn when its time, which stands in generated content, was pressed; says whether it was. */
export function playTimeUnder(event: MouseEvent, turn: Turn | undefined): boolean {
  if (!(event.target instanceof Element)) return false;
  const row = event.target.closest('[data-turn]');
  const startMs = turn?.startMs ?? null;
  if (!row || startMs === null || usePlayer.getState().soundId === null) return false;
  const { top, height } = timeOfRow(row);
  if (event.clientY < top || event.clientY > top + height) return false;
  playFrom(startMs);
  return true;
}
