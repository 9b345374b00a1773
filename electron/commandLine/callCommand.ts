import { text } from 'node:stream/consumers';

import { BadCall } from './call.ts';
import {
  assertNoMore,
  openNamed,
  operand,
  Refused,
  type Answer,
  type Ground,
} from './ground.ts';

async function inputFrom(name: string, given: string): Promise<unknown> {
  const source = given === '-' ? await text(process.stdin) : given;
  try {
    return JSON.parse(source) as unknown;
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new BadCall('cli.badJson', { name, detail });
  }
}

/** Any name of the contract; the answer is JSON with or without `--json`. */
export async function callByName(ground: Ground): Promise<Answer> {
  const name = operand(ground, 1, 'NAME');
  assertNoMore(ground, 3);
  const input = await inputFrom(name, ground.call.operands[2] ?? '{}');
  await openNamed(ground);
  const result = await ground.session.call(name, input);
  if (!result.ok) throw new Refused(result.problem);
  return {
    value: result.value,
    lines: [JSON.stringify(result.value, null, 2)],
    status: 0,
  };
}
