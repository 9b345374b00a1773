import { Plus } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { Problem } from '../../shared/errors.ts';
import { usePlace } from '../place.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { sayProblem, useWords } from '../words.ts';
import { Board } from './Board.tsx';
import { type BoardActs, boardActs } from './boardActs.ts';
import { nodeAt, onBoardClick, onBoardDoubleClick } from './boardClicks.ts';
import { BoardContext, type BoardContextValue, type BoardData } from './boardContext.ts';
import { BoardDialogs } from './BoardDialogs.tsx';
import { BoardInspector } from './BoardInspector.tsx';
import { onBoardKey } from './boardKeys.ts';
import {
  categoryIn,
  categoryKey,
  codeIn,
  codeKey,
  hasNode,
  type NodeKey,
} from './boardLayout.ts';
import { boardMenu } from './boardMenu.ts';
import {
  chooseOnly,
  clearChoice,
  codesInHand,
  focusCameTo,
  focusOn,
  goTo,
  grantFocus,
  leaveBoard,
  useBoard,
} from './boardStore.ts';
import { CarriedThings } from './CarriedThings.tsx';
import { levelInSentence } from './levelWords.ts';
import { Pile } from './Pile.tsx';
import { TreeView } from './TreeView.tsx';
import { useBoardCommands } from './useBoardCommands.ts';
import { useBoardContextValue } from './useBoardContextValue.ts';
import { useBoardData } from './useBoardData.ts';
import { useFocusKeeper } from './useFocusKeeper.ts';
import { usePointerOnBoard } from './usePointerOnBoard.ts';
import './Grouping.css';

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

function selectedKey(): NodeKey | null {
  const { selected } = usePlace.getState();
  if (selected?.kind === 'code') return codeKey(selected.id);
  return selected?.kind === 'category' ? categoryKey(selected.id) : null;
}

/** Starts at what is selected in the app, and goes there when a view asks to be shown it. */
function useFollowsPlace(board: BoardContextValue): void {
  const reveal = usePlace((place) => place.reveal);
  const latest = useLatest(board);
  const seen = useRef<number | null>(null);
  useEffect(() => {
    const { layout, order } = latest.current;
    const key = selectedKey();
    const isFirst = seen.current === null;
    seen.current = reveal;
    if (key && hasNode(layout, key)) {
      if (isFirst && reveal === 0) focusOn(key);
      else goTo(key);
    } else if (isFirst && order[0]) useBoard.setState({ focus: order[0] });
  }, [reveal, latest]);
}

/** A choice of codes that are no longer there is no choice. */
function useChoiceStaysTrue(board: BoardContextValue): void {
  const { layout } = board;
  useEffect(() => {
    const { chosen, isLoose } = useBoard.getState();
    const left = [...chosen].filter((id) => layout.codeById.has(id));
    if (left.length !== chosen.size) chooseOnly(left, isLoose);
  }, [layout]);
}

function useBoardMenu(board: BoardContextValue) {
  const { say } = useWords();
  const menu = useContextMenu(say('board.menu'));
  const onContextMenu = (event: MouseEvent) => {
    const key = nodeAt(event.target) ?? useBoard.getState().focus;
    if (!key || key === 'orphans') return;
    const id = codeIn(key);
    focusOn(key);
    if (id && !useBoard.getState().chosen.has(id)) clearChoice();
    const code = id ? board.layout.codeById.get(id) : undefined;
    const target = document.querySelector(`[data-node="${key}"]`);
    // The commands are offered by what is focused, which React has to be told of first.
    requestAnimationFrame(() => {
      const entries = boardMenu({
        say,
        isCategory: categoryIn(key) !== null,
        isPlaced: code?.categoryId !== null,
        hasCut: useBoard.getState().cut !== null,
        hasSeveralUnits: codesInHand().length === 1 && (code?.support.units ?? 0) > 1,
      });
      const box = target?.getBoundingClientRect();
      const isFromKeys = event.clientX === 0 && event.clientY === 0;
      menu.openAt(
        isFromKeys && box
          ? { x: box.left + 16, y: box.bottom }
          : { x: event.clientX, y: event.clientY },
        entries,
      );
    });
    event.preventDefault();
  };
  return { onContextMenu, menu: menu.menu };
}

