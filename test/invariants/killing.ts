import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { fingerprint } from '../support/dump.ts';
import { openedSession, type OpenedSession } from '../support/openedSession.ts';
import { sampleProject } from '../support/sampleProject.ts';
import { brokenInvariants, brokenPages } from './brokenInvariants.ts';
import { randomFrom } from './randomInputs.ts';

const worker = fileURLToPath(new URL('./stepUntilKilled.ts', import.meta.url));

interface Standing {
  readonly seq: number;
  readonly undone: number;
  readonly print: string;
}

/** The latest step, how many are undone, and what the rows are like. */
export function whereItStands(session: OpenedSession): Standing {
  const row = session.read.get<{ seq: number; undone: number }>(
    "SELECT max(seq) AS seq, count(*) FILTER (WHERE state = 'undone') AS undone FROM steps",
  )!;
  return { ...row, print: fingerprint(session.db) };
}

/** Whether the file is as it was last said to be, or one step or one undo further. */
function isNextTo(found: Standing, heard: Standing): boolean {
  if (found.seq === heard.seq + 1) return found.undone === 0;
  if (found.seq !== heard.seq) return false;
  return found.undone === heard.undone
    ? found.print === heard.print
    : found.undone === heard.undone + 1;
}

export interface KillResult {
  readonly kills: number;
  /** Steps that the project said were saved, all of them found again. */
  readonly acknowledged: number;
  /** Kills that came after a step was in the file and before it was said. */
  readonly unheard: number;
}

/** Kills a real process at work and returns the last line it wrote. */
async function killAtWork(path: string, seed: number, delay: number): Promise<Standing> {
  const child = spawn(process.execPath, [worker, path, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  let failure = '';
  const hasBegun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      resolve();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (failure += text));
  const isOver = new Promise((resolve) => child.on('close', resolve));
  await Promise.race([hasBegun, isOver]);
  await wait(delay);
  if (child.exitCode !== null) throw new Error(`the worker ended by itself: ${failure}`);
  child.kill('SIGKILL');
  await isOver;
  // A line cut by the kill was not heard.
  const line = heard.slice(0, heard.lastIndexOf('\n')).split('\n').at(-1) ?? '';
  const [seq, undone, print = ''] = line.split(' ');
  return { seq: Number(seq), undone: Number(undone), print };
}

function assert(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}

/** Kills a process at random moments while it works on a project, and opens what is left; throws with the seed at the first loss. */
export async function killAtRandom(seed: number, kills: number): Promise<KillResult> {
  const random = randomFrom(seed);
  const project = sampleProject();
  project.close();
  const count = { kills: 0, acknowledged: 0, unheard: 0 };
  let first = 0;
  try {
    for (; count.kills < kills; count.kills += 1) {
      const heard = await killAtWork(project.path, seed + count.kills, random() * 150);
      const session = await openedSession(project.path);
      try {
        const found = whereItStands(session);
        first ||= found.seq;
        assert(
          isNextTo(found, heard),
          `${JSON.stringify(heard)} was saved, ${JSON.stringify(found)} is found`,
        );
        const broken = [...brokenPages(session.db), ...brokenInvariants(session.db)];
        assert(broken.length === 0, broken.join('\n'));
        if (found.print !== heard.print) count.unheard += 1;
        count.acknowledged = found.seq - first;
      } finally {
        await session.close();
      }
      const left = ['-wal', '-shm', '-lock'].filter((end) =>
        existsSync(project.path + end),
      );
      assert(left.length === 0, `left beside the closed file: ${left.join(', ')}`);
    }
  } catch (error) {
    throw new Error(`seed ${seed}, kill ${count.kills}`, { cause: error });
  } finally {
    project.remove();
  }
  return count;
}
