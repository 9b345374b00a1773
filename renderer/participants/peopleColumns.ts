import type { Output } from '../../shared/api.ts';
import { fittingValue, type UsedAttribute } from '../../shared/domain/attribute.ts';
import type { AttributeId, ParticipantId } from '../../shared/domain/ids.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import type { Language, Say } from '../../shared/words/words.ts';
import { sayNumber } from '../words.ts';

export type Consents = Output<'consents.list'>;

/** A participant with all that stands in her row. */
export interface Person {
  readonly id: ParticipantId;
  readonly pseudonym: string;
  readonly transcripts: number;
  readonly turns: number;
  readonly words: number;
  readonly units: number;
  readonly values: ReadonlyMap<AttributeId, string>;
  readonly consent: Consents[number] | undefined;
}

export type PeopleColumn =
  | { readonly kind: 'pseudonym' | 'transcripts' | 'words' | 'units' | 'consent' }
  | { readonly kind: 'attribute'; readonly attribute: UsedAttribute };

export function columnsOf(attributes: readonly UsedAttribute[]): readonly PeopleColumn[] {
  return [
    { kind: 'pseudonym' },
    ...attributes.map((attribute) => ({ kind: 'attribute' as const, attribute })),
    { kind: 'transcripts' },
    { kind: 'words' },
    { kind: 'units' },
    { kind: 'consent' },
  ];
}

export const idOf = (column: PeopleColumn): string =>
  column.kind === 'attribute' ? column.attribute.id : column.kind;

export const isEditable = ({ kind }: PeopleColumn): boolean =>
  kind === 'pseudonym' || kind === 'attribute';

export const isNumeric = (column: PeopleColumn): boolean =>
  column.kind === 'attribute'
    ? column.attribute.type === 'number'
    : ['transcripts', 'words', 'units'].includes(column.kind);

export function sayColumn(say: Say, column: PeopleColumn): string {
  return column.kind === 'attribute'
    ? column.attribute.name
    : say(`people.column.${column.kind}`);
}

export const sayValue = attributeWords;

export interface Spoken {
  readonly say: Say;
  readonly language: Language;
}

export function sayConsent(say: Say, consent: Person['consent']): string {
  if (!consent) return say('people.consent.none');
  const { status, date, withdrawnOn } = consent;
  if (status === 'withdrawn')
    return say('people.consent.withdrawn', { date: withdrawnOn ?? '' });
  const given = (['mayRecord', 'mayQuote', 'mayArchive', 'mayContact'] as const)
    .filter((scope) => consent[scope])
    .map((scope) => say(`people.consent.short.${scope}`));
  const answer = date
    ? say(`people.consent.${status}On`, { date })
    : say(`people.consent.${status}`);
  const scopes = status === 'given' && given.length > 0 ? ` (${given.join(', ')})` : '';
  const quotes = consent.quotesWithdrawnOn
    ? `${say('people.consent.noQuotes', { date: consent.quotesWithdrawnOn })}; `
    : '';
  return quotes + answer + scopes;
}

export function cellText(spoken: Spoken, person: Person, column: PeopleColumn): string {
  if (column.kind === 'pseudonym') return person.pseudonym;
  if (column.kind === 'consent') return sayConsent(spoken.say, person.consent);
  if (column.kind !== 'attribute') return sayNumber(spoken.language, person[column.kind]);
  const value = person.values.get(column.attribute.id) ?? '';
  return value === '' ? '' : sayValue(spoken, column.attribute, value);
}

/** A value that the attribute's type or list does not know. */
export const isOdd = (attribute: UsedAttribute, value: string): boolean =>
  fittingValue(attribute, value) === null;

export const isOddCell = (person: Person, column: PeopleColumn): boolean =>
  column.kind === 'attribute' &&
  isOdd(column.attribute, person.values.get(column.attribute.id) ?? '');

/** What is said of a value that is not of the attribute's type. */
export function oddWords(attribute: UsedAttribute) {
  if (attribute.type === 'number') return 'people.notNumber' as const;
  if (attribute.type === 'date') return 'people.notDate' as const;
  return 'people.notYesNo' as const;
}
