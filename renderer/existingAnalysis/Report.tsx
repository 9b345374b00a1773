import { useState } from 'react';

import type { AnalysisReport } from '../../shared/domain/existingAnalysis.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { chooseToSave } from '../chooseFiles.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { sayProblem, useWords } from '../words.ts';
import { Conflicts } from './Conflicts.tsx';
import { FoundRows } from './FoundRows.tsx';

const isSomethingLeft = ({ counts, conflicts }: AnalysisReport) =>
  counts.review + counts.refused + conflicts.length > 0;

/** What is shown here and nowhere else can be kept as a file. */
function SaveReport({ report }: { readonly report: AnalysisReport }) {
  const { say } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [path, setPath] = useState('');
  const save = async () => {
    const place = await chooseToSave({
      title: say('analysis.saveReport'),
      verb: say('analysis.saveVerb'),
      endings: ['.csv'],
      proposed: `${say('analysis.reportName', { file: report.fileName })}.csv`,
    });
    if (place === null) return;
    try {
      setProblem(null);
      const { path: to, overwrite } = place;
      const saved = await call('analyses.saveReport', { to, overwrite });
      setPath(saved.path);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <div className="analysis-save">
      <p className="ink-2">{say('analysis.whereLater')}</p>
      <Button onPress={() => void save()}>{say('analysis.saveReport')}</Button>
      {path !== '' && <p role="status">{say('analysis.saved', { path })}</p>}
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
    </div>
  );
}

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
      {isSomethingLeft(report) && <SaveReport report={report} />}
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
