import type { AnalysisReport } from '../../shared/domain/existingAnalysis.ts';
import { useWords } from '../words.ts';
import { Conflicts } from './Conflicts.tsx';
import { FoundRows } from './FoundRows.tsx';

/** What came in, what waits for review and what stayed out. */
export function Report({ report }: { readonly report: AnalysisReport }) {
  const { say } = useWords();
  const { taken, counts } = report;
  return (
    <div className="analysis-report">
      <p role="status">
        {say('analysis.taken', { count: taken.made })}{' '}
        {taken.known > 0 && say('analysis.takenKnown', { count: taken.known })}{' '}
        {say('analysis.takenTree', {
          codes: taken.codes,
          categories: taken.categories,
        })}
      </p>
      <p className="ink-2">{say('analysis.undoable')}</p>
      <FoundRows
        kind="review"
        count={counts.review}
        rows={report.review.slice(0, 200)}
        isOpenFirst
      />
      <FoundRows
        kind="refused"
        count={counts.refused}
        rows={report.refused.slice(0, 200)}
        isOpenFirst
      />
      <Conflicts
        conflicts={report.conflicts.slice(0, 200)}
        count={report.conflicts.length}
      />
    </div>
  );
}
