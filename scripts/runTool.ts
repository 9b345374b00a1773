import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';

import { root } from './bundles.ts';

export interface ToolRun {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdio?: StdioOptions;
}

/** Runs a program in the project folder and shows what it says; its exit status, 127 when it is not there. */
export async function run(
  program: string,
  rest: readonly string[],
  { environment = {}, stdio = 'inherit' }: ToolRun = {},
): Promise<number> {
  const child = spawn(program, rest, {
    cwd: root,
    stdio,
    env: { ...process.env, ...environment },
  });
  try {
    await once(child, 'exit');
  } catch {
    return 127;
  }
  return child.exitCode ?? 1;
}

/** Runs a tool of node_modules on this Node, whatever `node` the shell would find. */
export function runTool(
  script: string,
  rest: readonly string[],
  options: ToolRun = {},
): Promise<number> {
  return run(process.execPath, [`node_modules/${script}`, ...rest], options);
}
