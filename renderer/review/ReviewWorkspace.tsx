import { useEffect, useMemo, useRef, useState } from 'react';

import type { Review } from '../../shared/domain/review.ts';
import { differInSignsOnly } from '../../shared/text/wordDifferences.ts';
import { useApi } from '../api.ts';
import { runCommand, useCommands } from '../keys/commands.ts';
import { keysOf, type CommandId } from '../keys/keymap.ts';
import { usePlace } from '../place.ts';
import { reviewInText, useReviewing } from '../reviewing.ts';
import { useIsSlow } from '../slowly.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { given } from '../ui/given.ts';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { RetireReview } from './RetireReview.tsx';
import { ReviewDetail } from './ReviewDetail.tsx';
import { ReviewList } from './ReviewList.tsx';
import { inReviewOrder } from './reviewRows.ts';
import { useReviewActs } from './useReviewActs.ts';
import './Review.css';

/** The unit in hand: the selected one, else the one that has come to stand where the last one stood. */
function useCurrent(reviews: readonly Review[]) {
  const selected = usePlace((place) => place.selected);
  const last = useReviewing(({ index }) => index);
  const id = selected?.kind === 'unit' ? selected.id : null;
  const found = reviews.findIndex(({ unitId }) => unitId === id);
  const index = found >= 0 ? found : Math.min(last, reviews.length - 1);
  useEffect(() => {
    useReviewing.setState({ index });
  }, [index]);
  const go = (to: number) => {
    const review = reviews[to];
    if (review) usePlace.getState().select({ kind: 'unit', id: review.unitId });
  };
  return { index, review: reviews[index]!, go };
}

/** Whoever had the focus in what has gone, or comes back from the text, goes on in the list. */
function useListFocus(review: Review) {
  const listRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isNowhere =
      !activeElement || activeElement === document.body || activeElement.matches('main');
    if (isNowhere) listRef.current?.focus({ preventScroll: true });
  }, [review]);
  return listRef;
}

function ActButton({
  id,
  isPrimary = false,
  onPress,
}: {
  readonly id: CommandId;
  readonly isPrimary?: boolean;
  readonly onPress: () => void;
}) {
  const { say } = useWords();
  return (
    <Button
      kind={isPrimary ? 'primary' : id === 'review.retire' ? 'quiet' : 'ordinary'}
      {...given({ keys: keysOf(id) ?? undefined })}
      onPress={onPress}
    >
      {say(`command.${id}`)}
    </Button>
  );
}

interface Act {
  readonly id: CommandId;
  readonly run: () => void;
}

interface ReviewingProps {
  /** In the order of the list. */
  readonly reviews: readonly Review[];
  /** Those that differ in spaces and punctuation only. */
  readonly small: readonly Review[];
}

/** What can be done with the unit in hand; what cannot be done is left out. */
function useActs(
  review: Review,
  { accept, ask }: { readonly accept: () => void; readonly ask: () => void },
) {
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  if (isReadOnly) return { isReadOnly, acts: [] };
  const ofWords: readonly Act[] = [
    { id: 'review.accept', run: accept },
    { id: 'review.moveEnds', run: () => reviewInText(review, 'moveEnds') },
  ];
  const acts: readonly Act[] = [
    ...(review.now.text === '' ? [] : ofWords),
    { id: 'review.pointOut', run: () => reviewInText(review, 'pointOut') },
    { id: 'review.retire', run: ask },
  ];
  return { isReadOnly, acts };
}

function Reviewing({ reviews, small }: ReviewingProps) {
  const { say } = useWords();
  const { index, review, go } = useCurrent(reviews);
  const lang = useApi('project.read', {}).data?.language ?? 'sv';
  const listRef = useListFocus(review);
  const [retiring, setRetiring] = useState<Review | null>(null);
  const { accept, acceptSmall, retire, problem } = useReviewActs(reviews.length);
  const { isReadOnly, acts } = useActs(review, {
    accept: () => accept(review),
    ask: () => setRetiring(review),
  });
  const hasSmall = small.length > 0 && !isReadOnly;
  useCommands({
    ...Object.fromEntries(acts.map(({ id, run }) => [id, run])),
    'review.acceptSmall': hasSmall ? () => acceptSmall(small) : undefined,
  });
  return (
    <div className="review">
      <ReviewList reviews={reviews} index={index} listRef={listRef} onGo={go} />
      <div className="review-right">
        {problem && <Banner>{sayProblem(say, problem)}</Banner>}
        {isReadOnly && <Banner kind="advice">{say('review.readOnly')}</Banner>}
        {review.now.text === '' && (
          <Banner kind="warning">{say('review.wordsGone')}</Banner>
        )}
        <ReviewDetail review={review} lang={lang} />
        <div className="review-acts" role="group" aria-label={say('review.actions')}>
          {acts.map(({ id, run }, at) => (
            <ActButton key={id} id={id} isPrimary={at === 0} onPress={run} />
          ))}
        </div>
      </div>
      {retiring && (
        <RetireReview
          review={retiring}
          onClose={() => setRetiring(null)}
          onRetire={(reason) => {
            setRetiring(null);
            retire(retiring, reason);
          }}
        />
      )}
    </div>
  );
}

function Nothing() {
  const { say, language } = useWords();
  const units = useApi('project.stats', {}).data?.units ?? 0;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <EmptyState
      actions={
        <Button
          ref={button}
          onPress={() => usePlace.getState().go({ workspace: 'transcripts' })}
        >
          {say('review.empty.back')}
        </Button>
      }
    >
      {units === 0
        ? say('review.empty.none')
        : say('review.empty', { count: units, n: sayNumber(language, units) })}
    </EmptyState>
  );
}

function Bar({ reviews, small }: ReviewingProps) {
  const { say, language } = useWords();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const count = reviews.length;
  const facts =
    count > 0 ? say('review.facts', { count, n: sayNumber(language, count) }) : undefined;
  return (
    <WorkspaceBar title={say('review.title')} {...given({ facts })}>
      {small.length > 0 && !isReadOnly && (
        <Button onPress={() => void runCommand('review.acceptSmall')}>
          {say('review.acceptSmall', { n: sayNumber(language, small.length) })}
        </Button>
      )}
    </WorkspaceBar>
  );
}

const isSmall = ({ was, now }: Review) =>
  now.text !== '' && differInSignsOnly(was.text, now.text);

/** Units that a correction left in doubt, settled one by one with eyes on the old and the new text (design.md 5.14). */
export function ReviewWorkspace() {
  const { say } = useWords();
  const { data, problem } = useApi('reviews.list', {});
  const isSlow = useIsSlow(data === undefined && problem === null);
  const reviews = useMemo(() => inReviewOrder(data ?? []), [data]);
  const small = useMemo(() => reviews.filter(isSmall), [reviews]);
  return (
    <Workspace label={say('review.title')}>
      <Bar reviews={reviews} small={small} />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <WorkspaceContent scroll="fixed">
        {!data && isSlow && <p className="review-waiting">{say('review.waiting')}</p>}
        {data?.length === 0 && <Nothing />}
        {reviews.length > 0 && <Reviewing reviews={reviews} small={small} />}
      </WorkspaceContent>
    </Workspace>
  );
}
