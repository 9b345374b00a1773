import type { Problem } from './errors.ts';
import type { WordKey } from './words/words.ts';

/** The answer to one call: a value, or something the person can be told. */
export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Everything the window hears without asking. `step`: something was written, undone or redone; `project`: ask `project.state` again. */
export type HostEvent =
  | {
      readonly kind: 'step';
      readonly seq: number;
      readonly tables: readonly string[];
      /** The steps, first to last, whose rows in the log are all that changed; absent when anything may have. */
      readonly changed?: { readonly from: number; readonly to: number };
    }
  | { readonly kind: 'project' }
  | {
      readonly kind: 'progress';
      readonly job: string;
      readonly done: number;
      readonly total: number;
      readonly words: WordKey;
    }
  | { readonly kind: 'menu'; readonly command: string }
  | { readonly kind: 'window'; readonly state: 'focused' | 'closing' };

/** All that stands between the window and the process that owns the project file; every host provides the same one. */
export interface Bridge {
  call(name: string, input: unknown): Promise<CallResult>;
  /** Returns the function that stops listening. */
  on(listener: (event: HostEvent) => void): () => void;
  /** Where the host has real paths; absent in a browser, null for a file that has none. */
  readonly pathOfDroppedFile?: (file: unknown) => string | null;
}

/** What a host serves: the session of electron/session.ts, or anything that answers calls as it does. */
export interface Callable {
  call(name: string, input: unknown): Promise<CallResult>;
  close(): Promise<void>;
}

/** The only call whose input may be large: a file that a browser has no path for, carried as base64. */
const largeCalls: readonly string[] = ['imports.stage'];

/** How many bytes of JSON a call may be over the loopback host; both of its ends keep to it. */
export function byteLimitOf(name: string): number {
  return (largeCalls.includes(name) ? 64 : 2) * 1024 * 1024;
}
