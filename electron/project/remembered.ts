import type { ReadableProject } from './handle.ts';

interface Memory {
  readonly version: string;
  readonly values: Map<string, unknown>;
}

const memories = new WeakMap<ReadableProject, Memory>();
const limit = 8;

/** Changes with every row that this connection writes, and with every commit of another's. */
export function versionOf(project: ReadableProject): string {
  return JSON.stringify(
    project.get(
      'SELECT total_changes() AS ours, data_version AS theirs FROM pragma_data_version',
    ),
  );
}

/**
 * What `compute` gave for `key` when nothing has been written since: a table that is read page by page is put in
 * order once, and several lists that are read after the same step share what they count from.
 */
export function remembered<Value>(
  project: ReadableProject,
  key: string,
  compute: () => Value,
): Value {
  const version = versionOf(project);
  let memory = memories.get(project);
  if (memory?.version !== version) {
    memory = { version, values: new Map() };
    memories.set(project, memory);
  }
  if (memory.values.has(key)) return memory.values.get(key) as Value;
  const value = compute();
  const [oldest] = memory.values.keys();
  if (memory.values.size >= limit && oldest !== undefined) memory.values.delete(oldest);
  memory.values.set(key, value);
  return value;
}
