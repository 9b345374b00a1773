import { create } from 'zustand';

import type {
  RowFilter,
  RowsRequest,
  SortColumn,
} from '../shared/domain/analysisTable.ts';

/** Which rows of the analysis table are seen and in which order; kept while one is elsewhere in the window. */
export interface TableView {
  readonly filter: RowFilter;
  readonly sort: SortColumn;
  readonly descending: boolean;
  readonly groupByCategory: boolean;
}

export const wholeTable: TableView = {
  filter: {},
  sort: 'place',
  descending: false,
  groupByCategory: false,
};

export const useTableView = create<TableView>(() => wholeTable);

export const changeTableView = (change: Partial<TableView>): void =>
  useTableView.setState(change);

/** The same as a question to the host. */
export function rowsOf(view: TableView): Omit<RowsRequest, 'offset' | 'limit'> {
  const { filter, sort, descending, groupByCategory } = view;
  return { filter, sort, descending, groupByCategory };
}

export function isFiltered({ filter }: TableView): boolean {
  return Object.values(filter).some((wanted) =>
    Array.isArray(wanted) ? wanted.length > 0 : wanted !== undefined && wanted !== '',
  );
}
