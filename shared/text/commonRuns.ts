/** A stretch that stands in both lists: where it begins in each, and how long it is. */
export interface CommonRun {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

interface Window {
  readonly b0: number;
  readonly b1: number;
  readonly a0: number;
  readonly a1: number;
}

interface Lists {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly runs: CommonRun[];
}

/** Each round of anchors divides the lists further; what is left after so many is compared as it is. */
const mostRounds = 12;
/** Edit steps of one stage of a comparison: bounds what two lists without anything in common can cost. */
const mostSteps = 64;

function commonStart({ before, after }: Lists, { b0, b1, a0, a1 }: Window): number {
  const longest = Math.min(b1 - b0, a1 - a0);
  let length = 0;
  while (length < longest && before[b0 + length] === after[a0 + length]) length += 1;
  return length;
}

function commonEnd({ before, after }: Lists, { b0, b1, a0, a1 }: Window): number {
  const longest = Math.min(b1 - b0, a1 - a0);
  let length = 0;
  while (length < longest && before[b1 - 1 - length] === after[a1 - 1 - length])
    length += 1;
  return length;
}

interface Anchor {
  readonly before: number;
  readonly after: number;
}

/** Items that stand exactly once on each side, in the order of `before`. */
function uniquePairs(
  { before, after }: Lists,
  { b0, b1, a0, a1 }: Window,
): readonly Anchor[] {
  const places = new Map<number, { b: number; a: number }>();
  for (let at = b0; at < b1; at += 1) {
    const known = places.get(before[at]!);
    if (known) known.b = -2;
    else places.set(before[at]!, { b: at, a: -1 });
  }
  for (let at = a0; at < a1; at += 1) {
    const known = places.get(after[at]!);
    if (known) known.a = known.a === -1 ? at : -2;
  }
  const pairs: Anchor[] = [];
  for (const { b, a } of places.values())
    if (b >= 0 && a >= 0) pairs.push({ before: b, after: a });
  return pairs;
}

/** How many of `tails` end before the place, by halving. */
function rankOf(
  tails: readonly number[],
  pairs: readonly Anchor[],
  place: number,
): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[tails[middle]!]!.after < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest choice of pairs that are in the same order on both sides. */
function inSameOrder(pairs: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const earlier = new Int32Array(pairs.length).fill(-1);
  for (const [index, pair] of pairs.entries()) {
    const rank = rankOf(tails, pairs, pair.after);
    if (rank > 0) earlier[index] = tails[rank - 1]!;
    tails[rank] = index;
  }
  const chosen: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = earlier[at]!) chosen.push(pairs[at]!);
  return chosen.toReversed();
}

interface Reached {
  /** How far each diagonal was reached after each edit step; diagonal k stands at k + step + 1. */
  readonly edges: readonly Int32Array[];
  /** The diagonal that got furthest, and where on it. */
  readonly k: number;
  readonly x: number;
}

const goesDown = (last: Int32Array, step: number, k: number): boolean =>
  k === -step || (k !== step && last[k - 1 + step]! < last[k + 1 + step]!);

/** One edit step further on every diagonal (Myers 1986), with room for a neighbour on each side. */
function nextEdge(lists: Lists, window: Window, last: Int32Array | null): Int32Array {
  const { before, after } = lists;
  const { b0, a0 } = window;
  const [n, m] = [window.b1 - b0, window.a1 - a0];
  const step = last === null ? 0 : (last.length - 1) / 2;
  const edge = new Int32Array(2 * step + 3);
  for (let k = -step; k <= step; k += 2) {
    let x = 0;
    if (last !== null)
      x = goesDown(last, step, k) ? last[k + 1 + step]! : last[k - 1 + step]! + 1;
    while (x < n && x - k < m && before[b0 + x] === after[a0 + x - k]) x += 1;
    edge[k + step + 1] = x;
  }
  return edge;
}

