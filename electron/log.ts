import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largest = 1_000_000;

export interface Log {
  write(what: string, error: unknown): void;
}

/** A rotated log of defects in the data folder: names of calls and stacks, never what was said in a transcript. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  const path = join(folder, 'utsaga.log');
  return {
    write: (what, error) => {
      const stack = error instanceof Error ? stackWithoutMessage(error) : typeof error;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest)
          renameSync(path, `${path}.old`);
        appendFileSync(path, `${new Date().toISOString()} ${what} ${stack}\n`, {
          mode: 0o600,
        });
      } catch {
        // A log that cannot be written must not stop the work it reports on.
      }
    },
  };
}

/** Messages of SQLite and parsers can quote their input, so only names and places are kept. */
function stackWithoutMessage(error: Error): string {
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}\n${places.join('\n')}`;
}
