import { resolve } from 'node:path';

import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { ProjectState } from '../../shared/domain/projectState.ts';
import type { Problem } from '../../shared/errors.ts';
import type { Language, Say, WordKey, WordParams } from '../../shared/words/words.ts';
import type { Session } from '../session.ts';
import { BadCall, type CommandCall } from './call.ts';

/** What a command works on. `language` is null until something decides it: `--lang`, else the project. */
export interface Ground {
  readonly call: CommandCall;
  readonly session: Session;
  say: Say;
  /** What the computer speaks, for a new project that is not told. */
  readonly computerLanguage: Language;
  readonly language: Language | null;
  /** Something to say beside the answer, once there is one; silent under `--json`. */
  note(sentence: string): void;
  speak(language: Language): void;
}

/** `value` is printed under `--json`, `lines` otherwise. */
export interface Answer {
  readonly value: unknown;
  readonly lines: readonly string[];
  readonly status: 0 | 1;
  /** Problems that did not stop the rest. */
  readonly refused?: readonly Problem[];
}

/** What the door refused, on its way to standard error. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** The answer to one call of the contract, or the refusal thrown. */
export async function ask<Name extends ApiName>(
  ground: Ground,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await ground.session.call(name, input);
  if (!result.ok) throw new Refused(result.problem);
  return result.value as Output<Name>;
}

const isKey = (key: string): key is WordKey => key.includes('.');

/** What a code is worded as in a room of words: of steps, of notes from an import, of findings. */
export function sayCode(
  { say }: Ground,
  key: `step.${string}` | `importNote.${string}` | `finding.${string}`,
  params: WordParams,
): string {
  return isKey(key) ? say(key, params) : key;
}

/** A path as the person meant it: npm runs scripts in the folder of the project (rulings 23). */
export function pathFrom(given: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The operand at that place; what it is called is told when it is not there. */
export function operand({ call }: Ground, index: number, argument: string): string {
  const value = call.operands[index];
  if (value === undefined || value === '')
    throw new BadCall('cli.missing', { command: call.command, argument });
  return value;
}

export function assertNoMore({ call }: Ground, most: number): void {
  const extra = call.operands[most];
  if (extra !== undefined)
    throw new BadCall('cli.tooMany', { command: call.command, argument: extra });
}

/** Opens the project that the call names; from then on the project's language is spoken unless `--lang` says other. */
export async function openNamed(ground: Ground): Promise<ProjectState> {
  const path = pathFrom(operand(ground, 0, 'FILE'));
  const state = await ask(ground, 'project.open', { path });
  ground.speak(state.language);
  if (state.heldBy !== null)
    ground.note(ground.say('cli.readOnly', { heldBy: state.heldBy }));
  return state;
}

/** As `openNamed`, for a command that writes however little: refused at once when another program has the project. */
export async function openToWrite(ground: Ground): Promise<void> {
  const { heldBy, path } = await openNamed(ground);
  if (heldBy !== null)
    throw new Refused({ code: 'project.readOnly', params: { heldBy }, file: path });
}
