import { ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';

import { EmptyState } from '../ui/EmptyState.tsx';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import type { BoardContextValue } from './boardContext.ts';
import { codeIn, type NodeKey } from './boardLayout.ts';
import { type BoardState, setOpen, useBoard } from './boardStore.ts';
import { landingClass } from './ColumnView.tsx';
import { RenameField } from './RenameField.tsx';
import { type TreeRow, treeRows } from './treeRows.ts';
import './TreeView.css';

interface RowProps {
  readonly row: TreeRow;
  readonly slot: number | null;
  readonly levelName: string;
  readonly isStop: boolean;
}

function isCutIn({ cut }: BoardState, row: TreeRow): boolean {
  if (cut?.kind === 'codes') return row.code !== null && cut.ids.includes(row.code.id);
  return cut?.kind === 'category' && cut.id === row.category?.id;
}

/** Lines before or after a code where carried codes would land, or the whole row of a category. */
function landingOf(board: BoardState, row: TreeRow): string {
  const landing = board.drag?.landing;
  if (row.category) return landingClass(board, row.category.id);
  if (landing?.kind !== 'codes' || !row.code) return '';
  return landing.after === row.code.id ? 'lands-after' : '';
}

function Toggle({ row, name }: { readonly row: TreeRow; readonly name: string }) {
  const { say } = useWords();
  const { category, isOpen } = row;
  if (!category) return <span className="band-toggle" />;
  return (
    <button
      type="button"
      className={classes('band-toggle', isOpen && 'band-toggle-open')}
      tabIndex={-1}
      aria-label={say(isOpen ? 'board.close' : 'board.open', { name })}
      onClick={() => setOpen(category.id, !isOpen)}
    >
      <Icon of={ChevronRight} />
    </button>
  );
}

function NameCell({ row, slot, levelName }: Omit<RowProps, 'isStop'>) {
  const isRenamed = useBoard((board) => board.renaming === row.key);
  const name = row.category?.name ?? row.code?.name ?? '';
  return (
    <div
      role="gridcell"
      className="tree-cell tree-name"
      style={{ paddingInlineStart: `${(row.level - 1) * 1.25}rem` }}
    >
      <Toggle row={row} name={name} />
      {(row.code || slot !== null) && <Swatch slot={slot} />}
      {isRenamed ? (
        <RenameField nodeKey={row.key} name={name} />
      ) : (
        <span className={classes(row.category && 'tree-category')}>
          {name}
          {row.category && <span className="tree-level">{levelName}</span>}
        </span>
      )}
    </div>
  );
}

/** Where what is let go on the row would land. */
function dropOf({ category, code }: TreeRow) {
  return category
    ? {
        'data-drop': `in:${category.id}`,
        'data-category': category.id,
        'data-axis': 'y',
      }
    : { 'data-drop': `in:${code?.categoryId}`, 'data-ordered': '' };
}

const Row = memo(function Row(props: RowProps) {
  const { row, isStop } = props;
  const node = row.category ?? row.code;
  const isChosen = useBoard((board) => board.chosen.has(codeIn(row.key)!));
  const isCut = useBoard((board) => isCutIn(board, row));
  const landing = useBoard((board) => landingOf(board, row));
  if (!node) return null;
  const { support } = node;
  return (
    <div
      role="row"
      className={classes('tree-row', isCut && 'code-card-cut', landing)}
      data-node={row.key}
      {...dropOf(row)}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.count}
      aria-selected={isChosen}
      {...(row.isOpen === null ? {} : { 'aria-expanded': row.isOpen })}
      tabIndex={isStop ? 0 : -1}
    >
      <NameCell row={row} slot={props.slot} levelName={props.levelName} />
      <div role="gridcell" className="tree-cell tree-text">
        {node.definition}
      </div>
      <div role="gridcell" className="tree-cell tree-number">
        {support.units}
      </div>
      <div role="gridcell" className="tree-cell tree-number">
        {support.participants}
      </div>
      <div role="gridcell" className="tree-cell tree-number">
        {support.transcripts}
      </div>
    </div>
  );
});

interface TreeViewProps {
  readonly board: BoardContextValue;
  readonly stop: NodeKey | null;
}

/** The same tree as rows, with what stands behind each. */
export const TreeView = memo(function TreeView({ board, stop }: TreeViewProps) {
  const { say } = useWords();
  const { layout, shown, colours, project } = board;
  const rows = useMemo(() => treeRows(layout, shown), [layout, shown]);
  if (rows.length === 0)
    return (
      <div className="board board-empty" data-drop="new:">
        <EmptyState>{say('board.noNodes')}</EmptyState>
      </div>
    );
  return (
    <div className="board tree-board" data-autoscroll data-ground>
      <div
        role="treegrid"
        className="tree"
        aria-label={say('board.tree')}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
      >
        <div role="row" className="tree-row tree-heads">
          {(['name', 'definition', 'units', 'participants', 'transcripts'] as const).map(
            (head) => (
              <div
                role="columnheader"
                key={head}
                className={classes(
                  'tree-cell',
                  head !== 'name' && head !== 'definition' && 'tree-number',
                )}
              >
                {say(`board.head.${head}`)}
              </div>
            ),
          )}
        </div>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            slot={
              row.category
                ? (colours.ofCategory.get(row.category.id) ?? null)
                : (colours.ofCode.get(row.code!.id) ?? null)
            }
            levelName={
              project.levels.find(({ depth }) => depth === row.category?.depth)?.name ??
              ''
            }
            isStop={stop === row.key}
          />
        ))}
      </div>
    </div>
  );
});
