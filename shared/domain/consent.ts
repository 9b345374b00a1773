import { z } from 'zod';

import { line } from './text.ts';

export const consentStatuses = ['given', 'declined', 'withdrawn'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

/** What a participant may have allowed, each by itself. */
export const consentScopes = [
  'mayRecord',
  'mayQuote',
  'mayArchive',
  'mayContact',
] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** What a participant was told and answered. Who has taken part no more is `withdrawn`, from a day and for a reason. */
export interface Consent {
  readonly status: ConsentStatus;
  /** Which version of the information she had read. */
  readonly informationVersion: string;
  readonly date: string | null;
  readonly mayRecord: boolean;
  readonly mayQuote: boolean;
  readonly mayArchive: boolean;
  readonly mayContact: boolean;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string;
  /** From when she is not to be quoted, though she takes part; null when she has taken nothing back of that. */
  readonly quotesWithdrawnOn: string | null;
  readonly quotesWithdrawnReason: string;
}

export const consentFacts = z.object({
  status: z.enum(['given', 'declined']).optional(),
  informationVersion: line(100).optional(),
  date: z.iso.date().nullable().optional(),
  mayRecord: z.boolean().optional(),
  mayQuote: z.boolean().optional(),
  mayArchive: z.boolean().optional(),
  mayContact: z.boolean().optional(),
});
