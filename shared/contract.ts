import type { z } from 'zod';

/** Carries the type of an answer without a value. */
declare const answer: unique symbol;

interface Entry<Kind extends string, Input extends z.ZodType, Output> {
  readonly kind: Kind;
  readonly input: Input;
  readonly [answer]?: Output;
}

export type Query<Input extends z.ZodType, Output> = Entry<'query', Input, Output>;
export type Action<Input extends z.ZodType, Output> = Entry<'action', Input, Output> & {
  /** The step's label: `step.<label>` in shared/words. */
  readonly label: string;
};
export type Command<Input extends z.ZodType, Output> = Entry<'command', Input, Output>;
export type AnyEntry =
  Query<z.ZodType, unknown> | Action<z.ZodType, unknown> | Command<z.ZodType, unknown>;

/** Reads the open project. */
export function query<Output>() {
  return <Input extends z.ZodType>(input: Input): Query<Input, Output> => ({
    kind: 'query',
    input,
  });
}

/** Writes the open project: one action is one transaction is one step. */
export function action<Output = void>() {
  return <Input extends z.ZodType>(
    label: string,
    input: Input,
  ): Action<Input, Output> => ({
    kind: 'action',
    label,
    input,
  });
}

/** Whatever waits or leaves the project file: open, import, export, undo. */
export function command<Output = void>() {
  return <Input extends z.ZodType>(input: Input): Command<Input, Output> => ({
    kind: 'command',
    input,
  });
}

/** What a caller gives. */
export type InputOf<E> = E extends { readonly input: infer Input extends z.ZodType }
  ? z.input<Input>
  : never;
/** What a handler gets, after the door has parsed it. */
export type ParsedOf<E> = E extends { readonly input: infer Input extends z.ZodType }
  ? z.output<Input>
  : never;
export type OutputOf<E> = E extends { readonly [answer]?: infer Output }
  ? Exclude<Output, undefined>
  : never;
