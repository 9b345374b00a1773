import { z } from 'zod';

import { api, type ApiName } from '../shared/api.ts';
import type { CallResult } from '../shared/bridge.ts';
import type { AnyEntry } from '../shared/contract.ts';
import { Refusal, type Problem } from '../shared/errors.ts';
import { handlers, type AnyHandler } from './handlers.ts';
import { refusalOfDisk } from './project/diskErrors.ts';
import type { Written } from './project/steps.ts';
import type { SessionContext } from './session.ts';

// A renderer without `unsafe-eval` shares these schemas (rulings 21).
z.config({ jitless: true });

/** Problems that stay on the screen until they are solved. */
const lasting = new Set<string>([
  'disk.full',
  'disk.failed',
  'project.gone',
  'folder.readOnly',
]);

/** Parses what came in, runs it as query, action or command, and announces what was written. Never throws. */
export async function dispatch(
  context: SessionContext,
  name: string,
  input: unknown,
): Promise<CallResult> {
  try {
    return { ok: true, value: (await run(context, name, input)) ?? null };
  } catch (error) {
    return { ok: false, problem: problemOf(context, name, error) };
  }
}

async function run(
  context: SessionContext,
  name: string,
  input: unknown,
): Promise<unknown> {
  if (!Object.hasOwn(api, name)) throw new Refusal('call.name', { name });
  const apiName = name as ApiName;
  const entry: AnyEntry = api[apiName];
  const parsed = parse(name, entry, input);
  const handler: AnyHandler = handlers[apiName];
  switch (entry.kind) {
    case 'query':
      return handler(context.project().steps.reading, parsed);
    case 'action':
      return act(context, {
        label: entry.label,
        work: (project) => handler(project, parsed),
      });
    case 'command':
      return handler(context, parsed);
  }
}

function parse(name: string, entry: AnyEntry, input: unknown): unknown {
  const result = entry.input.safeParse(input ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Refusal(
    'call.input',
    { name, detail: `${where ? `${where}: ` : ''}${issue?.message ?? ''}` },
    { where },
  );
}

/** One action as one step of the open project; a heading holds several together. */
export function act<Result>(
  context: SessionContext,
  request: {
    readonly label: string;
    readonly heading?: string;
    readonly work: (
      project: Parameters<
        Parameters<ReturnType<SessionContext['project']>['steps']['step']>[1]
      >[0],
    ) => Result;
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

/** Says that rows changed; a write that went through also ends whatever trouble there was. */
export function announceWritten(context: SessionContext, written: Written): void {
  if (context.trouble) {
    context.trouble = null;
    context.announce({ kind: 'project' });
  }
  context.schedule.note();
  context.announce({ kind: 'step', seq: written.seq, tables: written.tables });
}

function problemOf(context: SessionContext, name: string, error: unknown): Problem {
  const known = refusalOfDisk(error, context.current?.path ?? '');
  if (!(known instanceof Refusal)) {
    context.log.write(name, error);
    return { code: 'unknown', params: {}, where: name };
  }
  if (lasting.has(known.problem.code) && known.problem.file === context.current?.path) {
    context.trouble = known.problem;
    context.announce({ kind: 'project' });
  }
  return known.problem;
}
