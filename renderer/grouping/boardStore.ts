import { create } from 'zustand';

import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import { usePlace } from '../place.ts';
import { categoryIn, codeIn, type NodeKey } from './boardLayout.ts';
import type { PileSort } from './pile.ts';

/** What is carried by the pointer. */
export type Carried =
  | { readonly kind: 'codes'; readonly ids: readonly CodeId[] }
  | { readonly kind: 'category'; readonly id: CategoryId };

/** Where it would land; `after` as in the contract: null first, undefined last. */
export type Landing =
  | {
      readonly kind: 'codes';
      readonly categoryId: CategoryId | null;
      readonly after?: CodeId | null;
    }
  | {
      readonly kind: 'category';
      readonly parentId: CategoryId | null;
      readonly after?: CategoryId | null;
      /** The sibling it is drawn beside. */
      readonly beside?: { readonly id: CategoryId; readonly isAfter: boolean };
    }
  | { readonly kind: 'new'; readonly parentId: CategoryId | null }
  | { readonly kind: 'together'; readonly codeId: CodeId };

export interface Drag {
  readonly carried: Carried;
  readonly landing: Landing | null;
}

export type BoardDialog =
  | { readonly kind: 'moveCodes'; readonly ids: readonly CodeId[] }
  | { readonly kind: 'moveCategory'; readonly id: CategoryId }
  | {
      readonly kind: 'create';
      readonly codeIds: readonly CodeId[];
      /** Null for none, absent to let the dialog choose. */
      readonly parentId?: CategoryId | null;
      readonly depth?: number;
    }
  | { readonly kind: 'merge'; readonly ids: readonly CodeId[] }
  | { readonly kind: 'split'; readonly id: CodeId };

export interface BoardState {
  readonly view: 'board' | 'tree';
  readonly focus: NodeKey | null;
  /** Counts up when the focus shall be taken to `focus`, wherever it is now. */
  readonly wanted: number;
  /** How far those wishes have been met; what is asked for may not be on the screen yet. */
  readonly granted: number;
  /** Chosen cards; while there are none the focused card is meant. */
  readonly chosen: ReadonlySet<CodeId>;
  /** Chosen by a click alone, so that walking on lets go of it. */
  readonly isLoose: boolean;
  /** Where a choice is extended from. */
  readonly anchor: NodeKey | null;
  readonly collapsed: ReadonlySet<string>;
  readonly renaming: NodeKey | null;
  readonly cut: Carried | null;
  readonly filter: string;
  readonly pileSort: PileSort;
  readonly dialog: BoardDialog | null;
  readonly drag: Drag | null;
  /** The drag that has been let go: it stays in the hand until the board is drawn with it in its place. */
  readonly putDown: Drag | null;
}

const nobody: ReadonlySet<CodeId> = new Set();

/** Forgotten when the workspace is left; how the board is shown stays. */
const passing = {
  focus: null,
  wanted: 0,
  granted: 0,
  chosen: nobody,
  isLoose: false,
  anchor: null,
  renaming: null,
  cut: null,
  filter: '',
  dialog: null,
  drag: null,
  putDown: null,
} as const;

/** Ends a drag that has been let go, unless another has begun. */
export function endPutDown(): void {
  const { drag, putDown } = useBoard.getState();
  if (putDown)
    useBoard.setState({ putDown: null, ...(drag === putDown ? { drag: null } : {}) });
}

/** What is focused, chosen and open on the board, and nothing that the project could be asked. */
export const useBoard = create<BoardState>(() => ({
  view: 'board',
  collapsed: new Set(),
  pileSort: 'units',
  ...passing,
}));

const { getState: state, setState: set } = useBoard;

/** The board just now, outside a component. */
export function boardNow(): BoardState {
  return state();
}

export function leaveBoard(): void {
  set(passing);
}

/** Makes something current, here and (design.md 4) everywhere else. */
export function focusOn(key: NodeKey | null): void {
  if (state().focus === key) return;
  set({ focus: key });
  const code = codeIn(key);
  const category = categoryIn(key);
  if (code) usePlace.getState().select({ kind: 'code', id: code });
  else if (category) usePlace.getState().select({ kind: 'category', id: category });
}

/** Makes something current and takes the focus of the window there. */
export function goTo(key: NodeKey): void {
  focusOn(key);
  set({ wanted: state().wanted + 1 });
}

/** The focus has come to something by itself; a wish that is not met yet goes before it. */
export function focusCameTo(key: NodeKey): void {
  if (state().wanted === state().granted) focusOn(key);
}

/** Every wish is met, or given up because the person has gone on. */
export function grantFocus(): void {
  if (state().granted !== state().wanted) set({ granted: state().wanted });
}

/** Walks on: a choice made card by card stays, one made by a single click does not. */
export function walkTo(key: NodeKey): void {
  if (state().isLoose) set({ chosen: nobody, isLoose: false });
  set({ anchor: key });
  goTo(key);
}

export function chooseOnly(ids: readonly CodeId[], isLoose = false): void {
  set({ chosen: new Set(ids), isLoose });
}

export function clearChoice(): void {
  set({ chosen: nobody, isLoose: false });
}

export function toggle(id: CodeId): void {
  const { chosen } = state();
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  set({ chosen: next, isLoose: false });
}

/** Chooses what stands between the anchor and `to` in the order given, both included. */
export function extendTo(to: NodeKey, order: readonly NodeKey[]): void {
  const { anchor, focus, chosen, isLoose } = state();
  const from = anchor ?? focus ?? to;
  const [start, end] = [order.indexOf(from), order.indexOf(to)].toSorted((a, b) => a - b);
  const between = order
    .slice(Math.max(0, start ?? 0), (end ?? 0) + 1)
    .flatMap((key) => codeIn(key) ?? []);
  set({
    chosen: new Set(isLoose ? between : [...chosen, ...between]),
    isLoose: false,
    anchor: from,
  });
  goTo(to);
}

export function setOpen(id: string, isOpen: boolean): void {
  const collapsed = new Set(state().collapsed);
  if (isOpen) collapsed.delete(id);
  else collapsed.add(id);
  set({ collapsed });
}

/** How many codes the pointer carries. */
export function carriedCodes({ drag }: BoardState): number {
  return drag?.carried.kind === 'codes' ? drag.carried.ids.length : 0;
}

/** The codes that a command is about: those chosen, else the focused one. */
export function codesInHand(): readonly CodeId[] {
  const { chosen, focus } = state();
  if (chosen.size > 0) return [...chosen];
  const code = codeIn(focus);
  return code ? [code] : [];
}

/** The category that a command is about, when no codes are chosen. */
export function categoryInHand(): CategoryId | null {
  const { chosen, focus } = state();
  return chosen.size > 0 ? null : categoryIn(focus);
}
