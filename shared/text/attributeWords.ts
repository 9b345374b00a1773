import { fittingValue, type Attribute } from '../domain/attribute.ts';
import type { Language, Say } from '../words/words.ts';

/** A stored value as it is read: decimal comma in Swedish, yes and no in words; text that does not fit as it stands. */
export function attributeWords(
  { say, language }: { readonly say: Say; readonly language: Language },
  attribute: Pick<Attribute, 'type' | 'allowed'>,
  value: string,
): string {
  const { type } = attribute;
  if (type === 'yesNo' && (value === 'yes' || value === 'no'))
    return say(`people.value.${value}`);
  const isNumber = type === 'number' && fittingValue(attribute, value) !== null;
  return isNumber && language === 'sv' ? value.replace('.', ',') : value;
}
