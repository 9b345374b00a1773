import type { ReactNode } from 'react';

import type { WordRun } from '../shared/text/wordDifferences.ts';
import './WordRuns.css';

function Run({ run }: { readonly run: WordRun }): ReactNode {
  if (run.kind === 'removed')
    return (
      <del className="word-removed">
        <span aria-hidden="true">−</span>
        {run.text}
      </del>
    );
  if (run.kind === 'added')
    return (
      <ins className="word-added">
        <span aria-hidden="true">+</span>
        {run.text}
      </ins>
    );
  return run.text;
}

/** A text with what is not in the other one marked by a sign as well as by its look. */
export function WordRuns({ runs }: { readonly runs: readonly WordRun[] }) {
  return runs.map((run, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the runs of one text
    <Run key={index} run={run} />
  ));
}
