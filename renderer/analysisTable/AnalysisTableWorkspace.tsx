import { Download, FileInput } from 'lucide-react';
import { memo, useEffect, useMemo, useState } from 'react';

import type { Stats } from '../../shared/domain/appInfo.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { ProjectState } from '../../shared/domain/projectState.ts';
import type { Problem } from '../../shared/errors.ts';
import { useApi } from '../api.ts';
import { chooseAnalysis } from '../askAnalysis.ts';
import { askExport } from '../askExport.ts';
import { usePlace } from '../place.ts';
import { changeTableView, isFiltered, useTableView } from '../tableView.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import {
  Foot,
  Workspace,
  WorkspaceBar,
  WorkspaceContent,
} from '../ui/frame/Workspace.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { AnalysisTable } from './AnalysisTable.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterBar } from './FilterBar.tsx';
import { startGrid, useGridStore } from './gridStore.ts';
import { PastePreview } from './PastePreview.tsx';
import { type BlockActs, useBlockActs } from './useBlockActs.ts';
import { type ColumnChoice, useColumns } from './useColumns.ts';
import { useFollowedUnit } from './useFollowedUnit.ts';
import { useRowPages } from './useRowPages.ts';
import { useTableGrid } from './useTableGrid.ts';

/** True once something has been awaited for so long that it should be said. */
function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(isWaiting), isWaiting ? 400 : 0);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isSlow && isWaiting;
}

type ContentView = 'manifest' | 'latent' | 'both';

/** What is said outright, what it means beneath, or both, by the columns that are shown. */
function ContentViews({ choice }: { readonly choice: ColumnChoice }) {
  const { say } = useWords();
  const isShown = (id: string) => choice.shown.some((column) => column.id === id);
  const hasInterpretation = isShown('interpretation');
  const value: ContentView = !hasInterpretation
    ? 'manifest'
    : isShown('condensed')
      ? 'both'
      : 'latent';
  const views: readonly ContentView[] = ['manifest', 'latent', 'both'];
  return (
    <Segmented
      label={say('table.view')}
      value={value}
      onChange={(view) =>
        choice.hide({
          condensed: view === 'latent',
          interpretation: view === 'manifest',
        })
      }
      choices={views.map((view) => ({ value: view, words: say(`table.view.${view}`) }))}
    />
  );
}

function Facts({ stats }: { readonly stats: Stats }) {
  const { say } = useWords();
  return [
    say('table.facts.units', { count: stats.units }),
    say('table.facts.codes', { count: stats.codes }),
    say('table.facts.categories', { count: stats.categories }),
  ].join(', ');
}

/** The rows that come back take the focus from the button that goes. */
function clearFilter(): void {
  changeTableView({ filter: {} });
  useGridStore.setState(({ focus }) => ({ row: 0, unitId: null, focus: focus + 1 }));
}

/** An analysis that was made in another program. */
function TakeInAnalysis() {
  const { say } = useWords();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  if (isReadOnly) return null;
  return (
    <Button icon={FileInput} onPress={() => void chooseAnalysis(say)}>
      {say('analysis.open')}
    </Button>
  );
}

function Empty({ isFilteredAway }: { readonly isFilteredAway: boolean }) {
  const { say } = useWords();
  if (isFilteredAway)
    return (
      <EmptyState
        actions={<Button onPress={clearFilter}>{say('table.filter.clear')}</Button>}
      >
        {say('table.filtered')}
      </EmptyState>
    );
  return (
    <EmptyState
      actions={
        <>
          <Button
            kind="primary"
            onPress={() => usePlace.getState().go({ workspace: 'transcripts' })}
          >
            {say('table.empty.open')}
          </Button>
          <TakeInAnalysis />
        </>
      }
    >
      {say('table.empty')}
    </EmptyState>
  );
}

interface TableBarProps {
  readonly choice: ColumnChoice;
  readonly stats: Stats;
}

/** Not drawn again when rows come and go, as nothing around the rows is. */
const TableBar = memo(function TableBar({ choice, stats }: TableBarProps) {
  const { say } = useWords();
  return (
    <WorkspaceBar title={say('table.title')} facts={<Facts stats={stats} />}>
      <ContentViews choice={choice} />
      <ColumnChooser choice={choice} />
      <TakeInAnalysis />
      <Button icon={Download} onPress={() => askExport('analysis-table')}>
        {say('table.export')}
      </Button>
    </WorkspaceBar>
  );
});

