import { existsSync } from 'node:fs';

import type { Output, Parsed } from '../../shared/api.ts';
import type { CodeKeyState } from '../../shared/domain/identifier.ts';
import { Refusal } from '../../shared/errors.ts';
import { assertApart, readCodeKey, writeCodeKey, type OpenCodeKey } from '../codeKey.ts';
import type { SessionContext } from '../session.ts';

/** What may be said of the key: all but its passphrase. */
const stateOf = ({ path, pairs }: OpenCodeKey): CodeKeyState => ({ path, pairs });

/** The open key from now on; the window looks again, since names of the study are found by it. */
function keep(context: SessionContext, key: OpenCodeKey | null): void {
  context.codeKey = key;
  context.announce({ kind: 'project' });
}

export function codeKeyState(context: SessionContext): Output<'codeKey.state'> {
  return context.codeKey && stateOf(context.codeKey);
}

/** A new key without anybody in it, apart from the project. */
export async function createCodeKey(
  context: SessionContext,
  input: Parsed<'codeKey.create'>,
): Promise<CodeKeyState> {
  const path = assertApart(input.path, context.project().path);
  if (existsSync(path) && !input.overwrite)
    throw new Refusal('file.exists', { file: path }, { file: path });
  if (/\.utsaga$/iu.test(path))
    throw new Refusal('export.overProject', { file: path }, { file: path });
  const key = await writeCodeKey({ path, passphrase: input.passphrase }, []);
  keep(context, key);
  return stateOf(key);
}

export async function openCodeKey(
  context: SessionContext,
  input: Parsed<'codeKey.open'>,
): Promise<CodeKeyState> {
  const path = assertApart(input.path, context.project().path);
  const key = await readCodeKey(path, input.passphrase);
  keep(context, key);
  return stateOf(key);
}

/** The file first: what it could not take is not taken. */
export async function setCodeKey(
  context: SessionContext,
  input: Parsed<'codeKey.set'>,
): Promise<CodeKeyState> {
  const open = context.codeKey;
  if (!open) throw new Refusal('codeKey.closed');
  assertApart(open.path, context.project().path);
  const key = await writeCodeKey(open, input.pairs);
  keep(context, key);
  return stateOf(key);
}

export function closeCodeKey(context: SessionContext): void {
  keep(context, null);
}
