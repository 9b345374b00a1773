import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';

import { useWords } from '../words.ts';
import type { Coverage } from './coverage.ts';
import { runsOf, stripPaths, type StripPaths } from './coverageStrip.ts';
import './coverage.css';

export interface CoverageStripProps {
  readonly coverage: Coverage;
  /** How long each turn is. */
  readonly lengths: readonly number[];
  /** To the turn that was clicked. */
  readonly onGoTo: (turn: number) => void;
}

/** Drawn again when the coverage or the size is another. A canvas would keep the window painting while the text is scrolled. */
function useStripPaths({ coverage, lengths }: CoverageStripProps) {
  const ref = useRef<SVGSVGElement>(null);
  const [paths, setPaths] = useState<StripPaths | null>(null);
  useEffect(() => {
    const strip = ref.current;
    if (!strip) return undefined;
    const draw = () =>
      setPaths(stripPaths(runsOf(coverage, lengths), strip.getBoundingClientRect()));
    // The text comes first: the strip is drawn when the window has nothing better to do.
    const idle = requestIdleCallback(draw);
    const sizes = new ResizeObserver(draw);
    sizes.observe(strip);
    return () => {
      cancelIdleCallback(idle);
      sizes.disconnect();
    };
  }, [coverage, lengths]);
  return { ref, paths };
}

/** The whole transcript at a glance: marked, set aside, not yet judged. A click goes there; by keys it is O and Shift O. */
export function CoverageStrip(props: CoverageStripProps) {
  const { coverage, lengths, onGoTo } = props;
  const { say } = useWords();
  const { ref, paths } = useStripPaths(props);
  const hatch = useId();
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - left) / width;
    const run = runsOf(coverage, lengths).find(
      (one) => at >= one.from && at < one.from + one.width,
    );
    if (run) onGoTo(run.turn);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- by keys it is O and Shift O
    <svg
      className="coverage-strip"
      ref={ref}
      role="img"
      aria-label={say('transcript.coverage.label', {
        marked: coverage.marked,
        aside: coverage.aside,
        left: coverage.left,
      })}
      onClick={onClick}
    >
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="strip-ground" d="M0 0h6v6H0z" />
        <path className="strip-hatch" d="M-6 6l6-6M0 6l6-6M6 6l6-6" />
      </pattern>
      <path className="strip-left" d={paths?.left} />
      <path d={paths?.aside} fill={`url(#${hatch})`} />
      <path className="strip-marked" d={paths?.marked} />
    </svg>
  );
}
