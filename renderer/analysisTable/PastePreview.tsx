import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../words.ts';
import type { BlockActs } from './useBlockActs.ts';

/** Cells shown of a large paste. */
const shownCells = 100;

/** What a large paste would change, old text beside new. */
export function PastePreview({ acts }: { readonly acts: BlockActs }) {
  const { say } = useWords();
  const { pending, answer } = acts;
  if (!pending) return null;
  const { changes, closed, outside } = pending;
  const left = closed + outside;
  return (
    <Dialog
      title={say('table.paste.title', { count: changes.length })}
      width="wide"
      isOpen
      onClose={() => answer(false)}
      actions={
        <>
          <Button onPress={() => answer(false)}>{say('table.paste.cancel')}</Button>
          <Button kind="primary" autoFocus onPress={() => answer(true)}>
            {say('table.paste.do', { count: changes.length })}
          </Button>
        </>
      }
    >
      {left > 0 && <p>{say('table.leftOut', { count: left })}</p>}
      <div
        className="table-paste"
        role="region"
        aria-label={say('table.paste.list')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keys
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{say('table.column.place')}</th>
              <th scope="col">{say('table.paste.column')}</th>
              <th scope="col">{say('table.paste.before')}</th>
              <th scope="col">{say('table.paste.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shownCells).map(({ row, column, before, after }) => (
              <tr key={`${row.id} ${column.id}`}>
                <th scope="row">{row.number}</th>
                <td>{column.words}</td>
                <td className="ink-2">{before || say('table.paste.empty')}</td>
                <td>{after || say('table.paste.empty')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > shownCells && (
        <p>{say('table.paste.more', { count: changes.length - shownCells })}</p>
      )}
    </Dialog>
  );
}
