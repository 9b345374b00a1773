import {
  ask,
  assertNoMore,
  operand,
  pathFrom,
  Refused,
  type Answer,
  type Ground,
} from './ground.ts';
import { localTime } from './stepCommands.ts';

/** Without `--from` it says who has the project and what taking over means; with it, the person has read that. */
export async function takeOver(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 1);
  const given = operand(ground, 0, 'FILE');
  const state = await ask(ground, 'project.open', { path: pathFrom(given) });
  ground.speak(state.language);
  const { heldBy, heldSince, mayTakeOver, path: file } = state;
  if (heldBy === null)
    return { value: { file }, lines: [ground.say('cli.notHeld', { file })], status: 0 };
  const { from } = ground.call.options;
  if (from === undefined && mayTakeOver) {
    const when = heldSince === null ? '–' : localTime(heldSince);
    return {
      value: { file, heldBy, heldSince },
      lines: [ground.say('cli.takeOver', { heldBy, when, file: given })],
      status: 1,
    };
  }
  if (!mayTakeOver)
    throw new Refused({ code: 'project.heldHere', params: { heldBy }, file });
  await ask(ground, 'project.takeOver', { from: from ?? '' });
  return {
    value: { file, heldBy },
    lines: [ground.say('cli.tookOver', { file, heldBy })],
    status: 0,
  };
}
