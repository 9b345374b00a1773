import { indexingJob } from '../../shared/domain/search.ts';
import { useProgress } from '../progress.ts';
import { Banner } from '../ui/Banner.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { sayNumber, useWords } from '../words.ts';
import type { Searched } from './useSearch.ts';

const limitInSeconds = 2.5;

/** What the answer does not hold, and why. */
export function Reservations({
  answer,
  question,
}: Pick<Searched, 'answer' | 'question'>) {
  const { say, language } = useWords();
  const progress = useProgress(indexingJob);
  const isIndexing = progress !== undefined && progress.done < progress.total;
  const why = isIndexing
    ? 'search.cut.indexing'
    : question?.way === 'pattern'
      ? 'search.cut'
      : 'search.cut.words';
  return (
    <>
      {answer?.isCut && (
        <Banner kind="warning">
          {say(why, { seconds: sayNumber(language, limitInSeconds) })}
        </Banner>
      )}
      {isIndexing && (
        <div className="search-indexing">
          <ProgressBar
            words={say('progress.indexing')}
            value={progress.done}
            max={progress.total}
          />
        </div>
      )}
    </>
  );
}
