import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';

import { useSettings } from '../computerSettings.ts';
import { usePlace } from '../place.ts';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { useWords } from '../words.ts';
import { Board } from './Board.tsx';
import { nodeAt, onBoardClick, onBoardDoubleClick } from './boardClicks.ts';
import type { BoardContextValue } from './boardContext.ts';
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
  boardNow,
  chooseOnly,
  clearChoice,
  codesInHand,
  endPutDown,
  focusCameTo,
  focusOn,
  goTo,
  grantFocus,
  useBoard,
} from './boardStore.ts';
import { Pile } from './Pile.tsx';
import { TreeView } from './TreeView.tsx';
import { useFocusKeeper } from './useFocusKeeper.ts';
import { useLatest } from './useLatest.ts';
import { usePointerOnBoard } from './usePointerOnBoard.ts';

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
      if (isFirst && reveal === 0 && document.activeElement !== document.body)
        focusOn(key);
      else goTo(key);
    } else if (isFirst && order[0]) {
      useBoard.setState({ focus: order[0] });
      if (document.activeElement === document.body) goTo(order[0]);
    }
  }, [reveal, latest]);
}

/** Focus that comes to the workspace as a whole, by F6 or on arrival, goes on to what is current. */
function useFocusFromWorkspace(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = root.current?.closest('main');
    const goOn = (event: FocusEvent) => {
      const { focus } = boardNow();
      if (event.target === main && focus) goTo(focus);
    };
    main?.addEventListener('focusin', goOn);
    return () => main?.removeEventListener('focusin', goOn);
  }, [root]);
}

/** A choice of codes that are no longer there is no choice, and what was let go is where it was put. */
function useChoiceStaysTrue(board: BoardContextValue): void {
  const { layout } = board;
  useLayoutEffect(endPutDown, [layout]);
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

interface BoardBodyProps {
  readonly board: BoardContextValue;
}

/** The pile and the tree beside it, with everything that mouse and keys do to them. */
export const BoardBody = memo(function BoardBody({ board }: BoardBodyProps) {
  const root = useRef<HTMLDivElement>(null);
  const latest = useLatest(board);
  const drawsAll = useSettings().drawWholeTranscript;
  const view = useBoard((state) => state.view);
  const focus = useBoard((state) => state.focus);
  const onPointerDown = usePointerOnBoard(latest);
  const { onContextMenu, menu } = useBoardMenu(board);
  useFocusKeeper(root, board.order);
  useFollowsPlace(board);
  useFocusFromWorkspace(root);
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
      data-draws-all={drawsAll || undefined}
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
});
