import { useState } from 'react';

import type { CategoryId } from '../../shared/domain/ids.ts';
import type { Problem } from '../../shared/errors.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { type BoardDialog, useBoard } from './boardStore.ts';
import { levelInSentence } from './levelWords.ts';
import { closeDialog } from './MoveDialog.tsx';
import { parentInSight } from './parentInSight.ts';

type Create = Extract<BoardDialog, { kind: 'create' }>;

/** `Shift G`: a new category, empty or of the chosen codes, at any level and place. */
export function NewCategoryDialog({ dialog }: { readonly dialog: Create }) {
  const { say } = useWords();
  const { layout, project, acts, topDepth } = useBoardContext();
  const [name, setName] = useState('');
  const [depth, setDepth] = useState(dialog.depth ?? 1);
  const [parentId, setParentId] = useState<CategoryId | null>(() =>
    dialog.parentId === undefined
      ? parentInSight(layout, dialog.depth ?? 1, dialog.codeIds)
      : dialog.parentId,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const above = layout.categories.filter((category) => category.depth > depth);
  const parent = above.some(({ id }) => id === parentId) ? parentId : null;
  const level = levelInSentence(project.levels, depth);
  const count = dialog.codeIds.length;

  const create = async () => {
    if (name.trim() === '') return;
    const { codeIds } = dialog;
    const refused = await acts.create({ name, depth, parentId: parent, codeIds });
    setProblem(refused);
    if (!refused) useBoard.setState({ dialog: null });
  };
  return (
    <Dialog
      title={
        count > 0 ? say('board.newOf', { level, count }) : say('board.new', { level })
      }
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{say('board.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={name.trim() === ''}
            onPress={() => void create()}
          >
            {say('board.make')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('board.name')}
        value=""
        autoFocus
        onDraft={setName}
        onCommit={setName}
        onEnter={() => void create()}
        {...(problem ? { error: sayProblem(say, problem) } : {})}
      />
      {topDepth > 1 && (
        <Select<string>
          label={say('board.level')}
          choices={project.levels.map((each) => ({
            value: String(each.depth),
            words: each.name,
          }))}
          value={String(depth)}
          onChange={(chosen) => setDepth(Number(chosen))}
        />
      )}
      {above.length > 0 && (
        <Select<string>
          label={say('board.in')}
          choices={[
            ...above.map((category) => ({ value: category.id, words: category.name })),
            {
              value: 'none',
              words: say('board.orphans', {
                level: levelInSentence(project.levels, topDepth),
              }),
            },
          ]}
          value={parent ?? 'none'}
          onChange={(chosen) =>
            setParentId(chosen === 'none' ? null : (chosen as CategoryId))
          }
        />
      )}
    </Dialog>
  );
}