interface TableFootProps {
  /** Rows that pass the filter, and all units there are. */
  readonly total: number;
  readonly units: number;
  /** The active cell; null when it is a head. */
  readonly row: number | null;
  readonly column: string | undefined;
  readonly isReadOnly: boolean;
}

const TableFoot = memo(function TableFoot(props: TableFootProps) {
  const { total, units, row, column, isReadOnly } = props;
  const { say, language } = useWords();
  return (
    <Foot>
      <span>
        <b>{sayNumber(language, total)}</b>{' '}
        {say('table.shown', { count: units, all: sayNumber(language, units) })}
      </span>
      {column !== undefined && row !== null && total > 0 && (
        <span className="ink-2">
          {say('table.here', { row: sayNumber(language, row + 1), column })}
        </span>
      )}
      <div className="table-foot-end">
        <KeyHints
          hints={[
            ...(isReadOnly
              ? []
              : [
                  { keys: 'F2', words: say('table.hint.edit') },
                  { keys: 'Enter', words: say('table.hint.next') },
                ]),
            { keys: 'Ctrl J', words: say('table.hint.words') },
          ]}
        />
      </div>
    </Foot>
  );
});

interface ProblemsProps {
  /** Why the rows could not be had. */
  readonly asked: Problem | null;
  readonly acts: BlockActs;
}

function Problems({ asked, acts }: ProblemsProps) {
  const { say } = useWords();
  const problem = asked ?? acts.problem;
  if (!problem) return null;
  const close = (
    <Button kind="link" onPress={acts.forgetProblem}>
      {say('table.close')}
    </Button>
  );
  return <Banner actions={asked ? null : close}>{sayProblem(say, problem)}</Banner>;
}

interface LoadedProps {
  readonly project: Project;
  readonly state: ProjectState;
  readonly stats: Stats;
}

function LoadedTable({ project, state, stats }: LoadedProps) {
  const { say } = useWords();
  const view = useTableView();
  const choice = useColumns(project, stats.transcripts);
  const { total, rowAt, isOld, problem, look } = useRowPages(view);
  const given = useMemo(
    () => ({
      columns: choice.shown,
      total: total ?? 0,
      rowAt,
      isReadOnly: state.isReadOnly,
    }),
    [choice.shown, total, rowAt, state.isReadOnly],
  );
  const grid = useTableGrid(given);
  const acts = useBlockActs(grid, view);
  useFollowedUnit(grid, view);
  const isSlow = useIsSlow(total === undefined && problem === null);
  return (
    <>
      <TableBar choice={choice} stats={stats} />
      <FilterBar project={project} columns={choice.shown} view={view} total={total} />
      <Problems asked={problem} acts={acts} />
      <WorkspaceContent scroll="fixed">
        {total === undefined && isSlow && (
          <p className="table-waiting">{say('table.waiting')}</p>
        )}
        {total === 0 && !isOld && <Empty isFilteredAway={isFiltered(view)} />}
        {grid.total > 0 && (
          <AnalysisTable
            project={project}
            grid={grid}
            acts={acts}
            choice={choice}
            view={view}
            isOld={isOld}
            onSight={look}
          />
        )}
      </WorkspaceContent>
      <PastePreview acts={acts} />
      <TableFoot
        total={grid.total}
        units={stats.units}
        row={grid.active.row < 0 ? null : grid.active.row}
        column={grid.columns[grid.active.column]?.words}
        isReadOnly={grid.isReadOnly}
      />
    </>
  );
}

function AnalysisTableView() {
  const { say } = useWords();
  const project = useApi('project.read', {});
  const state = useApi('project.state', {}).data;
  const stats = useApi('project.stats', {}).data;
  const path = state?.path;
  const started = useGridStore((store) => store.projectPath);
  useEffect(() => {
    if (path !== undefined) startGrid(path);
  }, [path]);
  return (
    <Workspace label={say('table.title')}>
      {project.problem && <Banner>{sayProblem(say, project.problem)}</Banner>}
      {project.data && state && stats && started === path && (
        <LoadedTable project={project.data} state={state} stats={stats} />
      )}
    </Workspace>
  );
}

/** One row per meaning unit, from the words to the theme, edited like a spreadsheet. */
export const AnalysisTableWorkspace = memo(AnalysisTableView);
