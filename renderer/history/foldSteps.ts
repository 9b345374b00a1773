import type { Step } from '../../shared/domain/step.ts';

/** Steps that stand as one row: those under one heading, or of one kind in a row. */
export interface Fold {
  readonly first: Step;
  /** The others, latest first. */
  readonly more: readonly Step[];
}

export interface Day {
  /** Local date, `2026-11-22`. */
  readonly day: string;
  readonly folds: readonly Fold[];
}

/** So many of one kind are still shown one by one. */
const shownEach = 2;

const dayOf = (step: Step) => new Date(step.createdAt).toLocaleDateString('sv-SE');

function isAlike(one: Step, other: Step): boolean {
  if (one.heading !== null) return one.heading === other.heading;
  return (
    other.heading === null &&
    one.label === other.label &&
    one.initials === other.initials &&
    one.state === other.state &&
    !one.isWall &&
    !other.isWall
  );
}

function foldsOf(steps: readonly Step[]): readonly Fold[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run?.[0] && isAlike(run[0], step)) run.push(step);
    else runs.push([step]);
  }
  return runs.flatMap((run) => {
    const [first, ...more] = run;
    if (!first) return [];
    const isFolded = first.heading !== null || run.length > shownEach;
    return isFolded ? [{ first, more }] : run.map((step) => ({ first: step, more: [] }));
  });
}

/** Steps, latest first, day by day and folded where many of one kind follow on each other. */
export function daysOf(steps: readonly Step[]): readonly Day[] {
  const days = Map.groupBy(steps, dayOf);
  return [...days].map(([day, ofDay]) => ({ day, folds: foldsOf(ofDay) }));
}
