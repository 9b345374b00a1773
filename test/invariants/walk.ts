import type { NameOf } from '../../shared/api.ts';
import { fingerprint } from '../support/dump.ts';
import { openedSession, type OpenedSession } from '../support/openedSession.ts';
import { sampleProject } from '../support/sampleProject.ts';
import { brokenInvariants, brokenPages } from './brokenInvariants.ts';
import { drawing, randomFrom, randomInputs } from './randomInputs.ts';

/** What the project must look like after each step that is done, and after those that redo would bring back. */
interface Timeline {
  readonly done: { readonly seq: number; readonly print: string }[];
  readonly undone: { readonly seq: number; readonly print: string }[];
}

export interface WalkResult {
  readonly steps: number;
  readonly refused: number;
  readonly undos: number;
  readonly redos: number;
  readonly jumps: number;
  readonly reopenings: number;
}

interface Walk {
  readonly session: OpenedSession;
  readonly random: () => number;
  readonly timeline: Timeline;
  readonly count: { -readonly [Key in keyof WalkResult]: WalkResult[Key] };
}

function assert(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}

const lastSeq = (walk: Walk) =>
  walk.session.read.get<{ seq: number }>(
    'SELECT coalesce(max(seq), 0) AS seq FROM steps',
  )!.seq;

export function pickAction(random: () => number): NameOf<'action'> {
  const entries = Object.entries(randomInputs) as [
    NameOf<'action'>,
    { weight: number },
  ][];
  const total = entries.reduce((sum, [, { weight }]) => sum + weight, 0);
  let left = random() * total;
  for (const [name, { weight }] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'codes.create';
}

/** What was done, and how it is judged by what the rows are like afterwards. */
interface Move {
  readonly what: string;
  readonly settle?: (print: string) => void;
}

const now = (walk: Walk) => walk.timeline.done.at(-1)!.print;

async function act(walk: Walk): Promise<Move> {
  const { session, timeline, count } = walk;
  const name = pickAction(walk.random);
  const input = randomInputs[name].input(drawing(session.read, walk.random));
  const what = `${name} ${JSON.stringify(input)}`;
  const seq = lastSeq(walk);
  const answer = await session.call(name, input);
  const written = lastSeq(walk);
  if (!answer.ok) {
    assert(answer.problem.code !== 'unknown', `${what} failed`);
    assert(written === seq, 'a refusal left a step');
    count.refused += 1;
    return { what };
  }
  if (written === seq) return { what };
  return {
    what,
    settle: (print) => {
      timeline.undone.length = 0;
      timeline.done.push({ seq: written, print });
      count.steps += 1;
    },
  };
}

async function undo({ session, timeline, count }: Walk): Promise<Move> {
  if (timeline.done.length < 2) return { what: 'nothing to undo' };
  const step = timeline.done.pop()!;
  timeline.undone.push(step);
  const answer = await session.call('steps.undo', {});
  assert(answer.ok, 'undo failed');
  count.undos += 1;
  return { what: `undo of step ${step.seq}` };
}

async function redo({ session, timeline, count }: Walk): Promise<Move> {
  const step = timeline.undone.pop();
  const answer = await session.call('steps.redo', {});
  assert(answer.ok && answer.value.redone.length === (step ? 1 : 0), 'redo failed');
  if (!step) return { what: 'nothing to redo' };
  timeline.done.push(step);
  count.redos += 1;
  return { what: `redo of step ${step.seq}` };
}

async function goTo(walk: Walk): Promise<Move> {
  const { session, timeline, count, random } = walk;
  const back = Math.min(timeline.done.length - 1, Math.floor(random() * 40));
  const target = timeline.done.at(-1 - back)!;
  const answer = await session.call('steps.goTo', { seq: target.seq });
  assert(answer.ok, 'goTo failed');
  if (answer.value.step) {
    timeline.undone.length = 0;
    timeline.done.push({ seq: answer.value.step.seq, print: target.print });
    count.jumps += 1;
  }
  return { what: `goTo ${target.seq}, ${back} back` };
}

async function reopen({ session, count }: Walk): Promise<Move> {
  await session.reopen();
  count.reopenings += 1;
  const broken = brokenPages(session.db);
  assert(broken.length === 0, broken.join('\n'));
  return { what: 'reopen' };
}

function oneMove(walk: Walk): Promise<Move> {
  // Who has begun to undo often goes on, or back again.
  if (walk.timeline.undone.length > 0 && walk.random() < 0.6)
    return walk.random() < 0.6 ? redo(walk) : undo(walk);
  const drawn = walk.random();
  if (drawn < 0.8) return act(walk);
  if (drawn < 0.89) return undo(walk);
  if (drawn < 0.95) return redo(walk);
  if (drawn < 0.97) return goTo(walk);
  return reopen(walk);
}

/** Random actions, undos, redos, jumps and reopenings of a real file; throws with the seed at the first broken invariant. */
export async function walkAtRandom(
  seed: number,
  moves: number,
  onMove: (move: number) => void = () => {},
): Promise<WalkResult> {
  const project = sampleProject();
  project.close();
  const session = await openedSession(project.path);
  const walk: Walk = {
    session,
    random: randomFrom(seed),
    timeline: { done: [], undone: [] },
    count: { steps: 0, refused: 0, undos: 0, redos: 0, jumps: 0, reopenings: 0 },
  };
  walk.timeline.done.push({ seq: lastSeq(walk), print: fingerprint(session.db) });
  let what = '';
  let move = 0;
  try {
    for (; move < moves; move += 1) {
      const done = await oneMove(walk);
      ({ what } = done);
      onMove(move);
      const print = fingerprint(session.db);
      done.settle?.(print);
      assert(print === now(walk), 'the rows are not what they were');
      const broken = brokenInvariants(session.db);
      assert(broken.length === 0, broken.join('\n'));
    }
  } catch (error) {
    throw new Error(`seed ${seed}, move ${move}, ${what}`, { cause: error });
  } finally {
    await session.close();
    project.remove();
  }
  return walk.count;
}
