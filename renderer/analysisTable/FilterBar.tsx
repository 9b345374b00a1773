import { Filter } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';

import {
  type RowFilter,
  type SortColumn,
  sortColumns,
} from '../../shared/domain/analysisTable.ts';
import type { Attribute } from '../../shared/domain/attribute.ts';
import type { Project } from '../../shared/domain/project.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import { useApi } from '../api.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { changeSettings, useSettings } from '../computerSettings.ts';
import { useCommands } from '../keys/commands.ts';
import { changeTableView, isFiltered, type TableView } from '../tableView.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { Select } from '../ui/Select.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { useWords } from '../words.ts';
import type { Column } from './columns.ts';
import { chipsOf } from './filterChips.ts';
import { FilterPanel } from './FilterPanel.tsx';

interface FilterBarProps {
  readonly project: Project;
  readonly columns: readonly Column[];
  readonly view: TableView;
  /** Rows that pass the filter. */
  readonly total: number | undefined;
}

const setFilter = (filter: RowFilter) => changeTableView({ filter });

const rowHeights = ['one', 'two', 'all'] as const;
const nothing: readonly never[] = [];

/** Says how many rows are left once the filter has been changed. */
function useAnnouncedCount(view: TableView, total: number | undefined): void {
  const { say } = useWords();
  const said = useRef(view.filter);
  useEffect(() => {
    if (said.current === view.filter || total === undefined) return undefined;
    const timer = setTimeout(() => {
      said.current = view.filter;
      announce(say('table.rowsLeft', { count: total }));
    }, 400);
    return () => clearTimeout(timer);
  }, [view.filter, total, say]);
}

function Chips({ project, view }: Pick<FilterBarProps, 'project' | 'view'>) {
  const spoken = useWords();
  const { say } = spoken;
  const attributes = useApi('attributes.list', {}).data ?? nothing;
  const { codes, categories } = useCodeBook();
  const transcripts = useApi('transcripts.list', {}).data ?? nothing;
  const themes = useApi('themes.list', {}).data ?? nothing;
  const questions = useApi('questions.list', {}).data ?? nothing;
  const { levels } = project;
  const names = {
    codes,
    categories,
    transcripts,
    themes,
    levels,
    questions,
    attributes,
    sayValue: (attribute: Attribute, value: string) =>
      attributeWords(spoken, attribute, value),
  };
  const chips = chipsOf(view.filter, names, say);
  return (
    <>
      {chips.map(({ id, words, without }) => (
        <Chip
          key={id}
          kind="tinted"
          removeLabel={say('table.filter.remove', { filter: words })}
          onRemove={() => {
            setFilter(without);
            document.getElementById('table-filter')?.querySelector('button')?.focus();
          }}
        >
          {words}
        </Chip>
      ))}
      {chips.length > 1 && (
        <Button kind="link" onPress={() => setFilter({})}>
          {say('table.filter.clear')}
        </Button>
      )}
    </>
  );
}

/** How rows are sorted, in the words of the columns that are shown. */
function SortSelect({ columns, view }: Pick<FilterBarProps, 'columns' | 'view'>) {
  const { say } = useWords();
  const wordsOf = (sort: SortColumn): string | undefined => {
    if (sort === 'place') return say('table.sort.place');
    if (sort === 'number') return say('table.sort.number');
    if (sort === 'speaker') return say('table.speaker');
    const column = columns.find((one) => one.sort === sort);
    if (!column) return undefined;
    return sort === 'category'
      ? say('table.sort.category', { level: column.words })
      : column.words;
  };
  return (
    <Select
      label={say('table.sortedBy')}
      isLabelHidden
      kind="quiet"
      value={view.sort}
      onChange={(sort) => changeTableView({ sort, descending: false })}
      choices={sortColumns.flatMap((value) => {
        const words = wordsOf(value);
        return words === undefined ? [] : [{ value, words }];
      })}
    />
  );
}

function FilterBarView({ project, columns, view, total }: FilterBarProps) {
  const { say } = useWords();
  const { tableRowHeight } = useSettings();
  useAnnouncedCount(view, total);
  useCommands({
    'place.find': () =>
      document.getElementById('table-filter')?.querySelector('button')?.click(),
  });
  return (
    <div className="table-filter-bar" role="group" aria-label={say('table.filter.bar')}>
      <Icon of={Filter} className="ink-3" />
      <Chips project={project} view={view} />
      <span id="table-filter">
        <PopoverButton
          label={say('table.filter.add')}
          kind="ordinary"
          className="button-small table-filter-add"
        >
          {(close) => (
            <FilterPanel
              filter={view.filter}
              onChange={setFilter}
              hasThemes={project.hasThemes}
              onDone={close}
            />
          )}
        </PopoverButton>
      </span>
      {isFiltered(view) && (
        <span className="visually-hidden">{say('table.filter.isOn')}</span>
      )}
      <div className="table-filter-end">
        <span className="ink-2" aria-hidden>
          {say('table.sortedBy')}
        </span>
        <SortSelect columns={columns} view={view} />
        <ToggleButton
          isPressed={view.groupByCategory}
          onChange={(groupByCategory) => changeTableView({ groupByCategory })}
        >
          {say('table.group')}
        </ToggleButton>
        <Select
          label={say('table.rowHeight')}
          isLabelHidden
          kind="quiet"
          value={tableRowHeight}
          onChange={(height) => void changeSettings({ tableRowHeight: height })}
          choices={rowHeights.map((value) => ({
            value,
            words: say(`table.rowHeight.${value}`),
          }))}
        />
      </div>
    </div>
  );
}

/** What is filtered away, how rows are sorted and grouped, and how high they are. */
export const FilterBar = memo(FilterBarView);
