import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';

import { Field, type FieldLabels } from './Field.tsx';
import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import './floating.css';
import './Select.css';

export interface SelectChoice<Value extends string> {
  readonly value: Value;
  readonly words: string;
  /** A second, quieter line in the list. */
  readonly description?: string;
  readonly mark?: ReactNode;
}

export interface SelectProps<Value extends string> extends FieldLabels {
  readonly choices: readonly SelectChoice<Value>[];
  /** Null: nothing chosen, the placeholder stands. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** The list is about to be seen: thousands of choices need not be made ready before. */
  readonly onOpen?: () => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly layout?: 'above' | 'beside';
  /** quiet: thin border, as wide as its words, for workspace bars. */
  readonly kind?: 'ordinary' | 'quiet';
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { choices, value, onChange, kind = 'ordinary' } = props;
  return (
    <Field {...props} hasLabelElement={false}>
      {(control, labelId) => (
        <AriaSelect
          className="select"
          aria-labelledby={labelId}
          placeholder={props.placeholder ?? ''}
          isDisabled={props.isDisabled ?? false}
          isInvalid={control['aria-invalid'] ?? false}
          selectedKey={value}
          onOpenChange={(isOpen) => isOpen && props.onOpen?.()}
          onSelectionChange={(key) => {
            const choice = choices.find((one) => one.value === key);
            if (choice) onChange(choice.value);
          }}
        >
          <Button
            className={classes('control', 'select-button', `select-${kind}`)}
            {...(control['aria-describedby']
              ? { 'aria-describedby': control['aria-describedby'] }
              : {})}
          >
            <SelectValue className="select-value">
              {({ selectedText, isPlaceholder }) =>
                isPlaceholder ? (
                  <span className="ink-3">{props.placeholder}</span>
                ) : (
                  selectedText
                )
              }
            </SelectValue>
            <Icon of={ChevronDown} />
          </Button>
          <Popover className="floating select-list" offset={4}>
            <ListBox className="floating-list" items={choices}>
              {(choice) => (
                <ListBoxItem
                  className="option"
                  id={choice.value}
                  textValue={choice.words}
                >
                  {({ isSelected }) => (
                    <>
                      <span className="option-tick">
                        {isSelected && <Icon of={Check} />}
                      </span>
                      {choice.mark}
                      <span className="option-words">
                        {choice.words}
                        {choice.description && (
                          <span className="option-description">{choice.description}</span>
                        )}
                      </span>
                    </>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </AriaSelect>
      )}
    </Field>
  );
}
