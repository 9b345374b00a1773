import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import type { z } from 'zod';

/** A file that is missing or broken is as if it were empty: what the computer remembers must never stop the app. */
export function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  empty: z.output<Schema>,
): z.output<Schema> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : empty;
  } catch {
    return empty;
  }
}

/** All of it or none of it, for the person's own eyes. */
export function writeJson(path: string, value: unknown): void {
  writeFileSync(`${path}-new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(`${path}-new`, path);
}
