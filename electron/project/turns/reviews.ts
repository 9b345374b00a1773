import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { unitText } from '../../../shared/domain/meaningUnit.ts';
import type { CorrectionMade, Review } from '../../../shared/domain/review.ts';
import { Refusal } from '../../../shared/errors.ts';
import { madeAt, type ReadableProject, type WritableProject } from '../handle.ts';
import { stepLabel } from '../steps/history.ts';
import { describeUnits, idsByUnit } from '../meaningUnits.ts';
import { oldWordsOf, settleUnit, type OldWords } from '../privacy/oldWords.ts';
import { rowThatIsThere } from '../rows.ts';
import { spansOfUnits, textOfSpans } from '../spans.ts';
import type { StepRow } from '../steps/steps.ts';

type ReviewRow = Pick<
  Review,
  'unitId' | 'number' | 'transcriptId' | 'transcriptName' | 'reason' | 'condensed'
> & { readonly markedAt: string; readonly markedBy: string | null };

type StepFound = Pick<StepRow, 'seq' | 'label' | 'params'> & {
  readonly at: string;
  readonly initials: string | null;
  readonly next: string | null;
};

/** The step that was under way at a moment: steps come one after the other, so that it is the latest that had begun. */
function correctionsAt(
  project: ReadableProject,
): (moment: string) => CorrectionMade | null {
  const known: { readonly found: StepFound; readonly made: CorrectionMade }[] = [];
  return (moment) => {
    const before = known.find(
      ({ found: { at, next } }) => at <= moment && (next === null || moment < next),
    );
    if (before) return before.made;
    const found = project.get<StepFound>(
      `SELECT seq, label, params, created_at AS at, initials,
         (SELECT min(created_at) FROM steps WHERE created_at > :moment) AS next
       FROM steps LEFT JOIN analysts ON analysts.id = analyst_id
       WHERE created_at <= :moment ORDER BY created_at DESC, seq DESC LIMIT 1`,
      { moment },
    );
    if (!found) return null;
    const { seq, at, initials } = found;
    const made = { ...stepLabel(project, found), seq, at, initials };
    known.push({ found, made });
    return made;
  };
}

function wordsThen(spans: readonly OldWords[]): Review['was'] {
  return {
    turnLabel: spans[0]?.turnLabel ?? '',
    text: unitText(
      spans.map(({ text, followsOn }) => ({ text, followsOn: followsOn === 1 })),
    ),
    before: spans[0]?.before ?? '',
    after: spans.at(-1)?.after ?? '',
  };
}

/** Active units in doubt, in the order of the text. */
export function reviews(project: ReadableProject): readonly Review[] {
  const rows = project.all<ReviewRow>(
    `SELECT units.id AS unitId, units.number, units.transcript_id AS transcriptId,
       transcripts.name AS transcriptName, units.review_reason AS reason,
       units.created_at AS markedAt, analysts.initials AS markedBy,
       coalesce((SELECT text FROM condensations WHERE unit_id = units.id), '') AS condensed
     FROM meaning_units AS units JOIN transcripts ON transcripts.id = units.transcript_id
     LEFT JOIN analysts ON analysts.id = units.analyst_id
     JOIN spans ON spans.unit_id = units.id JOIN turns ON turns.id = spans.turn_id
     WHERE units.review_reason IS NOT NULL AND units.status = 'active'
     GROUP BY units.id
     ORDER BY transcripts.position, min(turns.position || ' ' || substr('00000000' || spans.start, -8)), units.number`,
  );
  const unitIds = rows.map((row) => row.unitId);
  const spans = spansOfUnits(project, unitIds);
  const old = oldWordsOf(project, unitIds);
  const codes = idsByUnit<CodeId>(
    project,
    `SELECT unit_id, code_id AS id FROM codings
     WHERE unit_id IN (SELECT value FROM json_each(:ids)) ORDER BY position`,
    unitIds,
  );
  const correctionAt = correctionsAt(project);
  return rows.map(({ markedAt, markedBy, ...row }) => {
    const now = spans.get(row.unitId)!;
    const was = old.get(row.unitId) ?? [];
    return {
      ...row,
      correction: was[0] ? correctionAt(madeAt(was[0].id)) : null,
      marked: { at: markedAt, initials: markedBy },
      codeIds: codes.get(row.unitId) ?? [],
      was: wordsThen(was),
      now: {
        turnId: now[0]!.turnId,
        turnLabel: now[0]!.turnLabel,
        speaker: now[0]!.speaker ?? '',
        start: now[0]!.start,
        text: textOfSpans(now),
        before: now[0]!.before,
        after: now.at(-1)!.after,
      },
    };
  });
}

/** Units are right as they stand; refuses one whose words are gone, since there is nothing to accept. */
export function acceptReviews(
  project: WritableProject,
  input: ParsedOf<Api['reviews.accept']>,
): Output<'reviews.accept'> {
  for (const unitId of input.unitIds) {
    const { number, words } = rowThatIsThere<{ number: number; words: number }>(
      project,
      `SELECT number, (SELECT count(*) FROM spans WHERE unit_id = meaning_units.id AND "end" > start) AS words
       FROM meaning_units WHERE id = :unitId`,
      { unitId },
    );
    if (words === 0) throw new Refusal('review.noWords', { unit: number });
    settleUnit(project, unitId);
  }
  describeUnits(project, input.unitIds);
}