function BoardBody({ board }: { readonly board: BoardContextValue }) {
  const root = useRef<HTMLDivElement>(null);
  const latest = useLatest(board);
  const view = useBoard((state) => state.view);
  const focus = useBoard((state) => state.focus);
  const onPointerDown = usePointerOnBoard(latest);
  const { onContextMenu, menu } = useBoardMenu(board);
  useFocusKeeper(root, board.order);
  useFollowsPlace(board);
  useChoiceStaysTrue(board);

  const { pile } = board.lanes;
  const isInPile = focus !== null && pile.includes(focus);
  const firstBeside = board.order[pile.length] ?? null;
  const stops = {
    pile: isInPile ? focus : (pile[0] ?? null),
    tree: isInPile || focus === null ? firstBeside : focus,
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className="grouping"
      data-keys={view === 'tree' ? 'tree' : 'board'}
      ref={root}
      onFocus={(event) => {
        const key = event.target.matches('[data-node]') ? nodeAt(event.target) : null;
        if (key) focusCameTo(key);
      }}
      onKeyDownCapture={grantFocus}
      onPointerDownCapture={grantFocus}
      onKeyDown={(event: KeyboardEvent) => onBoardKey(board, event)}
      onClick={(event) => onBoardClick(board, event)}
      onDoubleClick={(event) => onBoardDoubleClick(board, event)}
      onContextMenu={onContextMenu}
      onPointerDown={onPointerDown}
    >
      <Pile board={board} stop={stops.pile} />
      {view === 'tree' ? (
        <TreeView board={board} stop={stops.tree} />
      ) : (
        <Board board={board} stop={stops.tree} />
      )}
      {menu}
    </div>
  );
}

function BoardWorkspace({ data }: { readonly data: BoardData }) {
  const { say } = useWords();
  const [problem, tell] = useState<Problem | null>(null);
  const layout = useLatest(data.layout);
  const acts: BoardActs = useMemo(
    () => boardActs({ say, layout: () => layout.current, tell }),
    [say, layout],
  );
  const board = useBoardContextValue(data, acts);
  const search = useRef<HTMLInputElement>(null);
  useBoardCommands(board, search);
  useEffect(() => leaveBoard, []);
  const filter = useBoard((state) => state.filter);
  const view = useBoard((state) => state.view);
  const { codes, pile } = data.layout;
  const level = levelInSentence(data.project.levels, 1);
  return (
    <BoardContext value={board}>
      <Workspace label={say('board.title')}>
        <WorkspaceBar
          title={say('board.title')}
          facts={say('board.placedOf', {
            placed: codes.length - pile.codes.length,
            count: codes.length,
          })}
        >
          <SearchField
            label={say('board.find')}
            clearLabel={say('board.clearFilter')}
            className="board-search"
            value={filter}
            controlRef={search}
            onChange={(text) => useBoard.setState({ filter: text })}
            onEnter={() => {
              const first = board.order.find((key) => codeIn(key));
              if (first) goTo(first);
            }}
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
          {!data.isReadOnly && (
            <Button
              icon={Plus}
              aria-label={say('board.new', { level })}
              onPress={() =>
                useBoard.setState({ dialog: { kind: 'create', codeIds: [] } })
              }
            >
              {level.charAt(0).toLocaleUpperCase('sv') + level.slice(1)}
            </Button>
          )}
        </WorkspaceBar>
        {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
        <WorkspaceContent scroll="fixed">
          {codes.length === 0 && data.layout.categories.length === 0 ? (
            <EmptyState
              actions={
                <Button
                  onPress={() => usePlace.getState().go({ workspace: 'transcripts' })}
                >
                  {say('board.toTranscripts')}
                </Button>
              }
            >
              {say('board.empty')}
            </EmptyState>
          ) : (
            <BoardBody board={board} />
          )}
        </WorkspaceContent>
      </Workspace>
      <BoardInspector />
      <CarriedThings />
      <BoardDialogs />
    </BoardContext>
  );
}

/** The grouping board: the category tree itself, by mouse and by keyboard (design.md 5.6). */
export function GroupingWorkspace() {
  const { say } = useWords();
  const { data, problem } = useBoardData();
  if (data) return <BoardWorkspace data={data} />;
  return (
    <Workspace label={say('board.title')}>
      <WorkspaceBar title={say('board.title')} />
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
    </Workspace>
  );
}
