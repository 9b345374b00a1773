import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import {
  meaningUnitId,
  speakerId,
  transcriptId,
  turnId,
  type TurnId,
} from '../domain/ids.ts';
import type { CorrectedUnits, FoundPlace, Review } from '../domain/review.ts';
import { span } from '../domain/span.ts';
import { enteredText, name } from '../domain/text.ts';
import type { Turn } from '../domain/transcript.ts';

const words = z.string().max(20_000_000);
const place = z.int().min(0);
/** A speaker of the transcript, nobody, or whoever has that label, made if there is none. */
const speaker = z.union([
  z.object({ speakerId: speakerId.nullable() }),
  z.object({ label: name(200) }),
]);
const edit = z
  .object({ start: place, end: place, text: words })
  .refine(({ start, end }) => end >= start, {
    message: 'an edit must end after it begins',
  });
/** What is typed in an open editor of one of the turns: it is saved in the same step. */
const typed = z.object({ turnId, edits: z.array(edit).min(1).max(100_000) }).optional();
const sought = z.object({
  words: z.string().max(500).transform(enteredText).pipe(z.string().min(1)),
  matchCase: z.boolean().default(true),
  wholeWords: z.boolean().default(true),
  /** Absent: in all transcripts. */
  transcriptId: transcriptId.optional(),
});

const replacing = sought.extend({
  by: z.string().max(500),
  /** Those of the preview; every place when absent. */
  places: z.array(span).max(200_000).optional(),
});

/** Correcting what was transcribed, and what it makes of the meaning units. */
export const correctionApi = {
  /** By the new text, or by the edits that lead to it where an editor knows them; those are in order and offsets are of the old text. */
  'turns.correct': action<CorrectedUnits>()(
    'turns.correct',
    z.union([
      z.object({ turnId, text: words }),
      z.object({ turnId, edits: z.array(edit).min(1).max(100_000) }),
    ]),
  ),
  'turns.split': action<CorrectedUnits & { readonly id: TurnId }>()(
    'turns.split',
    z.object({ turnId, at: place, speaker: speaker.optional(), typed }),
  ),
  'turns.merge': action<CorrectedUnits>()(
    'turns.merge',
    z.object({ turnIds: z.array(turnId).min(2).max(1000), typed }),
  ),
  'turns.moveText': action<CorrectedUnits>()(
    'turns.moveText',
    z.object({ from: span, to: z.object({ turnId, at: place }), typed }),
  ),
  'turns.changeSpeaker': action<CorrectedUnits>()(
    'turns.changeSpeaker',
    z.object({ turnIds: z.array(turnId).min(1).max(20_000), speaker, typed }),
  ),
  'turns.remove': action<CorrectedUnits>()(
    'turns.remove',
    z.object({ turnIds: z.array(turnId).min(1).max(20_000) }),
  ),
  'turns.insert': action<{ readonly id: TurnId }>()(
    'turns.insert',
    z.object({
      transcriptId,
      /** First when null. */
      after: turnId.nullable(),
      text: words,
      speaker: speaker.default({ speakerId: null }),
    }),
  ),
  /** The turns that these steps changed, as they are now; null when the whole transcript is to be asked for. */
  'turns.changed': query<readonly Turn[] | null>()(
    z.object({ transcriptId, from: z.int(), to: z.int() }),
  ),
  'turns.places': query<readonly FoundPlace[]>()(sought),
  /** What `turns.replaceAll` would do to the units. */
  'turns.foreseen': query<CorrectedUnits>()(replacing),
  /** Refused when a place that is given is there no longer. */
  'turns.replaceAll': action<CorrectedUnits & { readonly places: number }>()(
    'turns.replaceAll',
    replacing,
  ),
  /** As `turns.replaceAll`, with progress; cancelled, nothing is written. */
  'turns.replace': command<CorrectedUnits & { readonly places: number }>()(
    replacing.extend({ job: z.string().max(60).optional() }),
  ),

  'reviews.list': query<readonly Review[]>()(z.object({})),
  /** The units are right as they stand now. To mark one anew or to take it out of the analysis are the other ways. */
  'reviews.accept': action()(
    'reviews.accept',
    z.object({ unitIds: z.array(meaningUnitId).min(1).max(20_000) }),
  ),
} as const;
