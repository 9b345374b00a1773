import type { Output, Parsed } from '../../shared/api.ts';
import { Refusal } from '../../shared/errors.ts';
import { announceWritten } from '../acting.ts';
import { fingerprintsOf } from '../project/sounds.ts';
import { forget, nameToType, type Forgettable } from '../project/steps/forget.ts';
import { stepsBySeq } from '../project/steps/history.ts';
import type { StepRow } from '../project/steps/steps.ts';
import type { SessionContext } from '../session.ts';
import { forgetPlaces, forgetOldNames } from './sounds.ts';

const seqsOf = (rows: readonly StepRow[]) => rows.map((row) => row.seq);

function announceMoved(context: SessionContext, rows: readonly StepRow[]): void {
  const tables = [...new Set(rows.flatMap((row) => row.tables.split(',')))];
  const [first] = rows;
  const last = rows.at(-1);
  // They were walked in one direction, so all of them lie between the first and the last.
  if (first && last)
    announceWritten(
      context,
      { seq: last.seq, tables },
      { from: Math.min(first.seq, last.seq), to: Math.max(first.seq, last.seq) },
    );
}

export function undo(
  context: SessionContext,
  input: Parsed<'steps.undo'>,
): Output<'steps.undo'> {
  const { steps } = context.writableProject();
  // Names are looked up before the things they stand for go.
  const next = steps.nextUndo();
  const before = next ? stepsBySeq(steps.reading, [next.seq]) : [];
  const rows = steps.undo(input.times);
  announceMoved(context, rows);
  const after = stepsBySeq(steps.reading, seqsOf(rows));
  return {
    undone: after.map((step, index) =>
      index === 0 && before[0] ? { ...before[0], state: 'undone' } : step,
    ),
  };
}

export function redo(
  context: SessionContext,
  input: Parsed<'steps.redo'>,
): Output<'steps.redo'> {
  const { steps } = context.writableProject();
  const rows = steps.redo(input.times);
  announceMoved(context, rows);
  return { redone: stepsBySeq(steps.reading, seqsOf(rows)) };
}

/** The project as it was after that step, as a step of its own. */
export function goTo(
  context: SessionContext,
  input: Parsed<'steps.goTo'>,
): Output<'steps.goTo'> {
  const { steps } = context.writableProject();
  const written = steps.goTo(input.seq, context.analystId);
  if (!written) return { step: null };
  announceWritten(context, written);
  return { step: stepsBySeq(steps.reading, [written.seq])[0] ?? null };
}

function erase(
  context: SessionContext,
  thing: Exclude<Forgettable, { noun: 'identifier' }>,
  typed: string,
): void {
  const { db, steps } = context.writableProject();
  const expected = nameToType(db, thing);
  if (typed.normalize('NFC').trim() !== expected)
    throw new Refusal('typed.wrong', { expected });
  const seq = forget(db, thing, context.analystId);
  announceWritten(
    context,
    { seq, tables: steps.tables.map((table) => table.name) },
    null,
  );
}

export function forgetTranscript(
  context: SessionContext,
  input: Parsed<'transcripts.forget'>,
): void {
  const sounds = fingerprintsOf(context.project().steps.reading, input.transcriptId);
  erase(context, { noun: 'transcript', id: input.transcriptId }, input.typed);
  forgetPlaces(context, sounds);
}

export function forgetParticipant(
  context: SessionContext,
  input: Parsed<'participants.forget'>,
): void {
  const { participantId: id, typed, what, from } = input;
  erase(context, { noun: 'participant', id, what, from }, typed);
  forgetOldNames(context);
}

export function cancelJob(context: SessionContext, input: Parsed<'jobs.cancel'>): void {
  context.jobs.cancel(input.job);
}
