import type { RefObject } from 'react';

import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import { call } from '../api.ts';
import { showInspector } from '../inspector.ts';
import { useCommands } from '../keys/commands.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { useWords } from '../words.ts';
import type { BoardContextValue } from './boardContext.ts';
import { bandIdOf } from './boardKeys.ts';
import {
  categoryIn,
  categoryKey,
  codeIn,
  hasOtherPlace,
  type NodeKey,
  orphansId,
} from './boardLayout.ts';
import { columnWith } from './boardLanes.ts';
import {
  type BoardDialog,
  categoryInHand,
  chooseOnly,
  clearChoice,
  codesInHand,
  goTo,
  setOpen,
  useBoard,
} from './boardStore.ts';
import { survivor } from './useFocusKeeper.ts';

const focusNow = () => useBoard.getState().focus;
const openDialog = (dialog: BoardDialog) => useBoard.setState({ dialog });

/** Where to go on when codes have left: the next card of the same column, so that sorting goes on where it was. */
export function nextAfter(
  board: BoardContextValue,
  ids: readonly CodeId[],
): NodeKey | null {
  const focus = focusNow();
  if (focus === null || !ids.includes(codeIn(focus)!)) return focus;
  const column = columnWith(board.lanes, focus);
  const left = column.filter((key) => !ids.includes(codeIn(key)!));
  const all = board.order.filter((key) => !ids.includes(codeIn(key)!));
  return survivor(column, left, focus) ?? all[0] ?? focus;
}

/** Moves codes by command: the choice is let go and the focus goes on. */
export async function moveAndGoOn(
  board: BoardContextValue,
  ids: readonly CodeId[],
  categoryId: CategoryId | null,
): Promise<void> {
  const next = nextAfter(board, ids);
  if (!(await board.acts.moveCodes(ids, { categoryId }))) return;
  clearChoice();
  if (next) goTo(next);
}

/** The category that something put "here" goes into. */
function placeOf({ layout }: BoardContextValue, key: NodeKey | null): CategoryId | null {
  const code = codeIn(key);
  return code ? (layout.codeById.get(code)?.categoryId ?? null) : categoryIn(key);
}

/** One place earlier or later among the siblings of the same kind. */
function siblingOrder<Id>(siblings: readonly Id[], id: Id, step: 1 | -1) {
  const index = siblings.indexOf(id);
  const to = index + step;
  if (index < 0 || to < 0 || to >= siblings.length) return null;
  const after = step === 1 ? siblings[to]! : (siblings[to - 1] ?? null);
  return { after, position: to + 1, count: siblings.length };
}

function orderCommand(
  board: BoardContextValue,
  step: 1 | -1,
  say: (text: string, n: number, of: number) => string,
) {
  const { layout, acts } = board;
  const key = focusNow();
  const code = layout.codeById.get(codeIn(key)!);
  const category = layout.categoryById.get(categoryIn(key)!);
  if (code?.categoryId) {
    const siblings = (layout.codesIn.get(code.categoryId) ?? []).map(({ id }) => id);
    const place = siblingOrder(siblings, code.id, step);
    if (place)
      void acts
        .moveCodes([code.id], { categoryId: code.categoryId, after: place.after })
        .then(
          (isDone) => isDone && announce(say(code.name, place.position, place.count)),
        );
  } else if (category) {
    const siblings = (layout.childrenOf.get(category.parentId) ?? [])
      .filter(({ depth }) => depth > 1 === category.depth > 1)
      .map(({ id }) => id);
    const place = siblingOrder(siblings, category.id, step);
    if (place)
      void acts.moveCategory(category.id, {
        parentId: category.parentId,
        after: place.after,
      });
  }
}

function retire({ acts }: BoardContextValue): void {
  const category = categoryInHand();
  const codes = codesInHand();
  if (category) void acts.dissolve(category);
  else if (codes.length > 0) void acts.removeCodes(codes);
}

function paste(board: BoardContextValue): void {
  const { cut } = useBoard.getState();
  const here = placeOf(board, focusNow());
  if (!cut) return;
  useBoard.setState({ cut: null });
  if (cut.kind === 'codes') {
    void board.acts.moveCodes(cut.ids, { categoryId: here });
    return;
  }
  const over = board.layout.categoryById.get(here!);
  const own = board.layout.categoryById.get(cut.id);
  if (!own) return;
  const isBeside = over && over.depth <= own.depth;
  void board.acts.moveCategory(cut.id, {
    parentId: isBeside ? over.parentId : (over?.id ?? null),
    ...(isBeside ? { after: over.id } : {}),
  });
}

