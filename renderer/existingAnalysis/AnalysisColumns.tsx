import type {
  AnalysisPreview,
  ColumnRole,
} from '../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../shared/domain/project.ts';
import { tableInWords } from '../../shared/text/analysisWords.ts';
import { useApi } from '../api.ts';
import { Select, type SelectChoice } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useWords } from '../words.ts';
import type { Analysis } from './useAnalysis.ts';

function useRoles(levels: readonly Level[]): readonly SelectChoice<ColumnRole>[] {
  const { say } = useWords();
  const fixed = (role: Exclude<ColumnRole, `level-${number}`>) => ({
    value: role,
    words: say(`analysis.role.${role}`),
  });
  return [
    fixed('ignore'),
    fixed('unit'),
    fixed('condensed'),
    fixed('interpretation'),
    fixed('code'),
    ...levels.map(({ depth, name }) => ({
      value: `level-${depth}` as const,
      words: name,
    })),
    fixed('theme'),
    fixed('transcript'),
    fixed('speaker'),
    fixed('turn'),
  ];
}

function useTables({ tables }: AnalysisPreview): readonly SelectChoice<string>[] {
  const { say } = useWords();
  const nameOf = (name: string) => tableInWords(say, name);
  const alike = tables.filter(({ isAlike }) => isAlike).length;
  const all = { value: 'all', words: say('analysis.allTables', { count: alike }) };
  return [
    ...(alike > 1 ? [all] : []),
    ...tables.map(({ name, isHidden }, at) => ({
      value: String(at),
      words: isHidden
        ? say('analysis.hiddenSheet', { name: nameOf(name) })
        : nameOf(name),
    })),
  ];
}

interface ColumnsProps {
  readonly analysis: Analysis;
  readonly preview: AnalysisPreview;
}

/** What each column of the table holds: recognised, and to be changed. */
export function AnalysisColumns({ analysis, preview }: ColumnsProps) {
  const { say } = useWords();
  const levels = useApi('project.read', {}).data?.levels ?? [];
  const roles = useRoles(levels);
  const tables = useTables(preview);
  const { choices, choose } = analysis;
  const setRole = (at: number, role: ColumnRole) =>
    choose({
      ...choices,
      // What a column holds, no other holds.
      columns: preview.columns.map((column, index) =>
        index === at ? role : column.role === role ? 'ignore' : column.role,
      ),
    });
  return (
    <section className="analysis-columns" aria-label={say('analysis.columns')}>
      {preview.tables.length > 1 && (
        <Select
          label={say('analysis.table')}
          layout="beside"
          choices={tables}
          value={String(preview.table)}
          onChange={(at) => choose({ table: at === 'all' ? at : Number(at) })}
        />
      )}
      {preview.source === 'table' && (
        <>
          <ul className="analysis-column-list">
            {preview.columns.map((column, at) => (
              // Columns may be called the same; only their order tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>
                <Select
                  label={column.heading || say('analysis.noHeading', { number: at + 1 })}
                  choices={roles}
                  value={column.role}
                  onChange={(role) => setRole(at, role)}
                />
                <p className="analysis-sample">{column.sample[0] ?? ''}</p>
              </li>
            ))}
          </ul>
          <Switch
            isOn={preview.carryDown}
            onChange={(carryDown) => choose({ ...choices, carryDown })}
          >
            {say('analysis.carryDown')}
          </Switch>
          {preview.hiddenRows > 0 && (
            <Switch
              isOn={preview.withoutHidden}
              onChange={(withoutHidden) => choose({ ...choices, withoutHidden })}
            >
              {say('analysis.withoutHidden', { count: preview.hiddenRows })}
            </Switch>
          )}
        </>
      )}
    </section>
  );
}
