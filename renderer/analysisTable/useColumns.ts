import { useMemo } from 'react';

import type { Project } from '../../shared/domain/project.ts';
import { useApi } from '../api.ts';
import { changeSettings, useSettings } from '../computerSettings.ts';
import { useWords } from '../words.ts';
import {
  allColumns,
  arranged,
  type Column,
  columnWidths,
  type StoredColumn,
  withColumn,
  withOrder,
} from './columns.ts';

export interface ColumnChoice {
  /** All there are, in the order they have, hidden ones among them. */
  readonly columns: readonly Column[];
  readonly shown: readonly Column[];
  readonly setWidth: (column: Column, width: number) => void;
  readonly setHidden: (column: Column, isHidden: boolean) => void;
  readonly hide: (isHidden: Readonly<Record<string, boolean>>) => void;
  /** Among those that are shown. */
  readonly move: (column: Column, by: 1 | -1) => void;
  readonly reset: () => void;
}

const keepWidth = (width: number) =>
  Math.max(columnWidths.least, Math.min(columnWidths.most, Math.round(width)));

function swapped(columns: readonly Column[], column: Column, by: 1 | -1): Column[] {
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const other = shown[shown.findIndex(({ id }) => id === column.id) + by];
  return columns.map((one) => {
    if (!other) return one;
    if (one.id === column.id) return other;
    return one.id === other.id ? column : one;
  });
}

/** The columns of the table as this computer's person wants them. */
export function useColumns(project: Project, transcripts: number): ColumnChoice {
  const { say, language } = useWords();
  const attributes = useApi('attributes.list', {}).data;
  const hasQuestions = (useApi('questions.list', {}).data?.length ?? 0) > 0;
  const { tableColumns: stored } = useSettings();
  return useMemo(() => {
    const columns = arranged(
      allColumns({
        project,
        transcripts,
        say,
        language,
        attributes: attributes ?? [],
        hasQuestions,
      }),
      stored,
    );
    const keep = (tableColumns: readonly StoredColumn[]) =>
      void changeSettings({ tableColumns: [...tableColumns] });
    const change = (changed: Column) => keep(withColumn(stored, columns, changed));
    return {
      columns,
      shown: columns.filter(({ isHidden }) => !isHidden),
      setWidth: (column, width) => change({ ...column, width: keepWidth(width) }),
      setHidden: (column, isHidden) => change({ ...column, isHidden }),
      hide: (isHidden) =>
        keep(
          columns.reduce<readonly StoredColumn[]>((kept, column) => {
            const wish = isHidden[column.id];
            return wish === undefined
              ? kept
              : withColumn(kept, columns, { ...column, isHidden: wish });
          }, stored),
        ),
      move: (column, by) => keep(withOrder(stored, swapped(columns, column, by))),
      reset: () => keep([]),
    };
  }, [project, transcripts, say, language, attributes, hasQuestions, stored]);
}
