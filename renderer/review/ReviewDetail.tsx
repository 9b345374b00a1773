import { Lightbulb } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';

import type { Review } from '../../shared/domain/review.ts';
import {
  wordDifferences,
  wordsNoLongerSaid,
  type WordRun,
} from '../../shared/text/wordDifferences.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { sayCorrected, sayMarked } from './reviewWords.ts';

interface SideProps {
  readonly kind: 'was' | 'now';
  readonly by: string;
  readonly runs: readonly WordRun[];
  readonly context: { readonly before: string; readonly after: string };
  readonly lang: string;
}

function Run({ run }: { readonly run: WordRun }): ReactNode {
  if (run.kind === 'removed')
    return (
      <del className="review-removed">
        <span aria-hidden="true">−</span>
        {run.text}
      </del>
    );
  if (run.kind === 'added')
    return (
      <ins className="review-added">
        <span aria-hidden="true">+</span>
        {run.text}
      </ins>
    );
  return run.text;
}

/** The words as they stood, or as they stand, with what differs marked by a sign as well as by its look. */
function Side({ kind, by, runs, context, lang }: SideProps) {
  const { say } = useWords();
  const own = runs.filter((run) => run.kind !== (kind === 'was' ? 'added' : 'removed'));
  const sign = kind === 'was' ? '−' : '+';
  const differs = own.some((run) => run.kind !== 'kept');
  return (
    <section className="review-side" aria-label={say(`review.${kind}`)}>
      <header className="review-side-head">
        <h3>{say(`review.${kind}`)}</h3>
        <p>{by}</p>
      </header>
      <div className="review-side-text">
        <span className="review-gutter" aria-hidden="true">
          {differs ? sign : ''}
        </span>
        <p lang={lang}>
          <span className="review-context">{context.before}</span>
          {own.length === 0 ? (
            <span className="review-gone">{say('review.now.gone')}</span>
          ) : (
            <span className={`review-words review-words-${kind}`}>
              {own.map((run, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the runs of one text
                <Run key={index} run={run} />
              ))}
            </span>
          )}
          <span className="review-context">{context.after}</span>
        </p>
      </div>
    </section>
  );
}

function Facts({ review }: { readonly review: Review }) {
  const { say } = useWords();
  const book = useCodeBook();
  const codes = review.codeIds.flatMap((id) => book.byId.get(id) ?? []);
  if (review.condensed === '' && codes.length === 0) return null;
  return (
    <dl className="review-facts">
      {review.condensed !== '' && (
        <>
          <dt>{say('review.condensation')}</dt>
          <dd>{review.condensed}</dd>
        </>
      )}
      {codes.length > 0 && (
        <>
          <dt>{say(codes.length === 1 ? 'review.code' : 'review.codes')}</dt>
          <dd>
            {codes.map(({ id, name }) => (
              <span className="review-code" key={id}>
                <Swatch slot={book.slotOf(id)} size={10} /> {name}
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

export interface ReviewDetailProps {
  readonly review: Review;
  readonly lang: string;
}

/** What stood there over what stands there now, and what the unit carries. */
export function ReviewDetail({ review, lang }: ReviewDetailProps) {
  const words = useWords();
  const { say } = words;
  const { was, now, number, condensed } = review;
  const runs = useMemo(() => wordDifferences(was.text, now.text), [was.text, now.text]);
  const stale = useMemo(
    () => wordsNoLongerSaid(condensed, { before: was.text, after: now.text }),
    [condensed, was.text, now.text],
  );
  const place = { unit: number, speaker: now.speaker, turn: now.turnLabel };
  return (
    <div className="review-detail">
      <h2 className="review-head">
        {say(now.speaker === '' ? 'review.head.nobody' : 'review.head', place)}
      </h2>
      <Side
        kind="was"
        by={sayMarked(words, review)}
        runs={runs}
        context={was}
        lang={lang}
      />
      <Side
        kind="now"
        by={sayCorrected(words, review)}
        runs={runs}
        context={now}
        lang={lang}
      />
      <Facts review={review} />
      {stale !== '' && (
        <p className="review-stale">
          <Icon of={Lightbulb} /> {say('review.condensedStale', { words: stale })}
        </p>
      )}
    </div>
  );
}
