import { Select } from '../ui/Select.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { slotOrder, swatchSlots } from '../ui/swatchShapes.ts';
import { useWords } from '../words.ts';

const slots = [...slotOrder, ...slotOrder.map((slot) => slot + swatchSlots)];

export interface ColourChoiceProps {
  readonly value: number | null;
  readonly onChange: (slot: number | null) => void;
  readonly isDisabled?: boolean;
}

/** A colour and shape of its own, or the one that the level gives. */
export function ColourChoice({ value, onChange, isDisabled = false }: ColourChoiceProps) {
  const { say } = useWords();
  const choices = slots.map((slot) => ({
    value: String(slot),
    words: say(`board.slot.${slot as 1}`),
    mark: <Swatch slot={slot} />,
  }));
  return (
    <Select<string>
      label={say('board.colour')}
      layout="beside"
      isDisabled={isDisabled}
      choices={[{ value: 'level', words: say('board.slot.level') }, ...choices]}
      value={value === null ? 'level' : String(value)}
      onChange={(chosen) => onChange(chosen === 'level' ? null : Number(chosen))}
    />
  );
}
