import type { z } from 'zod';

import { Refusal } from '../shared/errors.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong, as `problem.call.input_<context>` says it, and the number or the words that it names. */
interface Fault {
  readonly context: string;
  readonly limit?: number;
  readonly choices?: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  array: 'list',
  boolean: 'yesNo',
};

/** By what is measured: words for something that is over its limit, and for something that is under it. */
const limits: Readonly<Record<string, readonly [over: string, under: string]>> = {
  string: ['tooLong', 'tooShort'],
  array: ['tooMany', 'tooFew'],
  number: ['tooHigh', 'tooLow'],
  int: ['tooHigh', 'tooLow'],
};

function valueAt(input: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    input,
  );
}

function limitFault(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): Fault {
  const [over, under] = limits[issue.origin] ?? ['unusable', 'unusable'];
  return issue.code === 'too_big'
    ? { context: over, limit: Number(issue.maximum) }
    : { context: under, limit: Number(issue.minimum) };
}

function faultOf(issue: Issue, input: unknown): Fault {
  if (issue.path.length === 0) return { context: 'call' };
  if (valueAt(input, issue.path) === undefined) return { context: 'missing' };
  if (issue.code === 'invalid_type')
    return { context: kinds[issue.expected] ?? 'unusable' };
  if (issue.code === 'too_big' || issue.code === 'too_small') return limitFault(issue);
  if (issue.code === 'invalid_value')
    return { context: 'choice', choices: issue.values.map(String).join(', ') };
  return { context: issue.code === 'invalid_format' ? 'form' : 'unusable' };
}

/**
 * Says in the reader's words what a call was given that it cannot use. The sentence of the parser itself is English and
 * goes along unspoken, for whoever mends the call.
 */
export function inputRefusal(
  name: string,
  issue: Issue | undefined,
  input: unknown,
): Refusal {
  const where = issue?.path.join('.') ?? '';
  const fault: Fault = issue ? faultOf(issue, input) : { context: 'call' };
  const detail = issue?.message ?? '';
  return new Refusal('call.input', { name, place: where, detail, ...fault }, { where });
}
