// The thread that regular expressions are run in; see patternSearch.ts.
import { parentPort } from 'node:worker_threads';

import { snapRangeToGraphemes } from '../shared/text/graphemes.ts';
import type { PatternFound, PatternQuestion } from './patternSearch.ts';

function answer(found: PatternFound): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(found);
}

parentPort?.on('message', ({ pattern, texts, most }: PatternQuestion) => {
  const expression = new RegExp(pattern, 'gimu');
  let left = most;
  for (const [index, text] of texts.entries()) {
    if (left <= 0) break;
    const places: number[] = [];
    for (const { 0: words, index: at } of text.matchAll(expression)) {
      if (words.trim() === '') continue;
      const { start, end } = snapRangeToGraphemes(text, {
        start: at,
        end: at + words.length,
      });
      if (start >= (places.at(-1) ?? 0)) places.push(start, end);
      if (places.length / 2 >= left) break;
    }
    left -= places.length / 2;
    if (places.length > 0) answer({ index, places });
  }
  answer('done');
});
