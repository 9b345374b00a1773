import { useCallback, useState } from 'react';

import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { announce } from '../ui/announce.ts';
import {
  fromTabSeparated,
  toHtmlTable,
  toTabSeparated,
} from '../ui/grid/tabSeparated.ts';
import { putOnClipboard } from '../ui/grid/putOnClipboard.ts';
import { useWords } from '../words.ts';
import {
  type Fill,
  type FillPlan,
  needsLook,
  planOfBlock,
  planOfPaste,
} from './fillPlan.ts';
import { cellText, sayColumn, type PeopleColumn, type Person } from './peopleColumns.ts';
import type { PeopleGrid } from './usePeopleGrid.ts';

export interface PeopleActs {
  readonly problem: Problem | null;
  readonly forgetProblem: () => void;
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  /** What is about to be pasted, while the person looks at it. */
  readonly pending: FillPlan | null;
  readonly answer: (fill: Fill | null) => void;
  readonly write: (person: Person, column: PeopleColumn, text: string) => void;
  readonly paste: (text: string) => void;
  readonly pasteCells: () => Promise<void>;
  readonly clear: () => void;
  readonly copy: () => Promise<void>;
}

/** What is done with the chosen cells; each is one step. */
export function usePeopleActs(grid: PeopleGrid): PeopleActs {
  const words = useWords();
  const { say } = words;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState<FillPlan | null>(null);
  const { people, columns, block, isReadOnly } = grid;
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(problemIn(error));
      return false;
    }
  }, []);
  const sheet = {
    people,
    columns,
    attributes: columns.flatMap((one) =>
      one.kind === 'attribute' ? [one.attribute] : [],
    ),
    pseudonym: say('people.column.pseudonym'),
  };
  const fill = (order: Fill) =>
    attempt(async () => {
      const { cells } = await call('participants.fill', order);
      announce(say('people.filled', { count: cells }));
    });
  const settle = (plan: FillPlan) => {
    if (plan.fill.rows.length === 0 && plan.closed + plan.outside === 0)
      announce(say('people.nothingToFill'));
    else if (needsLook(plan)) setPending(plan);
    else void fill(plan.fill);
  };
  const paste = (text: string) => {
    if (!isReadOnly && text !== '')
      settle(planOfPaste(sheet, block, fromTabSeparated(text)));
  };
  return {
    problem,
    forgetProblem: () => setProblem(null),
    attempt,
    pending,
    answer: (order) => {
      setPending(null);
      if (order) void fill(order);
    },
    write: (person, column, text) => {
      if (column.kind === 'pseudonym') {
        const pseudonym = text.trim();
        if (pseudonym !== '' && pseudonym !== person.pseudonym)
          void attempt(() =>
            call('participants.rename', { participantId: person.id, pseudonym }),
          );
      } else if (column.kind === 'attribute') {
        const attributeId = column.attribute.id;
        const row = { participantId: person.id, cells: [{ attributeId, value: text }] };
        void attempt(() => call('participants.fill', { rows: [row] }));
      }
    },
    paste,
    pasteCells: async () => {
      try {
        paste(await navigator.clipboard.readText());
      } catch {
        announce(say('people.pasteByKey'), 'assertive');
      }
    },
    clear: () => {
      if (isReadOnly) return;
      const height = block.bottom - block.top + 1;
      const textAt = (_: number, x: number) => {
        const column = columns[block.left + x];
        return column?.kind === 'attribute' ? '' : undefined;
      };
      const plan = planOfBlock(sheet, block, { height, textAt });
      if (plan.fill.rows.length > 0) void fill(plan.fill);
    },
    copy: async () => {
      const chosen = columns.slice(block.left, block.right + 1);
      const rows = people
        .slice(block.top, block.bottom + 1)
        .map((person) => chosen.map((column) => cellText(words, person, column)));
      const isWhole = block.top === 0 && block.bottom === people.length - 1;
      const isTable = isWhole && chosen.length === columns.length;
      const cells = isTable ? [columns.map((one) => sayColumn(say, one)), ...rows] : rows;
      const isDone = await putOnClipboard({
        html: toHtmlTable(cells),
        text: toTabSeparated(cells),
      });
      if (isDone) announce(say('people.copied', { count: rows.length * chosen.length }));
      else announce(say('people.notCopied'), 'assertive');
    },
  };
}
