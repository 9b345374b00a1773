import type { Category } from '../../shared/domain/category.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import { type BoardLayout, codeIn, type NodeKey } from './boardLayout.ts';
import type { Carried, Landing } from './boardStore.ts';

export interface Pointer {
  readonly x: number;
  readonly y: number;
}

/** Over the mark of the landing itself: nothing changes. */
export const stays = Symbol('stays');

function isPastMiddle(element: HTMLElement, pointer: Pointer, axis: 'x' | 'y'): boolean {
  const box = element.getBoundingClientRect();
  return axis === 'x'
    ? pointer.x > box.left + box.width / 2
    : pointer.y > box.top + box.height / 2;
}

/** Which sibling the carried codes would follow, from the card under the pointer. */
function afterWhich(
  place: {
    readonly drop: HTMLElement;
    readonly at: HTMLElement;
    readonly pointer: Pointer;
  },
  siblings: readonly CodeId[],
  carried: readonly CodeId[],
): CodeId | null | undefined {
  const { drop, at, pointer } = place;
  if (drop.dataset['ordered'] === undefined) return undefined;
  const card = at.closest<HTMLElement>('[data-node]');
  if (!card || !drop.contains(card)) return undefined;
  const id = codeIn(card.dataset['node'] as NodeKey);
  if (!id) return null;
  const index = siblings.indexOf(id) + (isPastMiddle(card, pointer, 'y') ? 1 : 0);
  return (
    siblings.slice(0, index).findLast((sibling) => !carried.includes(sibling)) ?? null
  );
}

function onPile(
  at: HTMLElement,
  ids: readonly CodeId[],
  layout: BoardLayout,
): Landing | null {
  const isFromPile = ids.every((id) => layout.codeById.get(id)?.categoryId === null);
  if (!isFromPile) return { kind: 'codes', categoryId: null };
  const card = at.closest<HTMLElement>('[data-node]');
  const codeId = codeIn((card?.dataset['node'] ?? null) as NodeKey | null);
  return codeId && !ids.includes(codeId) ? { kind: 'together', codeId } : null;
}

function landingOfCodes(
  at: HTMLElement,
  pointer: Pointer,
  context: { readonly ids: readonly CodeId[]; readonly layout: BoardLayout },
): Landing | null {
  const { ids, layout } = context;
  const drop = at.closest<HTMLElement>('[data-drop]');
  const [kind, id] = (drop?.dataset['drop'] ?? '').split(/:(.*)/su);
  if (!drop) return null;
  if (kind === 'pile') return onPile(at, ids, layout);
  if (kind === 'new') return { kind: 'new', parentId: (id || null) as CategoryId | null };
  if (kind !== 'in') return null;
  const categoryId = id as CategoryId;
  const siblings = (layout.codesIn.get(categoryId) ?? []).map((code) => code.id);
  const after = afterWhich({ drop, at, pointer }, siblings, ids);
  return { kind: 'codes', categoryId, ...(after === undefined ? {} : { after }) };
}

function beside(
  over: Category,
  isAfter: boolean,
  context: { readonly id: CategoryId; readonly layout: BoardLayout },
): Landing {
  const siblings = (context.layout.childrenOf.get(over.parentId) ?? [])
    .map((sibling) => sibling.id)
    .filter((id) => id !== context.id);
  const index = siblings.indexOf(over.id);
  const after = isAfter ? over.id : (siblings[index - 1] ?? null);
  return {
    kind: 'category',
    parentId: over.parentId,
    after,
    beside: { id: over.id, isAfter },
  };
}

interface CarriedCategory {
  readonly category: Category;
  readonly layout: BoardLayout;
}

function idOver({ drop = '', category }: DOMStringMap): CategoryId {
  return (category ?? /^in:(.*)$/su.exec(drop)?.[1] ?? '') as CategoryId;
}

/** What one element around the pointer offers a carried category; undefined asks the next one out. */
function offerOf(
  element: HTMLElement,
  pointer: Pointer,
  { category, layout }: CarriedCategory,
): Landing | null | undefined {
  const { drop, category: boxId, axis } = element.dataset;
  if (drop === 'orphans' || drop === 'new:') return offerOfTop(category, layout);
  const over = layout.categoryById.get(idOver(element.dataset));
  if (!over) return undefined;
  if (over.id === category.id) return null;
  if (over.depth > category.depth) return { kind: 'category', parentId: over.id };
  if (over.depth < category.depth || boxId === undefined) return undefined;
  const isAfter = isPastMiddle(element, pointer, axis === 'x' ? 'x' : 'y');
  return beside(over, isAfter, { id: category.id, layout });
}

function offerOfTop(category: Category, layout: BoardLayout): Landing | null {
  const isThere = category.parentId === null && !layout.isFlat;
  return isThere ? null : { kind: 'category', parentId: null };
}

function landingOfCategory(
  at: HTMLElement,
  pointer: Pointer,
  carried: CarriedCategory,
): Landing | null {
  for (let element: HTMLElement | null = at; element; element = element.parentElement) {
    const offer = offerOf(element, pointer, carried);
    if (offer !== undefined) return offer;
  }
  return null;
}

/** Where what is carried would land if it were let go here. */
export function landingAt(
  pointer: Pointer,
  carried: Carried,
  layout: BoardLayout,
): Landing | null | typeof stays {
  const at = document.elementFromPoint(pointer.x, pointer.y);
  if (!(at instanceof HTMLElement)) {
    const parent = at?.closest<HTMLElement>('div, section');
    return parent ? landingOn(parent, pointer, { carried, layout }) : null;
  }
  return landingOn(at, pointer, { carried, layout });
}

function landingOn(
  at: HTMLElement,
  pointer: Pointer,
  { carried, layout }: { readonly carried: Carried; readonly layout: BoardLayout },
): Landing | null | typeof stays {
  if (at.closest('[data-marker]')) return stays;
  if (carried.kind === 'codes')
    return landingOfCodes(at, pointer, { ids: carried.ids, layout });
  const category = layout.categoryById.get(carried.id);
  return category ? landingOfCategory(at, pointer, { category, layout }) : null;
}

/** Two landings are the same when this is. */
export function landingName(landing: Landing | null): string {
  return JSON.stringify(landing);
}
