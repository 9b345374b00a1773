import type { Step } from '../../shared/domain/step.ts';
import { BadCall } from './call.ts';
import {
  ask,
  assertNoMore,
  openNamed,
  openToWrite,
  sayCode,
  type Answer,
  type Ground,
} from './ground.ts';

type WordedStep = Step & { readonly sentence: string };

function worded(ground: Ground, step: Step): WordedStep {
  return { ...step, sentence: sayCode(ground, `step.${step.label}`, step.params) };
}

const two = (value: number) => String(value).padStart(2, '0');

/** Date and time of this computer, so that lines stand under each other. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function historyLine({ say }: Ground, step: WordedStep): string {
  const state = step.state === 'done' ? '' : ` (${say(`cli.${step.state}`)})`;
  const who = (step.initials ?? '').padEnd(3);
  return `${String(step.seq).padStart(5)}  ${localTime(step.createdAt)}  ${who}  ${step.sentence}${state}`;
}

const pageLength = 500;

/** Every step, latest first. */
export async function history(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 1);
  await openNamed(ground);
  const steps: WordedStep[] = [];
  for (;;) {
    const before = steps.at(-1)?.seq;
    const page = await ask(ground, 'steps.history', {
      limit: pageLength,
      ...(before !== undefined && { before }),
    });
    steps.push(...page.steps.map((step) => worded(ground, step)));
    if (page.steps.length < pageLength) break;
  }
  return {
    value: { total: steps.length, steps },
    lines: [
      ground.say('cli.history', { count: steps.length }),
      ...steps.map((step) => historyLine(ground, step)),
    ],
    status: 0,
  };
}

function times({ call }: Ground): number {
  const value = call.operands[1] ?? '1';
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > 100_000)
    throw new BadCall('cli.badCount', { value });
  return count;
}

export async function undo(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 2);
  const wanted = times(ground);
  await openToWrite(ground);
  const { undone } = await ask(ground, 'steps.undo', { times: wanted });
  const steps = undone.map((step) => worded(ground, step));
  return {
    value: { undone: steps },
    lines:
      steps.length > 0
        ? steps.map(({ sentence }) => ground.say('cli.undid', { step: sentence }))
        : [ground.say('cli.nothingToUndo')],
    status: 0,
  };
}

export async function redo(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 2);
  const wanted = times(ground);
  await openToWrite(ground);
  const { redone } = await ask(ground, 'steps.redo', { times: wanted });
  const steps = redone.map((step) => worded(ground, step));
  return {
    value: { redone: steps },
    lines:
      steps.length > 0
        ? steps.map(({ sentence }) => ground.say('cli.redid', { step: sentence }))
        : [ground.say('cli.nothingToRedo')],
    status: 0,
  };
}
