import type { Output, Parsed } from '../../shared/api.ts';
import { act } from '../acting.ts';
import type { Job } from '../jobs.ts';
import { versionOf } from '../project/remembered.ts';
import {
  preparing,
  replaceThroughout,
  writeReplacement,
  type Prepared,
} from '../project/turns/replacing.ts';
import type { SessionContext } from '../session.ts';

const sliceMs = 25;

/** Goes on with the work a slice at a time, so that other calls are served and it can be cancelled. */
async function inSlices<Result>(
  work: Generator<undefined, Result>,
  { job, total }: { readonly job: Job; readonly total: number },
): Promise<Result> {
  let since = performance.now();
  for (let done = 0; ; done += 1) {
    const next = work.next();
    if (next.done) return next.value;
    if (performance.now() - since < sliceMs) continue;
    await job.progress(Math.min(done, total), total, 'progress.replacing');
    since = performance.now();
  }
}

/** Replaces words throughout as one step: what is to be written is worked out first, and until then it can be cancelled. */
export function replaceWords(
  context: SessionContext,
  { job: id, ...input }: Parsed<'turns.replace'>,
): Promise<Output<'turns.replace'>> {
  const project = context.writableProject();
  const { reading } = project.steps;
  return context.jobs.run(id, async (job) => {
    const before = versionOf(reading);
    // A turn is planned and laid, and most have a unit that is judged.
    const total = 3 * new Set(input.places?.map(({ turnId }) => turnId)).size;
    const prepared: Prepared = await inSlices(preparing(reading, input), { job, total });
    await job.progress(total, total, 'progress.replacing');
    const isAsItWas = context.current === project && versionOf(reading) === before;
    return act(context, {
      label: 'turns.replaceAll',
      work: (on) =>
        isAsItWas ? writeReplacement(on, prepared) : replaceThroughout(on, input),
    });
  });
}
