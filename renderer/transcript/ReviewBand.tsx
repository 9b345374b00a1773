import { backToReview, useReviewing } from '../reviewing.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { takePointedOut } from './reviewInText.ts';

const mostShown = 160;

/** What is being done here to a unit of the review list, and the ways to finish it. */
export function ReviewBand({ latest }: { readonly latest: () => OpenTranscript }) {
  const { say } = useWords();
  const inText = useReviewing((reviewing) => reviewing.inText);
  if (!inText) return null;
  const { number, was, way } = inText;
  const isPointingOut = way === 'pointOut';
  const words = was.length > mostShown ? `${was.slice(0, mostShown)}…` : was;
  const actions = (
    <>
      {isPointingOut && (
        <Button
          size="small"
          kind="primary"
          keys="Enter"
          onPress={() => void takePointedOut(latest())}
        >
          {say('review.pointingOut.take')}
        </Button>
      )}
      <Button size="small" keys="Esc" onPress={() => void backToReview()}>
        {say('review.back')}
      </Button>
    </>
  );
  return (
    // Pressing here leaves the selection in the text as it is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="review-band"
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && backToReview()) event.preventDefault();
      }}
    >
      <Banner kind="advice" actions={actions}>
        <p>
          {say(isPointingOut ? 'review.pointingOut' : 'review.movingEnds', {
            unit: number,
          })}
        </p>
        {isPointingOut && (
          <p className="ink-2">{say('review.pointingOut.was', { words })}</p>
        )}
      </Banner>
    </div>
  );
}
