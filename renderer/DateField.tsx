import { useState } from 'react';

import { isDate } from './dates.ts';
import { TextField } from './ui/TextField.tsx';
import { useWords } from './words.ts';

/** A day that is asked for in a dialog; what is none is said as it is typed. */
export function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
}) {
  const { say } = useWords();
  const { label, value, onChange } = props;
  const [begun] = useState(value);
  return (
    <TextField
      label={label}
      hint={say('people.consent.date.hint')}
      value={begun}
      error={isDate(value) ? undefined : say('people.consent.date.odd')}
      onDraft={onChange}
      onCommit={onChange}
    />
  );
}
