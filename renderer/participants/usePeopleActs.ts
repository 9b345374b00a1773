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

/** Does it; what was refused is said under the bar. */
function useAttempt() {
  const [problem, setProblem] = useState<Problem | null>(null);
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
  return { problem, attempt, forgetProblem: () => setProblem(null) };
}

/** One cell: a name is a renaming, anything else a value. */
async function writeCell(
  person: Person,
  column: PeopleColumn,
  text: string,
): Promise<void> {
  if (column.kind === 'pseudonym') {
    const pseudonym = text.trim();
    if (pseudonym !== '' && pseudonym !== person.pseudonym)
      await call('participants.rename', { participantId: person.id, pseudonym });
  } else if (column.kind === 'attribute') {
    const cells = [{ attributeId: column.attribute.id, value: text }];
    await call('participants.fill', { rows: [{ participantId: person.id, cells }] });
  }
}

function useCopy({ people, columns, block }: PeopleGrid) {
  const words = useWords();
  const { say } = words;
  return async () => {
    const chosen = columns.slice(block.left, block.right + 1);
    const rows = people
      .slice(block.top, block.bottom + 1)
      .map((person) => chosen.map((column) => cellText(words, person, column)));
    const isTable = rows.length === people.length && chosen.length === columns.length;
    const cells = isTable ? [columns.map((one) => sayColumn(say, one)), ...rows] : rows;
    const isDone = await putOnClipboard({
      html: toHtmlTable(cells),
      text: toTabSeparated(cells),
    });
    if (isDone) announce(say('people.copied', { count: rows.length * chosen.length }));
    else announce(say('people.notCopied'), 'assertive');
  };
}

/** What is done with the chosen cells; each is one step. */
export function usePeopleActs(grid: PeopleGrid): PeopleActs {
  const { say } = useWords();
  const { problem, attempt, forgetProblem } = useAttempt();
  const [pending, setPending] = useState<FillPlan | null>(null);
  const { people, columns, block, isReadOnly } = grid;
  const copy = useCopy(grid);
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
  const paste = (text: string) => {
    if (isReadOnly || text === '') return;
    const plan = planOfPaste(sheet, block, fromTabSeparated(text));
    const isEmpty = plan.fill.rows.length === 0 && plan.closed + plan.outside === 0;
    if (isEmpty) announce(say('people.nothingToFill'));
    else if (needsLook(plan)) setPending(plan);
    else void fill(plan.fill);
  };
  return {
    problem,
    forgetProblem,
    attempt,
    pending,
    answer: (order) => {
      setPending(null);
      if (order) void fill(order);
    },
    write: (person, column, text) => void attempt(() => writeCell(person, column, text)),
    paste,
    pasteCells: () =>
      navigator.clipboard
        .readText()
        .then(paste)
        .catch(() => announce(say('people.pasteByKey'), 'assertive')),
    clear: () => {
      const height = block.bottom - block.top + 1;
      const textAt = (_: number, x: number) =>
        columns[block.left + x]?.kind === 'attribute' ? '' : undefined;
      const plan = planOfBlock(sheet, block, { height, textAt });
      if (!isReadOnly && plan.fill.rows.length > 0) void fill(plan.fill);
    },
    copy,
  };
}
