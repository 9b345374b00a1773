import type { Stamp } from '../../shared/text/timeStamps.ts';

/** Where a line begins to be somebody's: the label, what was said on the same line, and the time if the label had it. */
export interface Mark {
  readonly label: string;
  readonly text: string;
  readonly start: Stamp | null;
}

/** One way of reading who speaks in a file. */
export interface Layout {
  readonly marks: ReadonlyMap<number, Mark>;
  /** Lines that only carried a time or a picture for the mark beside them. */
  readonly consumed: ReadonlySet<number>;
}

export const noLayout: Layout = { marks: new Map(), consumed: new Set() };
