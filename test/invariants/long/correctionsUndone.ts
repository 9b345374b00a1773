import { fingerprint } from '../../support/dump.ts';
import { openedSession } from '../../support/openedSession.ts';
import { sampleProject } from '../../support/sampleProject.ts';
import { brokenInvariants } from '../brokenInvariants.ts';
import { randomCorrections } from '../randomCorrections.ts';
import { drawing, randomFrom, randomInputs } from '../randomInputs.ts';

/** Corrections of a real file, each undone and done again: `node test/invariants/long/correctionsUndone.ts [corrections] [seed]`. */
const corrections = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));

/** Corrections of one file: it grows, and so does what each comparison costs. */
const ofOneFile = 250;
const names = Object.keys(randomCorrections) as (keyof typeof randomCorrections)[];
const count = { steps: 0, refused: 0, unchanged: 0, units: 0, inDoubt: 0, gone: 0 };

async function correctFile(random: () => number): Promise<void> {
  const project = sampleProject();
  project.close();
  const session = await openedSession(project.path);
  const print = () => fingerprint(session.db);
  const assert = (isTrue: boolean, what: string) => {
    if (!isTrue) throw new Error(what);
  };
  const units = () =>
    session.read.get<{ n: number; doubt: number; gone: number }>(
      `SELECT count(*) AS n, count(review_reason) AS doubt,
         count(*) FILTER (WHERE review_reason = 'gone') AS gone FROM meaning_units`,
    )!;
  try {
    const { n } = units();
    let before = print();
    for (let time = 0; time < ofOneFile; time += 1) {
      const drawn = names[Math.floor(random() * names.length)]!;
      const name = random() < 0.4 ? 'turns.correct' : drawn;
      const input = randomInputs[name].input(drawing(session.read, random));
      const answer = await session.call(name, input);
      const what = `${name} ${JSON.stringify(input)}`;
      assert(answer.ok || answer.problem.code !== 'unknown', `${what} failed`);
      const after = print();
      if (!answer.ok) count.refused += 1;
      if (after === before) {
        count.unchanged += 1;
        continue;
      }
      await session.call('steps.undo', {});
      assert(print() === before, `${what} is not undone exactly`);
      await session.call('steps.redo', {});
      assert(print() === after, `${what} is not done again exactly`);
      const broken = brokenInvariants(session.db);
      assert(broken.length === 0, `${what}: ${broken.join('; ')}`);
      assert(units().n === n, `${what}: a unit is lost`);
      count.steps += 1;
      before = after;
    }
    const left = units();
    count.units += left.n;
    count.inDoubt += left.doubt;
    count.gone += left.gone;
  } finally {
    await session.close();
    project.remove();
  }
}

process.stdout.write(`${corrections} corrections of real files, seed ${seed}\n`);
const began = performance.now();
for (let file = 0; file * ofOneFile < corrections; file += 1) {
  try {
    await correctFile(randomFrom(seed + file));
  } catch (error) {
    throw new Error(`seed ${seed + file}, one file`, { cause: error });
  }
  if (file % 10 === 9) process.stdout.write(`${(file + 1) * ofOneFile} corrections\n`);
}
process.stdout.write(
  `every correction undone and done again exactly: ${JSON.stringify(count)}, ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);
