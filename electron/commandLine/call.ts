import { parseArgs, type ParseArgsConfig } from 'node:util';

import type { WordKey, WordParams } from '../../shared/words/words.ts';

/** The call itself is wrong: said in a sentence, followed by how to call (exit status 2). */
export class BadCall extends Error {
  readonly key: WordKey;
  readonly params: WordParams;

  constructor(key: WordKey, params: WordParams = {}) {
    super(key);
    this.name = 'BadCall';
    this.key = key;
    this.params = params;
  }
}

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  title: { type: 'string' },
  kind: { type: 'string' },
  what: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  layout: { type: 'string' },
  counts: { type: 'boolean' },
  columns: { type: 'string' },
  tiers: { type: 'string' },
  delimiter: { type: 'string' },
  way: { type: 'string' },
  fold: { type: 'boolean' },
  in: { type: 'string' },
  limit: { type: 'string' },
  transcript: { type: 'string', multiple: true },
  speaker: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  participant: { type: 'string', multiple: true },
  attribute: { type: 'string', multiple: true },
  question: { type: 'string', multiple: true },
  code: { type: 'string', multiple: true },
  overwrite: { type: 'boolean' },
  write: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

type OptionName = keyof typeof options;

/** Which options each command knows, besides those that all of them know. */
const known = {
  new: ['title', 'overwrite'],
  example: ['overwrite'],
  import: ['kind', 'columns', 'tiers'],
  analysis: ['write'],
  check: [],
  'take-over': ['from'],
  stats: [],
  identifiers: [],
  search: [
    'way',
    'fold',
    'in',
    'limit',
    'transcript',
    'speaker',
    'role',
    'participant',
    'attribute',
    'question',
    'code',
  ],
  history: [],
  undo: [],
  redo: [],
  export: ['what', 'to', 'layout', 'counts', 'columns', 'delimiter', 'overwrite'],
  call: [],
} as const satisfies Readonly<Record<string, readonly OptionName[]>>;
const always: readonly OptionName[] = ['json', 'help', 'lang'];

export type CommandName = keyof typeof known;

const isCommand = (name: string): name is CommandName => Object.hasOwn(known, name);
const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

export type CallOptions = ReturnType<
  typeof parseArgs<{ options: typeof options; allowPositionals: true }>
>['values'];

export interface CommandCall {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly options: CallOptions;
}

/** Not strict, so that what is wrong can be said in our own words and language. */
function loosely(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
}

/** What is understood even when the rest of the call is wrong: it decides how that is said. */
export function manner(argv: readonly string[]): {
  readonly isJson: boolean;
  readonly isHelp: boolean;
  readonly language: 'sv' | 'en' | null;
} {
  const { values } = loosely(argv);
  const { lang } = values;
  return {
    isJson: values.json === true,
    isHelp: values.help === true,
    language: lang === 'sv' || lang === 'en' ? lang : null,
  };
}

type Token = NonNullable<ReturnType<typeof loosely>['tokens']>[number];

function assertOption(
  token: Extract<Token, { kind: 'option' }>,
  command: CommandName,
): void {
  const allowed: readonly string[] = [...always, ...known[command]];
  if (!isOption(token.name) || !allowed.includes(token.name))
    throw new BadCall('cli.badOption', { option: token.rawName });
  const isText = options[token.name].type === 'string';
  if (isText && token.value === undefined)
    throw new BadCall('cli.optionNeedsValue', { option: token.name });
  if (!isText && token.value !== undefined)
    throw new BadCall('cli.badOption', { option: `${token.rawName}=${token.value}` });
}

function optionsOf(argv: readonly string[]): CallOptions {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true }).values;
  } catch {
    // All that is left is a value that looks like an option: `--to --json`.
    throw new BadCall('cli.badOption', { option: argv.join(' ') });
  }
}

/** Reads the call, or throws what is wrong with it. */
export function readCall(argv: readonly string[]): CommandCall {
  const { positionals, tokens } = loosely(argv);
  const [command, ...operands] = positionals;
  if (command === undefined) throw new BadCall('cli.noCommand');
  if (!isCommand(command)) throw new BadCall('cli.badCommand', { command });
  for (const token of tokens) if (token.kind === 'option') assertOption(token, command);
  const given = optionsOf(argv);
  chosen(given, 'lang', ['sv', 'en']);
  return { command, operands, options: given };
}

/** The option's value when it is one of the choices, undefined when it was not given. */
export function chosen<Choice extends string>(
  given: CallOptions,
  option: OptionName,
  choices: readonly Choice[],
): Choice | undefined {
  const value = given[option];
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) {
    throw new BadCall('cli.optionValue', {
      option,
      value: String(value),
      choices: choices.join(', '),
    });
  }
  return choice;
}
