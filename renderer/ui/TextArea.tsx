import type { KeyboardEvent, RefObject } from 'react';

import { Field, type FieldLabels } from './Field.tsx';
import { classes, given } from './given.ts';
import { restoreOnEscape, useTextDraft } from './useTextDraft.ts';
import './TextArea.css';

export interface TextAreaProps extends FieldLabels {
  /** What is stored. Give the field a `key` per object it edits. */
  readonly value: string;
  /** Called on Ctrl Enter, blur and unmount (and Enter, see enterCommits), once, and only with a changed text. */
  readonly onCommit: (text: string) => void;
  /** Enter commits and Shift Enter makes a new line. */
  readonly enterCommits?: boolean;
  /** Called after an Enter that commits, changed or not: focus goes on. */
  readonly onEnter?: () => void;
  /** Called after Ctrl Enter (⌘ Enter), changed or not: done, and back. */
  readonly onCtrlEnter?: () => void;
  readonly onDraft?: (text: string) => void;
  /** Lines shown when empty; the field grows with its text. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly lang?: string;
  readonly controlRef?: RefObject<HTMLTextAreaElement | null>;
  /** "read-small" for text in the reading face. */
  readonly className?: string;
}

export function TextArea(props: TextAreaProps) {
  const { value, onCommit, isReadOnly, controlRef, onDraft } = props;
  const draft = useTextDraft<HTMLTextAreaElement>({
    value,
    onCommit,
    ...given({ controlRef, isReadOnly }),
  });
  const onEnterKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isDone = event.ctrlKey || event.metaKey;
    if (!isDone && (!props.enterCommits || event.shiftKey)) return;
    event.preventDefault();
    draft.commit('again');
    (isDone ? props.onCtrlEnter : props.onEnter)?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    restoreOnEscape(event, () => draft.restore());
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnterKey(event);
  };
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          ref={draft.ref}
          className={classes('control', 'text-area', props.className)}
          rows={props.rows ?? 2}
          defaultValue={value}
          placeholder={props.placeholder}
          readOnly={isReadOnly}
          autoFocus={props.autoFocus}
          lang={props.lang}
          onBlur={() => draft.commit()}
          onChange={(event) => onDraft?.(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
