import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Say } from '../shared/words/words.ts';
import { buildShell, isShellStale, root } from './bundles.ts';
import { electronAtHand, fetchElectron } from './electronBinary.ts';

export interface Voice {
  readonly say: Say;
  readonly tell: (sentence: string) => void;
}

const fetchLimitMs = 5 * 60_000;
/** Where it cannot be fetched that is mostly clear at once, and then need not be announced. */
const patienceMs = 3000;
/** An Electron that cannot run here (a library is missing, a sandbox is refused) gives up at once. */
const startLimitMs = 10_000;

/** The exit status of Electron, or null after one sentence when it cannot be had or started here. */
export async function startInElectron(
  project: string | null,
  { say, tell }: Voice,
): Promise<number | null> {
  if (electronAtHand() === null) {
    const patience = setTimeout(() => tell(say('start.downloading')), patienceMs);
    await fetchElectron(fetchLimitMs);
    clearTimeout(patience);
  }
  const binary = electronAtHand();
  if (binary === null) {
    tell(say('start.electronMissing'));
    return null;
  }
  const status = await runElectron(binary, project).catch(() => null);
  if (status === null) tell(say('start.electronFailed'));
  return status;
}

async function runElectron(
  binary: string,
  project: string | null,
): Promise<number | null> {
  if (isShellStale()) await buildShell();
  const startedAt = performance.now();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    binary,
    [...sandbox, root, ...(project === null ? [] : [project])],
    {
      stdio: 'ignore',
      env: withoutNodeMode(process.env),
    },
  );
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', passOn).on('SIGTERM', passOn);
  await once(child, 'exit');
  process.off('SIGINT', passOn).off('SIGTERM', passOn);
  const failedAtOnce =
    child.exitCode !== 0 && performance.now() - startedAt < startLimitMs;
  return failedAtOnce ? null : (child.exitCode ?? 0);
}

function withoutNodeMode(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = environment;
  return rest;
}
