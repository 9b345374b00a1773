import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { rowsOf, type TableView } from '../tableView.ts';

export const pageLength = 100;
/** Rows beyond those in sight that are asked for before they come into sight. */
const ahead = 40;

type Page = { readonly total: number; readonly rows: readonly AnalysisRow[] };

export interface RowPages {
  /** Undefined until the first page has come. */
  readonly total: number | undefined;
  /** Undefined while its page is on its way. */
  readonly rowAt: (index: number) => AnalysisRow | undefined;
  /** The rows are those of the order before, while the new ones are on their way. */
  readonly isOld: boolean;
  readonly problem: Problem | null;
  /** Says which rows are in sight. */
  readonly look: (first: number, last: number) => void;
}

interface Answers {
  readonly pages: readonly (Page | undefined)[];
  readonly problem: Problem | null;
}

/** Pages of rows around those in sight, asked for again after every step. */
export function useRowPages(view: TableView): RowPages {
  const [inSight, setInSight] = useState({ first: 0, last: 0 });
  const { first, last } = inSight;
  const request = useMemo(() => rowsOf(view), [view]);
  const combine = useCallback(
    (results: readonly { data: unknown; error: unknown }[]): Answers => ({
      pages: results.map(({ data }) => data as Page | undefined),
      problem: problemIn(results.find(({ error }) => error !== null)?.error),
    }),
    [],
  );
  const { pages, problem } = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, index) => {
      const input = {
        ...request,
        offset: (first + index) * pageLength,
        limit: pageLength,
      };
      return {
        queryKey: ['analysisTable.rows', input],
        queryFn: () => call('analysisTable.rows', input),
      };
    }),
    combine,
  });

  const now = useMemo(() => {
    const isOld = pages.every((page) => page === undefined);
    const total = pages.find((page) => page !== undefined)?.total;
    const rowAt = (index: number) =>
      pages[Math.floor(index / pageLength) - first]?.rows[index % pageLength];
    return { total, rowAt, isOld };
  }, [pages, first]);
  const [before, setBefore] = useState(now);
  if (!now.isOld && before !== now) setBefore(now);

  const look = useCallback((firstRow: number, lastRow: number) => {
    const next = {
      first: Math.floor(Math.max(0, firstRow - ahead) / pageLength),
      last: Math.floor((lastRow + ahead) / pageLength),
    };
    setInSight((known) =>
      known.first === next.first && known.last === next.last ? known : next,
    );
  }, []);
  const shown = now.isOld ? before : now;
  return {
    total: shown.total,
    rowAt: shown.rowAt,
    isOld: now.isOld && before.total !== undefined,
    problem,
    look,
  };
}
