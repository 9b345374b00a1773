import { Plus } from 'lucide-react';
import { memo, type RefObject } from 'react';

import { Button } from '../ui/Button.tsx';
import { WorkspaceBar } from '../ui/frame/Workspace.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useWords } from '../words.ts';
import type { NodeKey } from './boardLayout.ts';
import { goTo, useBoard } from './boardStore.ts';

interface BoardBarProps {
  readonly placed: number;
  readonly count: number;
  /** The lowest level, as in a sentence. */
  readonly level: string;
  readonly isReadOnly: boolean;
  readonly search: RefObject<HTMLInputElement | null>;
  /** The first card that is shown: Enter in the search field goes to it. */
  readonly first: NodeKey | null;
}

/** How far the sorting has come, finding a card, and the two ways to see the tree. */
export const BoardBar = memo(function BoardBar(props: BoardBarProps) {
  const { placed, count, level, isReadOnly, search, first } = props;
  const { say } = useWords();
  const filter = useBoard((state) => state.filter);
  const view = useBoard((state) => state.view);
  return (
    <WorkspaceBar
      title={say('board.title')}
      facts={say('board.placedOf', { placed, count })}
    >
      <SearchField
        label={say('board.find')}
        clearLabel={say('board.clearFilter')}
        className="board-search"
        value={filter}
        controlRef={search}
        onChange={(text) => useBoard.setState({ filter: text })}
        onEnter={() => first && goTo(first)}
      />
      <Segmented<'board' | 'tree'>
        label={say('board.view')}
        choices={[
          { value: 'board', words: say('board.view.board') },
          { value: 'tree', words: say('board.view.tree') },
        ]}
        value={view}
        onChange={(chosen) => useBoard.setState({ view: chosen })}
      />
      {!isReadOnly && (
        <Button
          icon={Plus}
          aria-label={say('board.new', { level })}
          onPress={() => useBoard.setState({ dialog: { kind: 'create', codeIds: [] } })}
        >
          {level.charAt(0).toLocaleUpperCase('sv') + level.slice(1)}
        </Button>
      )}
    </WorkspaceBar>
  );
});
