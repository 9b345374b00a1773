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
    /** Who hears of it, when that is not everybody at once. */
    readonly told?: (written: Written) => void;
  },
): Result {
  const project = context.writableProject();
  const { result, written } = project.steps.step(
    { label: request.label, analystId: context.analystId, heading: request.heading },
    request.work,
  );
  const { told = (step: Written) => announceWritten(context, step) } = request;
  if (written) told(written);
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

/** Milliseconds between announcements of steps that follow on each other. */
const seldom = 500;

/**
 * Announces many steps a few at a time: after each the window looks at everything again, which hundreds of transcripts
 * make long. What is left is announced by `tellRest`.
 */
export function seldomTold(context: SessionContext) {
  let untold: { readonly from: number; readonly last: Written } | null = null;
  let toldAt = -Infinity;
  const tellRest = () => {
    if (!untold) return;
    const { from, last } = untold;
    untold = null;
    toldAt = performance.now();
    announceWritten(context, last, { from, to: last.seq });
  };
  const told = (written: Written) => {
    const tables = new Set([...(untold?.last.tables ?? []), ...written.tables]);
    untold = {
      from: untold?.from ?? written.seq,
      last: { seq: written.seq, tables: [...tables] },
    };
    if (performance.now() - toldAt >= seldom) tellRest();
  };
  return { told, tellRest };
}