function takeCut(): void {
  const category = categoryInHand();
  const ids = codesInHand();
  if (category) useBoard.setState({ cut: { kind: 'category', id: category } });
  else if (ids.length > 0) useBoard.setState({ cut: { kind: 'codes', ids } });
}

function moveTo(): void {
  const category = categoryInHand();
  const ids = codesInHand();
  if (category) openDialog({ kind: 'moveCategory', id: category });
  else if (ids.length > 0) openDialog({ kind: 'moveCodes', ids });
}

function open(board: BoardContextValue, isOpen: boolean): void {
  const { layout } = board;
  const focus = focusNow();
  let band = bandIdOf(board, focus);
  for (
    let above = layout.categoryById.get(placeOf(board, focus)!);
    above && band === null;
    above = layout.categoryById.get(above.parentId!)
  ) {
    if (above.depth > 1) band = above.id;
    else if (above.parentId === null) band = orphansId;
  }
  if (band === null || (band === orphansId && layout.isFlat)) return;
  setOpen(band, isOpen);
  goTo(band === orphansId ? 'orphans' : categoryKey(band as CategoryId));
}

/** To the units' own words in the inspector. */
export function readUnits(): void {
  showInspector();
  setTimeout(() => {
    const pane = document.querySelector<HTMLElement>('.inspector');
    const first = pane?.querySelector<HTMLElement>(
      '[data-unit] button, button[data-unit], .unit-list button',
    );
    (first ?? pane)?.focus();
  });
}

async function goToWords({ layout }: BoardContextValue): Promise<void> {
  const codeIds = codesInHand();
  const category = categoryInHand();
  const units =
    codeIds.length > 0
      ? await call('codes.units', { codeIds: [...codeIds], limit: 1 })
      : category && layout.categoryById.has(category)
        ? await call('categories.units', { categoryId: category, limit: 1 })
        : [];
  const [unit] = units;
  if (unit) usePlace.getState().goToWords(unit);
}

function chooseColumn(board: BoardContextValue): void {
  const focus = focusNow();
  if (focus)
    chooseOnly(columnWith(board.lanes, focus).flatMap((key) => codeIn(key) ?? []));
}

/** What the board can do just now, by the ids of the keymap; reading only what may be done in a project that is read only. */
export function useBoardCommands(
  board: BoardContextValue,
  search: RefObject<HTMLInputElement | null>,
): void {
  const { say } = useWords();
  const { isReadOnly } = board;
  const codeCount = useBoard(
    ({ chosen, focus }) => chosen.size || Number(codeIn(focus) !== null),
  );
  const canMove = useBoard(({ focus }) => {
    const category = categoryInHand();
    return focus !== null && (!category || hasOtherPlace(board.layout, category));
  });
  const hasNode = useBoard(({ focus }) => focus !== null);
  const order = (step: 1 | -1) => () =>
    orderCommand(board, step, (name, position, count) =>
      say('board.placed', { name, position, count }),
    );
  const write = (isOffered: boolean, run: () => void) =>
    isOffered && !isReadOnly ? run : undefined;

  useCommands({
    'board.moveTo': write(canMove, moveTo),
    'board.newFromSelection': write(codeCount > 0, () =>
      openDialog({ kind: 'create', codeIds: codesInHand() }),
    ),
    'board.new': write(true, () => openDialog({ kind: 'create', codeIds: [] })),
    'board.unplace': write(codeCount > 0, () => {
      void moveAndGoOn(board, codesInHand(), null);
    }),
    'board.rename': write(hasNode && focusNow() !== 'orphans', () =>
      useBoard.setState({ renaming: focusNow() }),
    ),
    'board.retire': write(hasNode, () => retire(board)),
    'board.earlier': write(hasNode, order(-1)),
    'board.later': write(hasNode, order(1)),
    'board.cut': write(hasNode, takeCut),
    'board.paste': write(hasNode, () => paste(board)),
    'board.merge': write(codeCount > 0, () =>
      openDialog({ kind: 'merge', ids: codesInHand() }),
    ),
    'board.split': write(codeCount === 1, () =>
      openDialog({ kind: 'split', id: codesInHand()[0]! }),
    ),
    'board.read': hasNode ? readUnits : undefined,
    'board.expand': hasNode ? () => open(board, true) : undefined,
    'board.collapse': hasNode ? () => open(board, false) : undefined,
    'board.chooseColumn': hasNode ? () => chooseColumn(board) : undefined,
    'place.find': () => search.current?.select(),
    'place.words': hasNode ? () => void goToWords(board) : undefined,
  });
}
