import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import type { Problem } from '../../shared/errors.ts';
import type { Say } from '../../shared/words/words.ts';
import { call, problemIn } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toasts.ts';
import {
  type BoardLayout,
  categoryIn,
  categoryKey,
  codeIn,
  type NodeKey,
} from './boardLayout.ts';
import { type Carried, clearChoice, goTo, type Landing, useBoard } from './boardStore.ts';

export interface NewCategory {
  readonly name: string;
  readonly depth: number;
  readonly parentId: CategoryId | null;
  readonly codeIds: readonly CodeId[];
}

/** What can be done on the board; each is one step, and says what it did. */
export interface BoardActs {
  moveCodes(
    ids: readonly CodeId[],
    to: { readonly categoryId: CategoryId | null; readonly after?: CodeId | null },
  ): Promise<boolean>;
  moveCategory(
    id: CategoryId,
    to: { readonly parentId: CategoryId | null; readonly after?: CategoryId | null },
  ): Promise<boolean>;
  /** Null, or why the category was not made. */
  create(category: NewCategory): Promise<Problem | null>;
  /** Null, or why the name was not taken. */
  rename(key: NodeKey, name: string): Promise<Problem | null>;
  removeCodes(ids: readonly CodeId[]): Promise<boolean>;
  dissolve(id: CategoryId): Promise<boolean>;
  /** Puts what is carried where it landed; false when nothing was stored, as when its new place is only asked for. */
  drop(carried: Carried, landing: Landing): Promise<boolean>;
}

export interface ActsContext {
  readonly say: Say;
  readonly layout: () => BoardLayout;
  /** Told what was refused, and null when something has succeeded since. */
  readonly tell: (problem: Problem | null) => void;
}

function nameOf(context: ActsContext, id: CategoryId | null, none: string): string {
  return id ? (context.layout().categoryById.get(id)?.name ?? '') : none;
}

async function refusalOf(work: Promise<unknown>): Promise<Problem | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return problemIn(error);
  }
}

function tellWithUndo({ say }: ActsContext, words: string): void {
  announce(words);
  showToast({
    words,
    action: { words: say('board.undo'), onAction: () => void call('steps.undo', {}) },
  });
}

async function attempt(
  context: ActsContext,
  work: Promise<unknown>,
  done: () => void,
): Promise<boolean> {
  const problem = await refusalOf(work);
  context.tell(problem);
  if (!problem) done();
  return problem === null;
}

function moveActs(context: ActsContext): Pick<BoardActs, 'moveCodes' | 'moveCategory'> {
  const { say } = context;
  return {
    moveCodes(ids, { categoryId, after }) {
      const moved = call('codes.move', { codeIds: [...ids], categoryId, after });
      return attempt(context, moved, () => {
        const node = nameOf(context, categoryId, say('board.pile'));
        announce(say('board.moved', { count: ids.length, node }));
      });
    },
    moveCategory(id, { parentId, after }) {
      const moved = call('categories.move', { categoryIds: [id], parentId, after });
      return attempt(context, moved, () => {
        const name = nameOf(context, id, '');
        const node = nameOf(context, parentId, say('board.top'));
        announce(say('board.movedCategory', { name, node }));
      });
    },
  };
}

async function create(context: ActsContext, category: NewCategory) {
  const { name, codeIds } = category;
  const made = call('categories.create', { ...category, codeIds: [...codeIds] });
  const problem = await refusalOf(made);
  if (problem) return problem;
  const { id } = await made;
  clearChoice();
  goTo(categoryKey(id));
  announce(
    codeIds.length > 0
      ? context.say('board.createdOf', { name, count: codeIds.length })
      : context.say('board.created', { name }),
  );
  return null;
}

function takingActs(context: ActsContext): Pick<BoardActs, 'removeCodes' | 'dissolve'> {
  const { say, layout } = context;
  return {
    removeCodes(ids) {
      const name = layout().codeById.get(ids[0]!)?.name ?? '';
      return attempt(context, call('codes.remove', { codeIds: [...ids] }), () => {
        clearChoice();
        tellWithUndo(context, say('board.removed', { count: ids.length, name }));
      });
    },
    dissolve(id) {
      const name = nameOf(context, id, '');
      return attempt(context, call('categories.dissolve', { categoryId: id }), () =>
        tellWithUndo(context, say('board.dissolved', { name })),
      );
    },
  };
}

export function boardActs(context: ActsContext): BoardActs {
  const moves = moveActs(context);
  return {
    ...moves,
    ...takingActs(context),
    create: (category) => create(context, category),
    rename(key, name) {
      const code = codeIn(key);
      const category = categoryIn(key);
      if (code) return refusalOf(call('codes.rename', { codeId: code, name }));
      if (!category) return Promise.resolve(null);
      return refusalOf(call('categories.rename', { categoryId: category, name }));
    },
    async drop(carried, landing) {
      if (carried.kind === 'category') {
        return landing.kind === 'category' && moves.moveCategory(carried.id, landing);
      }
      if (landing.kind === 'codes') return moves.moveCodes(carried.ids, landing);
      if (landing.kind === 'new') openNew(carried.ids, landing.parentId);
      else if (landing.kind === 'together') openNew([landing.codeId, ...carried.ids]);
      return false;
    },
  };
}

function openNew(codeIds: readonly CodeId[], parentId?: CategoryId | null): void {
  useBoard.setState({
    dialog: { kind: 'create', codeIds, ...(parentId === undefined ? {} : { parentId }) },
  });
}
