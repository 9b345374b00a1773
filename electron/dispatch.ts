import { z } from 'zod';

import { api, type ApiName } from '../shared/api.ts';
import type { CallResult } from '../shared/bridge.ts';
import type { AnyEntry } from '../shared/contract.ts';
import { assertNever } from '../shared/assertNever.ts';
import { Refusal, type Problem } from '../shared/errors.ts';
import { act } from './acting.ts';
import { handlers, type AnyHandler } from './handlers.ts';
import { inputRefusal } from './inputRefusal.ts';
import { refusalOfDisk } from './project/file/diskErrors.ts';
import type { SessionContext } from './session.ts';

// A renderer without `unsafe-eval` shares these schemas (rulings 21).
z.config({ jitless: true });

/** Problems that stay on the screen until they are solved. */
const lasting = new Set<string>([
  'disk.full',
  'disk.failed',
  'project.gone',
  'project.takenOver',
  'folder.readOnly',
]);

/** Calls that put another project, or none, in the place of the open one. */
const changesProject: ReadonlySet<ApiName> = new Set<ApiName>([
  'project.create',
  'project.openExample',
  'project.open',
  'project.takeOver',
  'project.close',
  'backups.restore',
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
      return changesProject.has(apiName)
        ? context.inTurn(async () => handler(context, parsed))
        : handler(context, parsed);
    default:
      return assertNever(entry);
  }
}

function parse(name: string, entry: AnyEntry, input: unknown): unknown {
  const result = entry.input.safeParse(input ?? {});
  if (result.success) return result.data;
  throw inputRefusal(name, result.error.issues[0], input);
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
