import type { ProblemCode } from './words/words.ts';

export type { ProblemCode };

/** What a researcher is told when something cannot be done: worded from `problem.<code>` in shared/words. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The file it is about, as a path or a name. */
  readonly file?: string;
  /** The place in the file or in the call: a line, a row, a time stamp, a field. */
  readonly where?: string;
}

/** A failure that the person can act on. Everything else that is thrown is a defect. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(
    code: ProblemCode,
    params: Readonly<Record<string, string | number>> = {},
    place: { readonly file?: string; readonly where?: string } = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.problem = { code, params, ...place };
  }
}
