import { commonRuns } from './commonRuns.ts';

/** A run of words that two texts share, or that only the one has. */
export interface WordRun {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

const wordOrSign = /[\p{L}\p{N}\p{M}\u200d]+|\s+|[^]/gu;

const tokensOf = (text: string): readonly string[] => text.match(wordOrSign) ?? [];

/** Kept runs and what stands between them, as the common words lie; white space between two differences is no run of its own. */
function alternating(before: string, after: string): readonly WordRun[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]) =>
    Int32Array.from(tokens, (token) => {
      const known = numbers.get(token) ?? numbers.size;
      numbers.set(token, known);
      return known;
    });
  const end = { before: old.length, after: now.length, length: 0 };
  const runs: WordRun[] = [];
  let [b0, a0] = [0, 0];
  for (const run of [...commonRuns(numbered(old), numbered(now)), end]) {
    runs.push(
      { kind: 'removed', text: old.slice(b0, run.before).join('') },
      { kind: 'added', text: now.slice(a0, run.after).join('') },
    );
    [b0, a0] = [run.before + run.length, run.after + run.length];
    runs.push({ kind: 'kept', text: old.slice(run.before, b0).join('') });
  }
  return runs.filter(({ text }) => text !== '');
}

const isSpaceBetween = (runs: readonly WordRun[], index: number): boolean => {
  const [before, run, after] = [runs[index - 1], runs[index], runs[index + 1]];
  const isChange = (one: WordRun | undefined) => one !== undefined && one.kind !== 'kept';
  return (
    run?.kind === 'kept' && run.text.trim() === '' && isChange(before) && isChange(after)
  );
};

/** Both texts as runs in order, words compared whole; what differs on both sides of a mere space is one difference. */
export function wordDifferences(before: string, after: string): readonly WordRun[] {
  const found = alternating(before, after);
  const runs: WordRun[] = [];
  let [removed, added, kept] = ['', '', ''];
  const close = () => {
    runs.push(
      { kind: 'kept', text: kept },
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
    );
    [removed, added, kept] = ['', '', ''];
  };
  for (const [index, { kind, text }] of found.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isSpaceBetween(found, index))
      [removed, added] = [removed + text, added + text];
    else {
      if (removed + added !== '') close();
      kept += text;
    }
  }
  close();
  return runs.filter(({ text }) => text !== '');
}

const signs = /[^\p{L}\p{N}\p{M}]+/gu;

/** Whether two texts say the same but for spaces and punctuation. */
export const differInSignsOnly = (before: string, after: string): boolean =>
  before !== after && before.replace(signs, '') === after.replace(signs, '');

export type Difference = 'gone' | 'signs' | 'all' | 'beginning' | 'end' | 'inside';

const hasWords = (text: string) => text.replace(signs, '') !== '';

/** Where a text differs from what it was. */
export function differenceBetween(before: string, after: string): Difference {
  if (after === '') return 'gone';
  if (differInSignsOnly(before, after)) return 'signs';
  const runs = wordDifferences(before, after);
  const kept = (run: WordRun | undefined) => run?.kind === 'kept' && hasWords(run.text);
  if (!runs.some(kept)) return 'all';
  const [first, last] = [
    kept(runs.find(({ text }) => hasWords(text))),
    kept(runs.findLast(({ text }) => hasWords(text))),
  ];
  if (first && !last) return 'end';
  return !first && last ? 'beginning' : 'inside';
}

const fewestWords = 2;

/** The longest run of words that a condensation has from the old text and that stands in the new one no longer; empty when there is none. */
export function wordsNoLongerSaid(
  condensed: string,
  { before, after }: { readonly before: string; readonly after: string },
): string {
  const words = condensed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const plain = (text: string) =>
    ` ${(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')} `;
  const [old, now] = [plain(before), plain(after)];
  let longest: readonly string[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (
      let to = words.length;
      to - from > Math.max(longest.length, fewestWords - 1);
      to -= 1
    ) {
      const run = words.slice(from, to);
      const said = plain(run.join(' '));
      if (old.includes(said) && !now.includes(said)) longest = run;
    }
  return longest.join(' ');
}
