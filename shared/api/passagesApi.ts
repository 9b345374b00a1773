import { z } from 'zod';

import { action, query } from '../contract.ts';
import { passageId, type PassageId } from '../domain/ids.ts';
import { span } from '../domain/span.ts';
import { line, name } from '../domain/text.ts';
import type { WaitingPassage, WaitingWords } from '../domain/waitingPassage.ts';

const spans = z.array(span).min(1).max(20_000);

/** Sensitive passages: taken away at once, or waiting out of sight until somebody has decided. */
export const passagesApi = {
  /** The passage gives way to `by`, once in each turn; units that lose words come to the review list without them. */
  'passages.remove': action<{ readonly inDoubt: number }>()(
    'passages.remove',
    z.object({ spans, by: name(300) }),
  ),
  /** Out of the text, with the units that hold any of it, until it is released or dropped. */
  'passages.wait': action<{ readonly passageId: PassageId; readonly units: number }>()(
    'passages.wait',
    z.object({ spans, reason: line(300).default(''), deadline: z.iso.date() }),
  ),
  /** Those with the earliest deadline first. */
  'passages.waiting': query<readonly WaitingPassage[]>()(z.object({})),
  'passages.words': query<WaitingWords>()(z.object({ passageId })),
  'passages.postpone': action()(
    'passages.postpone',
    z.object({ passageId, deadline: z.iso.date() }),
  ),
  /** Back into the text where its signs stand, and its units into the analysis. */
  'passages.release': action()('passages.release', z.object({ passageId })),
  /** For good: `by` stands in its place; its units come back without its words, to the review list. */
  'passages.drop': action<{ readonly inDoubt: number }>()(
    'passages.drop',
    z.object({ passageId, by: name(300) }),
  ),
} as const;
