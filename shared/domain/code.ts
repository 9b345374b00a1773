import { z } from 'zod';

import type { CategoryId, CodeId } from './ids.ts';

export const origins = ['data', 'theory', 'both'] as const;
export type Origin = (typeof origins)[number];
export const origin = z.enum(origins);

/** How much stands behind a code or a category. */
export interface Support {
  readonly units: number;
  readonly participants: number;
  readonly transcripts: number;
}

export interface Code {
  readonly id: CodeId;
  readonly name: string;
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly origin: Origin;
  /** A colour slot of its own, 1 to 16; null inherits from the project's colour level. */
  readonly colour: number | null;
  /** A code has at most one parent (rulings 11). */
  readonly categoryId: CategoryId | null;
  readonly support: Support;
  /** One condensation, to recognise the code by on its card. */
  readonly sample: string;
  /** Greater for a code used later, 0 for one never used; nothing but the order has a meaning. */
  readonly lastUsed: number;
}
