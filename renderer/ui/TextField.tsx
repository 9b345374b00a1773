import type { KeyboardEvent, RefObject } from 'react';

import { Field, type FieldLabels } from './Field.tsx';
import { classes, given } from './given.ts';
import { restoreOnEscape, useTextDraft } from './useTextDraft.ts';

export interface TextFieldProps extends FieldLabels {
  /** What is stored. Give the field a `key` per object it edits. */
  readonly value: string;
  /** Called on Enter, blur and unmount, once, and only with a changed text. */
  readonly onCommit: (text: string) => void;
  /** Called after Enter, changed or not. */
  readonly onEnter?: () => void;
  /** Every keystroke, for counters and live examples. */
  readonly onDraft?: (text: string) => void;
  readonly layout?: 'above' | 'beside';
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly lang?: string;
  readonly type?: 'text' | 'password';
  readonly controlRef?: RefObject<HTMLInputElement | null>;
  readonly className?: string;
}

export function TextField(props: TextFieldProps) {
  const { value, onCommit, isReadOnly, controlRef, onEnter, onDraft } = props;
  const draft = useTextDraft<HTMLInputElement>({
    value,
    onCommit,
    ...given({ controlRef, isReadOnly }),
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    restoreOnEscape(event, () => draft.restore());
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    draft.commit('again');
    onEnter?.();
  };
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          ref={draft.ref}
          className={classes('control', props.className)}
          type={props.type ?? 'text'}
          defaultValue={value}
          placeholder={props.placeholder}
          readOnly={isReadOnly}
          autoFocus={props.autoFocus}
          lang={props.lang}
          autoComplete="off"
          onBlur={() => draft.commit()}
          onChange={(event) => onDraft?.(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
