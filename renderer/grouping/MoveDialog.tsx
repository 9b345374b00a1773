import { useCallback, useMemo, useState } from 'react';

import type { Category } from '../../shared/domain/category.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import type { Problem } from '../../shared/errors.ts';
import { CategoryPicker } from '../pickers/CategoryPicker.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { sayProblem, useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { categoryKey } from './boardLayout.ts';
import { goTo, useBoard } from './boardStore.ts';
import { levelInSentence } from './levelWords.ts';
import { parentInSight } from './parentInSight.ts';
import { moveAndGoOn } from './useBoardCommands.ts';

/** Closes the dialog and takes the focus back to where it was. */
export function closeDialog(): void {
  useBoard.setState({ dialog: null });
  const { focus } = useBoard.getState();
  if (focus) goTo(focus);
}

/** `G`: codes to any category, to none, or to a new one. */
export function MoveCodesDialog({ ids }: { readonly ids: readonly CodeId[] }) {
  const { say } = useWords();
  const board = useBoardContext();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { layout, acts } = board;
  const parent = useMemo(() => parentInSight(layout, 1, ids), [layout, ids]);
  const current = layout.codeById.get(ids[0]!)?.categoryId ?? null;
  const isOneHere = ids.length === 1;
  const mayChoose = useCallback(
    (category: Category) => !isOneHere || category.id !== current,
    [isOneHere, current],
  );
  const move = (categoryId: CategoryId | null) => {
    closeDialog();
    void moveAndGoOn(board, ids, categoryId);
  };
  const create = async (name: string) => {
    const refused = await acts.create({ name, depth: 1, parentId: parent, codeIds: ids });
    setProblem(refused);
    if (!refused) useBoard.setState({ dialog: null });
  };
  const name = layout.codeById.get(ids[0]!)?.name ?? '';
  return (
    <Dialog
      title={say('board.moveCodes', { count: ids.length, name })}
      isOpen
      onClose={closeDialog}
      actions={<Button onPress={closeDialog}>{say('board.cancel')}</Button>}
    >
      <CategoryPicker
        label={say('board.to')}
        autoFocus
        mayChoose={mayChoose}
        {...(current === null && isOneHere ? {} : { none: say('board.pile') })}
        onChoose={move}
        create={{ parentId: parent, onCreate: (text) => void create(text) }}
      />
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
    </Dialog>
  );
}

/** `G` on a category: under another of a higher level, or under none. */
export function MoveCategoryDialog({ id }: { readonly id: CategoryId }) {
  const { say } = useWords();
  const { layout, acts, project, topDepth } = useBoardContext();
  const own = layout.categoryById.get(id);
  const mayChoose = useCallback(
    (category: Category) =>
      own !== undefined && category.depth > own.depth && category.id !== own.parentId,
    [own],
  );
  if (!own) return null;
  const move = (parentId: CategoryId | null) => {
    closeDialog();
    void acts.moveCategory(id, { parentId }).then(() => goTo(categoryKey(id)));
  };
  return (
    <Dialog
      title={say('board.moveCategory', { name: own.name })}
      isOpen
      onClose={closeDialog}
      actions={<Button onPress={closeDialog}>{say('board.cancel')}</Button>}
    >
      <CategoryPicker
        label={say('board.to')}
        autoFocus
        mayChoose={mayChoose}
        {...(own.parentId === null
          ? {}
          : {
              none: say('board.orphans', {
                level: levelInSentence(project.levels, topDepth),
              }),
            })}
        onChoose={move}
      />
    </Dialog>
  );
}
