import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

import { classes } from '../ui/given.ts';
import { useWords } from '../words.ts';
import { cellText, type PeopleColumn, type Person, sayColumn } from './peopleColumns.ts';

interface EditorProps {
  readonly person: Person;
  readonly column: PeopleColumn;
  readonly isReplacing: boolean;
  readonly onWrite: (text: string) => void;
  /** Where the active cell goes then; null when the focus went elsewhere. */
  readonly onClose: (
    then: { readonly row: number; readonly column: number } | null,
  ) => void;
}

const folded = (text: string) => text.trim().toLocaleLowerCase();

/** Values to choose among, as they are typed. */
function useChoices(column: PeopleColumn, typed: string, isTouched: boolean) {
  const { say } = useWords();
  if (column.kind !== 'attribute') return [];
  const { type, allowed } = column.attribute;
  const all =
    type === 'yesNo'
      ? [say('people.value.yes'), say('people.value.no')]
      : type === 'choice'
        ? allowed
        : [];
  return isTouched ? all.filter((one) => folded(one).includes(folded(typed))) : all;
}

/** What a key does with the text that is typed: where the active cell goes; undefined for a key of the field's own. */
function stepOf(event: KeyboardEvent) {
  if (event.key === 'Enter')
    return { row: event.ctrlKey || event.metaKey ? 0 : 1, column: 0 };
  if (event.key === 'Tab') return { row: 0, column: event.shiftKey ? -1 : 1 };
  return undefined;
}

function useCommit(stored: string, { onWrite, onClose }: EditorProps) {
  const control = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const save = (text: string) => {
    if (!isDone.current && text.trim() !== stored) onWrite(text);
    isDone.current = true;
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  // A cell that goes away while something is typed in it keeps what was typed.
  useLayoutEffect(() => {
    const field = control.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
    return () => latest.current(field?.value ?? '');
  }, []);
  return {
    control,
    commit: (text: string, then: Parameters<EditorProps['onClose']>[0]) => {
      save(text);
      onClose(then);
    },
    restore: () => {
      isDone.current = true;
      onClose({ row: 0, column: 0 });
    },
  };
}

/** A value written over the cell, with what the attribute allows to choose among; any other text may be typed too. */
export function PeopleCellEditor(props: EditorProps) {
  const { person, column, isReplacing } = props;
  const words = useWords();
  const stored = cellText(words, person, column);
  const [typed, setTyped] = useState(isReplacing ? '' : stored);
  const [isTouched, setTouched] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const choices = useChoices(column, typed, isTouched);
  const { control, commit, restore } = useCommit(stored, props);
  const isList = choices.length > 0;

  const walk = (by: 1 | -1) =>
    setAt((now) => (now + by + choices.length) % choices.length);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const then = stepOf(event);
    if (event.key === 'Escape') restore();
    else if (then) commit(choices[at] ?? typed, then);
    else if (isList && event.key === 'ArrowDown') walk(1);
    else if (isList && event.key === 'ArrowUp') walk(-1);
    else {
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="people-editor">
      <input
        ref={control}
        type="text"
        value={typed}
        maxLength={2000}
        aria-label={words.say('people.editing', {
          column: sayColumn(words.say, column),
          name: person.pseudonym,
        })}
        {...(isList
          ? {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': listId,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': at >= 0 ? `${listId}-${at}` : undefined,
            }
          : {})}
        onChange={(event) => {
          setTyped(event.target.value);
          setTouched(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => commit(typed, null)}
      />
      {isList && (
        <div
          className="people-choices"
          role="listbox"
          id={listId}
          aria-label={sayColumn(words.say, column)}
        >
          {choices.map((choice, index) => (
            <div
              key={choice}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classes('people-choice', index === at && 'people-choice-at')}
              onPointerDown={(event) => {
                event.preventDefault();
                event.stopPropagation();
                commit(choice, { row: 0, column: 0 });
              }}
            >
              {choice}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
