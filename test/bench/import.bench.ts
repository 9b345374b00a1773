import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import type { Figure } from './measure.ts';

const measured = z.object({
  msEach: z.number(),
  longestMs: z.number(),
  peakMegabytes: z.number(),
});

const script = fileURLToPath(new URL('./importMany.ts', import.meta.url));

/** In a process of its own, so that its memory is that of the import. */
function importMany(files: number, words: number): Promise<z.output<typeof measured>> {
  const { promise, resolve, reject } = Promise.withResolvers<z.output<typeof measured>>();
  const child = fork(script, [String(files), String(words)], {
    execArgv: process.execArgv,
  });
  child.once('message', (message) => resolve(measured.parse(message)));
  child.once('exit', (code) => reject(new Error(`importMany ended with ${code}`)));
  return promise;
}

/** Many transcripts at once: how long each takes until it can be read, and what memory it takes. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const words = 10_000;
  const [few, many] = scale === 'full' ? [30, 300] : [5, 50];
  const some = await importMany(few, words);
  const all = await importMany(many, words);
  return [
    {
      name: `import of ${many} transcripts of ${words} words, each until it can be read`,
      value: all.msEach,
      unit: 'ms',
      limit: 20,
      detail: `the longest ${all.longestMs.toFixed(0)} ms`,
    },
    {
      name: `peak memory at ${many} files against ${few}`,
      value: all.peakMegabytes / some.peakMegabytes,
      unit: '×',
      limit: 1.3,
      detail: `${all.peakMegabytes.toFixed(0)} MB against ${some.peakMegabytes.toFixed(0)} MB`,
    },
  ];
}
