import { OctagonAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import './Field.css';

/** What a control takes over from its field. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldLabels {
  readonly label: string;
  /** The label is still the accessible name. */
  readonly isLabelHidden?: boolean;
  /** At the right of the label: "8 av 23 ord". */
  readonly fact?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Ids of further text that explains the field, such as a nudge. */
  readonly describedBy?: string;
}

export interface FieldProps extends FieldLabels {
  /** beside: label in a column at the left, for short forms. */
  readonly layout?: 'above' | 'beside';
  /** False for controls that are not one labelable element (combobox, group). */
  readonly hasLabelElement?: boolean;
  readonly children: (control: FieldWiring, labelId: string) => ReactNode;
}

function wiringOf(id: string, props: FieldProps): FieldWiring {
  const described = [
    props.error ? `${id}-error` : undefined,
    props.hint ? `${id}-hint` : undefined,
    props.describedBy,
  ].filter((part) => part !== undefined);
  return {
    id,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': props.error ? true : undefined,
  };
}

export function Field(props: FieldProps) {
  const { layout = 'above', hasLabelElement = true } = props;
  const id = useId();
  const Label = hasLabelElement ? 'label' : 'span';
  return (
    <div className={classes('field', `field-${layout}`)}>
      <div className={classes('field-head', props.isLabelHidden && 'visually-hidden')}>
        <Label
          className="field-label"
          id={`${id}-label`}
          {...(hasLabelElement ? { htmlFor: id } : {})}
        >
          {props.label}
        </Label>
        {props.fact !== undefined && <span className="field-fact">{props.fact}</span>}
      </div>
      <div className="field-body">
        {props.children(wiringOf(id, props), `${id}-label`)}
        {props.error && (
          <p className="field-error" id={`${id}-error`}>
            <Icon of={OctagonAlert} /> {props.error}
          </p>
        )}
        {props.hint && (
          <p className="field-hint" id={`${id}-hint`}>
            {props.hint}
          </p>
        )}
      </div>
    </div>
  );
}
