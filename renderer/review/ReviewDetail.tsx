import { Lightbulb } from 'lucide-react';
import { useMemo } from 'react';

import type { Review } from '../../shared/domain/review.ts';
import {
  wordDifferences,
  wordsNoLongerSaid,
  type WordRun,
} from '../../shared/text/wordDifferences.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { WordRuns } from '../WordRuns.tsx';
import { useWords } from '../words.ts';
import { sayCorrected, sayMarked } from './reviewWords.ts';

interface SideProps {
  readonly kind: 'was' | 'now';
  readonly title: string;
  readonly by: string;
  readonly runs: readonly WordRun[];
  readonly context: { readonly before: string; readonly after: string };
  readonly lang: string;
}

/** The words as they stood, or as they stand, with what differs marked by a sign as well as by its look. */
function Side({ kind, title, by, runs, context, lang }: SideProps) {
  const { say } = useWords();
  const own = runs.filter((run) => run.kind !== (kind === 'was' ? 'added' : 'removed'));
  const sign = kind === 'was' ? '−' : '+';
  const differs = own.some((run) => run.kind !== 'kept');
  return (
    <section className="review-side" aria-label={title}>
      <header className="review-side-head">
        <h3>{title}</h3>
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
              <WordRuns runs={own} />
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
  const isFromTable = review.reason === 'imported';
  const place = { unit: number, speaker: now.speaker, turn: now.turnLabel };
  return (
    <div className="review-detail">
      <h2 className="review-head">
        {say(now.speaker === '' ? 'review.head.nobody' : 'review.head', place)}
      </h2>
      <Side
        kind="was"
        title={say(isFromTable ? 'review.was.table' : 'review.was')}
        by={isFromTable ? '' : sayMarked(words, review)}
        runs={runs}
        context={was}
        lang={lang}
      />
      <Side
        kind="now"
        title={say('review.now')}
        by={isFromTable ? '' : sayCorrected(words, review)}
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
