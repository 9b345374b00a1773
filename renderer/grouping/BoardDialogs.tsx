import { assertNever } from '../../shared/assertNever.ts';
import { MergeCodes } from '../codes/MergeCodes.tsx';
import { SplitCode } from '../codes/SplitCode.tsx';
import { codeKey } from './boardLayout.ts';
import { clearChoice, goTo, useBoard } from './boardStore.ts';
import { closeDialog, MoveCategoryDialog, MoveCodesDialog } from './MoveDialog.tsx';
import { NewCategoryDialog } from './NewCategoryDialog.tsx';
import type { CodeId } from '../../shared/domain/ids.ts';

function closeWith(id: CodeId | undefined): void {
  useBoard.setState({ dialog: null });
  if (!id) return closeDialog();
  clearChoice();
  goTo(codeKey(id));
}

/** The dialog that is open on the board, if any. */
export function BoardDialogs() {
  const dialog = useBoard((board) => board.dialog);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'moveCodes':
      return <MoveCodesDialog ids={dialog.ids} />;
    case 'moveCategory':
      return <MoveCategoryDialog id={dialog.id} />;
    case 'create':
      return <NewCategoryDialog dialog={dialog} />;
    case 'merge':
      return <MergeCodes ids={dialog.ids} onClose={closeWith} />;
    case 'split':
      return <SplitCode codeId={dialog.id} onClose={closeWith} />;
    default:
      return assertNever(dialog);
  }
}
