import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `utsaga …` as a person types it: a process of its own, started from another folder than the one npm runs it in. */
export function utsagaIn(folder: string) {
  return (args: readonly string[], input = ''): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        ['scripts/run.mjs', 'electron/cli.ts', ...args],
        {
          cwd: root,
          env: {
            ...process.env,
            INIT_CWD: folder,
            UTSAGA_DATA_FOLDER: `${folder}/data`,
            LC_ALL: 'C.UTF-8',
          },
        },
      );
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, out, err }));
      child.stdin.end(input);
    });
}
