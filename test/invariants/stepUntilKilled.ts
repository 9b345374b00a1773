import { writeSync } from 'node:fs';

import { openedSession } from '../support/openedSession.ts';
import { whereItStands } from './killing.ts';
import { drawing, randomFrom, randomInputs } from './randomInputs.ts';
import { pickAction } from './walk.ts';

/** Works on a project until it is killed: a line for each step that the project has said is saved. */
const [path = '', seed = '1'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const session = await openedSession(path);

function report(): void {
  writeSync(1, `${Object.values(whereItStands(session)).join(' ')}\n`);
}

/** The sample project is not undone: in an empty one there is little to do. */
const sampleSteps = 2;

function hasWorked(): boolean {
  const row = session.read.get<{ seq: number }>(
    "SELECT max(seq) AS seq FROM steps WHERE state = 'done'",
  );
  return row!.seq > sampleSteps;
}

report();
for (;;) {
  if (random() < 0.15 && hasWorked()) await session.call('steps.undo', {});
  else {
    const name = pickAction(random);
    const input = randomInputs[name].input(drawing(session.read, random));
    await session.call(name, input);
  }
  report();
}
