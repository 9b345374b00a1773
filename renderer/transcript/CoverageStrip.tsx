import { type MouseEvent, useEffect, useRef } from 'react';

import { useWords } from '../words.ts';
import type { Coverage, TurnState } from './coverage.ts';
import './coverage.css';

export interface CoverageStripProps {
  readonly coverage: Coverage;
  /** How long each turn is. */
  readonly lengths: readonly number[];
  /** To the turn that was clicked. */
  readonly onGoTo: (turn: number) => void;
}

type Paint = Readonly<Record<Exclude<TurnState, 'context'>, string | CanvasPattern>>;

function hatch(context: CanvasRenderingContext2D, ink: string, ground: string) {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const drawing = tile.getContext('2d');
  if (!drawing) return ground;
  drawing.fillStyle = ground;
  drawing.fillRect(0, 0, 6, 6);
  drawing.strokeStyle = ink;
  drawing.lineWidth = 1.5;
  for (const x of [-3, 3, 9]) {
    drawing.moveTo(x - 3, 6);
    drawing.lineTo(x + 3, 0);
  }
  drawing.stroke();
  return context.createPattern(tile, 'repeat') ?? ground;
}

function paintOf(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): Paint {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim() || style.color;
  return {
    marked: colour('--strip-marked'),
    aside: hatch(context, colour('--strip-aside'), colour('--strip-ground')),
    left: colour('--strip-left'),
  };
}

/** Participants' words from left to right; moderators take no room. */
function runsOf({ states }: Coverage, lengths: readonly number[]) {
  const total = states.reduce(
    (sum, state, turn) => sum + (state === 'context' ? 0 : (lengths[turn] ?? 0) + 1),
    0,
  );
  let from = 0;
  return states.flatMap((state, turn) => {
    if (state === 'context' || total === 0) return [];
    const width = ((lengths[turn] ?? 0) + 1) / total;
    const run = { state, turn, from, width };
    from += width;
    return [run];
  });
}

function draw(canvas: HTMLCanvasElement, runs: ReturnType<typeof runsOf>): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas.getBoundingClientRect();
  const scale = devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const paint = paintOf(canvas, context);
  const air = canvas.width / Math.max(1, runs.length) > 4 ? 1 : 0;
  for (const run of runs) {
    context.fillStyle = paint[run.state];
    context.fillRect(
      run.from * canvas.width,
      0,
      Math.max(1, run.width * canvas.width - air),
      canvas.height,
    );
  }
}

/** The whole transcript at a glance: marked, set aside, not yet judged. A click goes there; by keys it is O and Shift O. */
export function CoverageStrip({ coverage, lengths, onGoTo }: CoverageStripProps) {
  const { say } = useWords();
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return undefined;
    const repaint = () => draw(canvas, runsOf(coverage, lengths));
    // The text comes first: the strip is painted when the window has nothing better to do.
    const idle = requestIdleCallback(repaint);
    const sizes = new ResizeObserver(repaint);
    sizes.observe(canvas);
    const look = new MutationObserver(repaint);
    look.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      cancelIdleCallback(idle);
      sizes.disconnect();
      look.disconnect();
    };
  }, [coverage, lengths]);
  const onClick = (event: MouseEvent<HTMLCanvasElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - left) / width;
    const run = runsOf(coverage, lengths).find(
      (one) => at >= one.from && at < one.from + one.width,
    );
    if (run) onGoTo(run.turn);
  };
  return (
    <canvas
      className="coverage-strip"
      ref={ref}
      role="img"
      aria-label={say('transcript.coverage.label', {
        marked: coverage.marked,
        aside: coverage.aside,
        left: coverage.left,
      })}
      onClick={onClick}
    />
  );
}
