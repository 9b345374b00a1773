import { memo } from 'react';

import { EmptyState } from '../ui/EmptyState.tsx';
import { useWords } from '../words.ts';
import { BandView } from './BandView.tsx';
import type { BoardContextValue } from './boardContext.ts';
import type { NodeKey } from './boardLayout.ts';
import { carriedCodes, useBoard } from './boardStore.ts';

interface BoardProps {
  readonly board: BoardContextValue;
  readonly stop: NodeKey | null;
}

/** The category tree as bands, columns and cards. */
export const Board = memo(function Board({ board, stop }: BoardProps) {
  const { say } = useWords();
  const { bands } = board.layout;
  const landing = useBoard(({ drag }) => drag?.landing);
  const carried = useBoard(carriedCodes);
  const isHere = landing?.kind === 'new';
  if (bands.length === 0)
    return (
      <div
        className={isHere ? 'board board-empty lands-here' : 'board board-empty'}
        data-drop="new:"
      >
        <EmptyState>
          {isHere ? say('board.drop', { count: carried }) : say('board.noNodes')}
        </EmptyState>
      </div>
    );
  return (
    <div className="board" data-autoscroll data-ground>
      <div
        role="tree"
        aria-label={say('board.tree')}
        aria-multiselectable
        className="board-tree"
      >
        {bands.map((band, index) => (
          <BandView
            key={band.id}
            band={band}
            board={board}
            position={index + 1}
            count={bands.length}
            stop={stop}
          />
        ))}
      </div>
    </div>
  );
});
