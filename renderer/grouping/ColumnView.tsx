import { memo } from 'react';

import type { Code } from '../../shared/domain/code.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { Colours } from '../colours.ts';
import { classes } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { categoryKey, type Column, type NodeKey } from './boardLayout.ts';
import { type BoardState, type Landing, useBoard } from './boardStore.ts';
import { Cards } from './Cards.tsx';
import { RenameField } from './RenameField.tsx';
import { SupportFacts, useSupportWords } from './SupportFacts.tsx';

export interface ColumnViewProps {
  readonly column: Column;
  readonly cards: readonly Code[];
  readonly colours: Colours;
  readonly levelName: string;
  /** As a tree says it. */
  readonly level: number;
  readonly position: number;
  readonly count: number;
  readonly stop: NodeKey | null;
}

/** Of a name on one line, with the gap. */
const cardHeight = 2;

/** How a category looks while something is carried over it. */
export function landingClass(board: BoardState, id: CategoryId | null): string {
  const landing = board.drag?.landing;
  if (!id || !landing) return '';
  if (landing.kind === 'codes') return landing.categoryId === id ? 'lands-here' : '';
  return landing.kind === 'category' ? categoryLandingClass(landing, id) : '';
}

function categoryLandingClass(
  { beside, parentId }: Extract<Landing, { kind: 'category' }>,
  id: CategoryId,
): string {
  if (!beside) return parentId === id ? 'lands-here' : '';
  if (beside.id !== id) return '';
  return beside.isAfter ? 'lands-after' : 'lands-before';
}

function ColumnHead(
  props: ColumnViewProps & { readonly head: NonNullable<Column['head']> },
) {
  const { head, column, colours, levelName, stop } = props;
  const { say } = useWords();
  const supportWords = useSupportWords();
  const key = categoryKey(head.id);
  const isRenamed = useBoard((board) => board.renaming === key);
  const isCut = useBoard(({ cut }) => cut?.kind === 'category' && cut.id === head.id);
  return (
    <div
      role="treeitem"
      className={classes('column-head', isCut && 'code-card-cut')}
      data-node={key}
      aria-level={props.level}
      aria-posinset={props.position}
      aria-setsize={props.count}
      aria-expanded
      aria-selected={false}
      tabIndex={stop === key ? 0 : -1}
    >
      <span className="column-title">
        <Swatch slot={colours.ofCategory.get(head.id) ?? null} />
        {isRenamed ? (
          <RenameField nodeKey={key} name={head.name} />
        ) : (
          <span className="column-name">
            {head.name}
            <span className="visually-hidden">
              {say('board.node', {
                level: levelName,
                codes: say('board.codes', { count: column.codes.length }),
                facts: supportWords(head.support),
              })}
            </span>
          </span>
        )}
        <span className="column-count" aria-hidden>
          {column.codes.length}
        </span>
      </span>
      <SupportFacts support={head.support} />
    </div>
  );
}

/** A category of the lowest level with its codes, or the codes that stand directly in a band. */
export const ColumnView = memo(function ColumnView(props: ColumnViewProps) {
  const { column, cards, level } = props;
  const { say } = useWords();
  const { head, categoryId } = column;
  const landing = useBoard((board) => landingClass(board, head?.id ?? null));
  return (
    <div
      role="group"
      className={classes('column', !head && 'column-direct', landing)}
      data-drop={`in:${categoryId}`}
      data-ordered
      data-ground
      {...(head ? { 'data-category': head.id, 'data-axis': 'x' } : {})}
    >
      {head ? (
        <ColumnHead {...props} head={head} />
      ) : (
        <p className="column-direct-head" aria-hidden>
          {say('board.direct')}
        </p>
      )}
      <div
        role="group"
        className="column-cards"
        data-ground
        style={{ containIntrinsicBlockSize: `auto ${cards.length * cardHeight}rem` }}
      >
        <Cards
          column={column}
          cards={cards}
          colours={props.colours}
          level={head ? level + 1 : level}
          stop={props.stop}
        />
      </div>
    </div>
  );
});
