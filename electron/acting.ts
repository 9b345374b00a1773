import type { WritableProject } from './project/handle.ts';
import type { Written } from './project/steps/steps.ts';
import type { SessionContext } from './session.ts';

/** One action as one step of the open project; a heading holds several together. */
export function act<Result>(
  context: SessionContext,
  request: {
    readonly label: string;
    readonly heading?: string;
    readonly work: (project: WritableProject) => Result;
  },
): Result {
  const project = context.writableProject();
  const { result, written } = project.steps.step(
    { label: request.label, analystId: context.analystId, heading: request.heading },
    request.work,
  );
  if (written) announceWritten(context, written);
  return result;
}

/** The steps whose rows in the log are all that changed; null when anything may have. */
type StepRange = { readonly from: number; readonly to: number } | null;

/** Says that rows changed, by that one step unless told; a write that went through also ends whatever trouble there was. */
export function announceWritten(
  context: SessionContext,
  written: Written,
  range: StepRange = { from: written.seq, to: written.seq },
): void {
  if (context.trouble) {
    context.trouble = null;
    context.announce({ kind: 'project' });
  }
  context.schedule.note();
  context.indexing.note();
  context.announce({
    kind: 'step',
    seq: written.seq,
    tables: written.tables,
    ...(range ? { changed: range } : {}),
  });
}
