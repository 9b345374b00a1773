import { memo, type ReactNode } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { isOneCell } from './gridPlace.ts';
import { type RowLook, TableRow } from './TableRow.tsx';
import type { TableGrid } from './useTableGrid.ts';

/** Rows are drawn and taken away so many at a time: most frames of a scroll then change nothing. */
export const blockLength = 4;

export const blockOfRow = (row: number): number => Math.floor(row / blockLength);

interface RowBlockProps {
  readonly block: number;
  readonly grid: TableGrid;
  readonly look: RowLook;
  /** Columns, as bits, in which two rows are drawn as one cell. */
  readonly merged: (
    above: AnalysisRow | undefined,
    below: AnalysisRow | undefined,
  ) => number;
  /** Given to the block of the active row only. */
  readonly editor: ReactNode;
  readonly measure: (element: HTMLElement | null) => void;
}

function RowBlockView({ block, grid, look, merged, editor, measure }: RowBlockProps) {
  const { active, block: chosen, rowAt, total } = grid;
  const isBlock = active.row >= 0 && !isOneCell(chosen);
  const first = block * blockLength;
  const count = Math.min(blockLength, total - first);
  return (
    <div className="table-block" role="presentation" data-block={block} ref={measure}>
      {Array.from({ length: count }, (_, at) => {
        const index = first + at;
        const row = rowAt(index);
        const isActive = index === active.row;
        const isChosen = isBlock && index >= chosen.top && index <= chosen.bottom;
        return (
          <TableRow
            key={index}
            index={index}
            row={row}
            look={look}
            continued={merged(rowAt(index - 1), row)}
            continues={merged(row, rowAt(index + 1))}
            active={isActive ? active.column : null}
            blockFrom={isChosen ? chosen.left : null}
            blockTo={isChosen ? chosen.right : null}
            editor={isActive ? editor : null}
          />
        );
      })}
    </div>
  );
}

/** Some rows, one after the other. */
export const RowBlock = memo(RowBlockView);
