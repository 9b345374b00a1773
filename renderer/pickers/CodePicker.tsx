import { type ReactNode, type RefObject, useCallback, useMemo } from 'react';

import type { Code } from '../../shared/domain/code.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { Button } from '../ui/Button.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { given } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { codeSearch } from './searchCodes.ts';
import './CodePicker.css';

export interface CodePickerProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly fact?: ReactNode;
  readonly hint?: ReactNode;
  readonly describedBy?: string;
  readonly placeholder?: string;
  readonly layout?: 'above' | 'beside';
  readonly autoFocus?: boolean;
  readonly opensOnFocus?: boolean;
  readonly controlRef?: RefObject<HTMLInputElement | null>;
  /** Shown as chips and left out of the list; memoise it. */
  readonly chosenIds: readonly CodeId[];
  readonly onChoose: (codeId: CodeId) => void;
  readonly onCreate?: (name: string) => void;
  readonly onRemove?: (codeId: CodeId) => void;
  /** The speaker's own words, offered as a code ("in vivo"). */
  readonly inVivo?: string;
  /** Makes the names of the chips lead to the code. */
  readonly onOpenCode?: (codeId: CodeId) => void;
  readonly onEnterEmpty?: () => void;
  readonly onCtrlEnter?: () => void;
}

function useCodeRows({ chosenIds, onCreate }: CodePickerProps) {
  const book = useCodeBook();
  const searchAll = useMemo(() => codeSearch(book.codes), [book.codes]);
  const search = useCallback(
    (typed: string) => searchAll(typed).filter((code) => !chosenIds.includes(code.id)),
    [searchAll, chosenIds],
  );
  const chosen = useMemo(
    () => chosenIds.flatMap((id) => book.byId.get(id) ?? []),
    [book, chosenIds],
  );
  const names = useMemo(
    () => new Set(book.codes.map(({ name }) => name.toLocaleLowerCase('sv'))),
    [book.codes],
  );
  const isNew = useCallback(
    (typed: string) => !names.has(typed.toLocaleLowerCase('sv')),
    [names],
  );
  return { book, search, chosen, isNew, canCreate: onCreate !== undefined };
}

/** Chooses codes, or makes one; it stores nothing. */
export function CodePicker(props: CodePickerProps) {
  const { onChoose, onCreate, onRemove, onOpenCode, inVivo } = props;
  const { say } = useWords();
  const { book, search, chosen, isNew } = useCodeRows(props);
  const offersWords = inVivo !== undefined && onCreate !== undefined && isNew(inVivo);
  return (
    <div className="code-picker">
      <ComboBox<Code>
        label={props.label}
        {...given({
          isLabelHidden: props.isLabelHidden,
          fact: props.fact,
          hint: props.hint,
          describedBy: props.describedBy,
          layout: props.layout,
          autoFocus: props.autoFocus,
          opensOnFocus: props.opensOnFocus,
          controlRef: props.controlRef,
          onEnterEmpty: props.onEnterEmpty,
          onCtrlEnter: props.onCtrlEnter,
          onRemove: onRemove && ((code: Code) => onRemove(code.id)),
          create: onCreate && {
            words: (text: string) => say('inspector.code.create', { text }),
            onCreate,
            isOffered: isNew,
          },
        })}
        placeholder={
          props.placeholder ??
          say(chosen.length > 0 ? 'inspector.code.more' : 'inspector.code.placeholder')
        }
        search={search}
        idOf={(code) => code.id}
        textOf={(code) => code.name}
        chosen={chosen}
        onChoose={(code) => onChoose(code.id)}
        renderChip={(code) => (
          <>
            <Swatch slot={book.slotOf(code.id)} />
            {onOpenCode ? (
              <button
                type="button"
                className="code-chip"
                onClick={() => onOpenCode(code.id)}
              >
                {code.name}
              </button>
            ) : (
              code.name
            )}
          </>
        )}
        renderItem={(code, { isActive }) => (
          <>
            <Swatch slot={book.slotOf(code.id)} />
            <span className="option-words">
              {code.name}
              {isActive && code.definition !== '' && (
                <span className="option-description">{code.definition}</span>
              )}
            </span>
            <span className="option-fact">
              {isActive
                ? say('inspector.code.units', { count: code.support.units })
                : code.support.units}
            </span>
          </>
        )}
        words={{
          more: (count) => say('inspector.code.left', { count }),
          none: (text) => say('inspector.code.none', { text }),
          found: (count) => say('inspector.code.found', { count }),
          remove: (code) => say('inspector.code.remove', { code }),
        }}
      />
      {offersWords && (
        <Button kind="link" onPress={() => onCreate(inVivo)}>
          {say('inspector.code.inVivo', { text: inVivo })}
        </Button>
      )}
    </div>
  );
}
