import { useEffect, useState } from 'react';

import { type Exportable, formatsOf } from '../../shared/domain/exporting.ts';
import type { ProjectState } from '../../shared/domain/projectState.ts';
import { useApi } from '../api.ts';
import { useProgress } from '../progress.ts';
import { isFiltered, useTableView, wholeTable } from '../tableView.ts';
import { fileNameOf } from '../paths.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { given } from '../ui/given.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { sayProblem, useWords } from '../words.ts';
import { ExportChoices } from './ExportChoices.tsx';
import { type Export, useExport } from './useExport.ts';
import type { ExportOrder } from './exportOrder.ts';
import './ExportDialog.css';

const barAfter = 400;
const cancelAfter = 3000;

/** How far the writing is: nothing at first, then a bar, then a way to stop. */
function Progress({ running, job }: { readonly running: Export; readonly job: string }) {
  const { say } = useWords();
  const progress = useProgress(job);
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [barAfter, cancelAfter].map((after) =>
      setTimeout(() => setWaited(after), after),
    );
    return () => timers.forEach(clearTimeout);
  }, []);
  if (waited < barAfter) return null;
  return (
    <ProgressBar
      words={say('table.exporting.saving', { file: fileNameOf(running.path) })}
      value={progress?.done ?? 0}
      max={progress?.total ?? 2}
      {...given({
        onCancel: waited >= cancelAfter ? running.cancel : undefined,
        cancelLabel: say('table.exporting.stop'),
      })}
    />
  );
}

/** Whose words will not be in the file, before it is written. */
function WithheldNotice({ what }: { readonly what: Exportable }) {
  const { say } = useWords();
  const withheld = useApi('exports.withheld', {}).data ?? [];
  const said = withheld.filter(({ units, turns }) =>
    what === 'transcripts' ? turns > 0 : units > 0,
  );
  if (what === 'overview' || said.length === 0) return null;
  const names = said.map(({ pseudonym }) => pseudonym).join(', ');
  return (
    <Banner kind="advice">
      {say('table.exporting.withheld', { names, count: said.length })}
    </Banner>
  );
}

interface OpenedProps {
  readonly what: Exportable;
  readonly state: ProjectState;
  readonly onClose: () => void;
}

function useOrder(what: Exportable, state: ProjectState) {
  const view = useTableView();
  const isChosen =
    isFiltered(view) || view.sort !== wholeTable.sort || view.groupByCategory;
  return useState<ExportOrder>({
    what,
    format: formatsOf[what][0] ?? 'docx',
    rows: isChosen ? 'shown' : 'all',
    layout: 'rows',
    withCounts: false,
    language: state.language,
    delimiter: null,
  });
}

function OpenedDialog({ what, state, onClose }: OpenedProps) {
  const { say } = useWords();
  const [order, setOrder] = useOrder(what, state);
  const running = useExport(state, onClose);
  const { problem, job } = running;
  return (
    <Dialog
      title={say('table.exporting.title')}
      width="wide"
      isOpen
      onClose={() => (job === null ? onClose() : running.cancel())}
      actions={
        <>
          <Button onPress={onClose}>{say('table.exporting.cancel')}</Button>
          <Button
            kind="primary"
            autoFocus
            isBusy={job !== null}
            onPress={() => void running.begin(order)}
          >
            {say('table.exporting.next')}
          </Button>
        </>
      }
    >
      <ExportChoices order={order} onChange={setOrder} />
      <WithheldNotice what={order.what} />
      {problem && (
        <Banner
          actions={
            problem.code === 'file.exists' && (
              <Button onPress={() => void running.replace(order)}>
                {say('table.exporting.replace')}
              </Button>
            )
          }
        >
          {sayProblem(say, problem)}
        </Banner>
      )}
      {job !== null && <Progress key={job} running={running} job={job} />}
    </Dialog>
  );
}

export interface ExportDialogProps {
  readonly what?: Exportable;
  readonly onClose: () => void;
}

/** Takes the analysis table, the overview, the codebook or the transcripts home as a file. */
export function ExportDialog({ what = 'analysis-table', onClose }: ExportDialogProps) {
  const state = useApi('project.state', {}).data;
  return state ? <OpenedDialog what={what} state={state} onClose={onClose} /> : null;
}
