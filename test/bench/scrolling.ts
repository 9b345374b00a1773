import type { Page } from '@playwright/test';

import { median } from './measure.ts';
import { mainThreadOf, traced, type TraceEvent } from './windowStudy.ts';

export interface Scrolling {
  /** Milliseconds that the page's main thread was at work, in its own time, for each frame of the scroll. */
  readonly work: number;
  /** Frames that the main thread took part in; fewer than were due when the machine does much else. */
  readonly drawn: number;
  readonly dropped: number;
}

const gesture = { pixels: 12_000, perSecond: 2400 };
/** Frames that are due while the gesture lasts. */
export const frames = (gesture.pixels / gesture.perSecond) * 60;

const ownTime = ({ tdur = 0 }: TraceEvent) => tdur / 1000;

/**
 * Work for each frame that was due. One that the thread did not come to, since the machine was busy elsewhere, counts
 * as a usual one: who is late does not look cheap.
 */
function workPerFrame(events: readonly TraceEvent[]): Omit<Scrolling, 'dropped'> {
  const isMain = mainThreadOf(events);
  const timesOf = (name: string) =>
    events
      .filter((event) => event.name === name && event.ph === 'X' && isMain(event))
      .map(ownTime);
  const drawn = timesOf('ProxyMain::BeginMainFrame');
  const work = timesOf('RunTask').reduce((sum, time) => sum + time, 0);
  const missing = Math.max(0, frames - drawn.length) * median(drawn);
  return { work: (work + missing) / frames, drawn: drawn.length };
}

/** A steady scroll downwards by the wheel, from where the page is. */
export async function scroll(
  page: Page,
  at: { readonly x: number; readonly y: number },
): Promise<Scrolling> {
  await page.bringToFront();
  await page.waitForTimeout(800);
  const events = await traced(page, async (devtools) => {
    await devtools.send('Input.synthesizeScrollGesture', {
      ...at,
      yDistance: -gesture.pixels,
      speed: gesture.perSecond,
      gestureSourceType: 'mouse',
    });
  });
  return {
    ...workPerFrame(events),
    dropped: events.filter(({ name }) => name === 'DroppedFrame').length,
  };
}

export const each = (
  runs: readonly Scrolling[],
  value: (one: Scrolling) => number,
  digits = 0,
) => runs.map((one) => value(one).toFixed(digits)).join(' ');
