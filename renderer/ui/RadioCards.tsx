import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

import { classes } from './given.ts';
import './RadioCards.css';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly sentence?: ReactNode;
  /** "enhet → kondensering → kod" in words. */
  readonly example?: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly cards: readonly RadioCard<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** cards: bounded, with sentence and example; list: plain radio buttons. */
  readonly kind?: 'cards' | 'list';
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, isLabelHidden, cards, value, onChange, kind = 'cards' } = props;
  return (
    <RadioGroup
      className={classes('radio-cards', `radio-cards-${kind}`)}
      value={value}
      onChange={(chosen) => {
        const card = cards.find((one) => one.value === chosen);
        if (card) onChange(card.value);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'radio-cards-label'}>
        {label}
      </Label>
      {cards.map((card) => (
        <Radio className="radio-card" value={card.value} key={card.value}>
          <span className="radio-card-dot" />
          <span className="radio-card-words">
            <span className="radio-card-title">{card.title}</span>
            {card.sentence && (
              <span className="radio-card-sentence">{card.sentence}</span>
            )}
            {card.example && <span className="radio-card-example">{card.example}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
