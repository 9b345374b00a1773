import type * as z from 'zod';

/** What one speaker says without a break, as a recogniser has told it. */
export interface Utterance {
  readonly text: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** `undefined`: not named, so whoever spoke before goes on. */
  readonly speaker: string | undefined;
}

/** Values of one kind of recogniser: how they are known, and what is said in them. */
export interface SpeechShape {
  /** As it stands in a sentence. */
  readonly name: string;
  readonly knows: (root: unknown) => boolean;
  /** The path to the first value of the wrong type, or what is said. */
  readonly read: (
    root: unknown,
  ) => { readonly wrongAt: string } | { readonly utterances: readonly Utterance[] };
}

function pathOf(path: readonly PropertyKey[]): string {
  const written = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');
  return written.replace(/^\./, '').slice(0, 120) || '–';
}

/** A shape whose values are checked by a schema before anything is read from them. */
export function speechShape<Schema extends z.ZodType>(
  described: Pick<SpeechShape, 'name' | 'knows'> & {
    /** Where the answer begins, if it is not the outermost value. */
    readonly within?: string;
    readonly schema: Schema;
    readonly utterances: (document: z.output<Schema>) => readonly Utterance[];
  },
): SpeechShape {
  const { name, knows, schema, utterances, within } = described;
  const read = (root: unknown) => {
    const inner = within === undefined ? undefined : valueAt(root, within);
    const checked = schema.safeParse(inner ?? root);
    if (checked.success) return { utterances: utterances(checked.data) };
    return { wrongAt: pathOf(checked.error.issues[0]?.path ?? []) };
  };
  return { name, knows, read };
}

/** Whether a value is an object with the key. */
export function has(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}

/** The value under a path of keys and places; undefined where there is none. */
export function valueAt(root: unknown, ...path: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (!has(value, String(key))) return undefined;
    value = value[String(key)];
  }
  return value;
}
