import type { RefObject } from 'react';

import type { TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Chunk } from './chunks.ts';
import { layMargin, type MarginLabel, type MarginLayout } from './marginLayout.ts';
import { measureMargin, type MeasuredMargin } from './measureMargin.ts';

export interface ToLay {
  readonly rootRef: RefObject<HTMLElement | null>;
  readonly chunk: Chunk;
  readonly units: readonly MarkedUnit[];
  readonly aside: ReadonlyMap<TurnId, string>;
  /** Where the labels of each chunk ended below its own lower edge, for the chunk after it. */
  readonly overhang: Map<number, number>;
}

export interface LaidLabel extends MarginLabel {
  /** Pixels from the label before it: they stand in the flow. A box placed by position would be a layer, which scrolling pays for. */
  readonly gap: number;
}

/** The margin of one chunk in pixels from its top. */
export interface LaidChunk extends Omit<MarginLayout, 'labels'> {
  readonly labels: readonly LaidLabel[];
  readonly stretches: MeasuredMargin['stretches'];
  readonly top: number;
  /** How many lanes the brackets take: the labels stand beside them. */
  readonly lanes: number;
  /** Height of a line of the text. */
  readonly line: number;
  /** A rem: 16 at 100 % text size. */
  readonly rem: number;
}

/** In rem; margin.css has it too. */
const labelHeight = 1.5;
const fewestLanes = 2;

/** Null while the chunk is not in the document. */
export function layChunk(toLay: ToLay): LaidChunk | null {
  const { rootRef, chunk, overhang } = toLay;
  const root = rootRef.current;
  const element = root?.children[chunk.index];
  if (!root || !(element instanceof HTMLElement)) return null;
  const { units, stretches } = measureMargin(root, element, toLay);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const step = labelHeight * rem;
  const layout = layMargin(units, { from: overhang.get(chunk.index - 1) ?? 0, step });
  overhang.set(chunk.index, layout.labelsEnd - element.offsetHeight);
  return {
    ...layout,
    labels: layout.labels.map((label, index) => {
      const before = layout.labels[index - 1];
      return { ...label, gap: before ? label.top - before.top - step : label.top };
    }),
    stretches,
    top: element.offsetTop,
    lanes: Math.max(fewestLanes, ...layout.brackets.map(({ lane }) => lane + 1)),
    line: Number.parseFloat(getComputedStyle(root).lineHeight),
    rem,
  };
}