/** Where the furthest diagonal inside both lists is after so many steps. */
function furthest(edge: Int32Array, window: Window): { k: number; x: number } {
  const [n, m] = [window.b1 - window.b0, window.a1 - window.a0];
  const step = (edge.length - 3) / 2;
  let best = { k: 0, x: -1 };
  for (let k = -step; k <= step; k += 2) {
    const x = edge[k + step + 1]!;
    const isInside = x <= n && x - k <= m;
    if (isInside && (best.x < 0 || 2 * x - k > 2 * best.x - best.k)) best = { k, x };
  }
  return best;
}

function reach(lists: Lists, window: Window): Reached {
  const [n, m] = [window.b1 - window.b0, window.a1 - window.a0];
  const edges: Int32Array[] = [];
  for (let step = 0; step <= mostSteps; step += 1) {
    const edge = nextEdge(lists, window, edges.at(-1) ?? null);
    edges.push(edge);
    const isOnWay = Math.abs(n - m) <= step && (n - m + step) % 2 === 0;
    if (isOnWay && edge[n - m + step + 1]! >= n) return { edges, k: n - m, x: n };
  }
  return { edges, ...furthest(edges.at(-1)!, window) };
}

/** The runs on the way to where it was reached, in order. */
function runsOnTheWay(window: Window, { edges, ...to }: Reached): readonly CommonRun[] {
  const found: CommonRun[] = [];
  let { k, x } = to;
  for (let step = edges.length - 1; step >= 0; step -= 1) {
    const last = edges[step - 1];
    const isDown = last !== undefined && goesDown(last, step, k);
    const nextK = last === undefined ? k : isDown ? k + 1 : k - 1;
    const nextX = last === undefined ? 0 : last[nextK + step]!;
    const from = last === undefined || isDown ? nextX : nextX + 1;
    if (x > from)
      found.push({
        before: window.b0 + from,
        after: window.a0 + from - k,
        length: x - from,
      });
    [k, x] = [nextK, nextX];
  }
  return found.toReversed();
}

/** The fewest edits, found in stages of so many steps: what was best at the end of a stage is settled. */
function pushStepwise(lists: Lists, whole: Window): void {
  let window = whole;
  while (window.b0 < window.b1 && window.a0 < window.a1) {
    const reached = reach(lists, window);
    for (const run of runsOnTheWay(window, reached)) lists.runs.push(run);
    window = {
      ...window,
      b0: window.b0 + reached.x,
      a0: window.a0 + reached.x - reached.k,
    };
  }
}

function pushRuns(lists: Lists, whole: Window, round: number): void {
  const start = commonStart(lists, whole);
  if (start > 0) lists.runs.push({ before: whole.b0, after: whole.a0, length: start });
  const rest = { ...whole, b0: whole.b0 + start, a0: whole.a0 + start };
  const end = commonEnd(lists, rest);
  const inner = { ...rest, b1: rest.b1 - end, a1: rest.a1 - end };
  if (inner.b1 > inner.b0 && inner.a1 > inner.a0) {
    const anchors = round < mostRounds ? inSameOrder(uniquePairs(lists, inner)) : [];
    if (anchors.length === 0) pushStepwise(lists, inner);
    else pushBetween(lists, { window: inner, anchors, round });
  }
  if (end > 0) lists.runs.push({ before: inner.b1, after: inner.a1, length: end });
}

function pushBetween(
  lists: Lists,
  part: {
    readonly window: Window;
    readonly anchors: readonly Anchor[];
    readonly round: number;
  },
): void {
  let { b0, a0 } = part.window;
  for (const { before, after } of part.anchors) {
    pushRuns(lists, { b0, b1: before, a0, a1: after }, part.round + 1);
    lists.runs.push({ before, after, length: 1 });
    [b0, a0] = [before + 1, after + 1];
  }
  pushRuns(lists, { ...part.window, b0, a0 }, part.round + 1);
}

/**
 * What two lists have in common, in order: first by items that each has once, then by the fewest edits, as far as they
 * can be found in time that is about linear. Runs that meet are not joined.
 */
export function commonRuns(before: Int32Array, after: Int32Array): readonly CommonRun[] {
  const lists: Lists = { before, after, runs: [] };
  pushRuns(lists, { b0: 0, b1: before.length, a0: 0, a1: after.length }, 0);
  return lists.runs;
}
