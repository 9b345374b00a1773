import { z } from 'zod';

import type { AttributeId, ParticipantId } from './ids.ts';
import { line, name } from './text.ts';

export const attributeTypes = ['text', 'number', 'date', 'choice', 'yesNo'] as const;
export type AttributeType = (typeof attributeTypes)[number];
export const attributeType = z.enum(attributeTypes);

/** Something that is known of participants: kön, ålder, roll. */
export interface Attribute {
  readonly id: AttributeId;
  readonly name: string;
  readonly type: AttributeType;
  /** What a choice allows, in their order; empty for other types. */
  readonly allowed: readonly string[];
  /** Left out of everything that is taken home. */
  readonly isHidden: boolean;
}

/** An attribute with the values that participants have, and how many have each; most first. */
export interface UsedAttribute extends Attribute {
  readonly used: readonly { readonly value: string; readonly count: number }[];
}

export interface AttributeValue {
  readonly attributeId: AttributeId;
  readonly participantId: ParticipantId;
  readonly value: string;
}

export const attributeName = name(100);
export const attributeValue = line(2000);

const wordsOfYes = new Set(['ja', 'yes', 'j', 'y', 'x', '1', 'sant', 'true']);
const wordsOfNo = new Set(['nej', 'no', 'n', '0', 'falskt', 'false']);

/** Decimal comma or point, spaces between thousands; null for anything else. */
function numberIn(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace('\u2212', '-');
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(plain)
    ? plain.replace(',', '.').replace(/^\+/, '')
    : null;
}

/** The first letters of the months, in Swedish and in English. */
const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'ma',
  'jun',
  'jul',
  'au',
  'sep',
  'o',
  'nov',
  'dec',
];
const monthIn = (word: string) =>
  months.findIndex((letters) => word.toLowerCase().startsWith(letters)) + 1;

/** As the parts stand: 2026-01-31, 20260131, 31/1 2026, 31.1.2026, 31 januari 2026. The day comes before the month. */
function dateParts(text: string): readonly (string | number | undefined)[] {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]00:00.*)?$/.exec(text);
  if (iso) return [iso[1], iso[2], iso[3]];
  const plain = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-]| )(\d{4})$/.exec(text);
  if (plain) return [plain[3], plain[2], plain[1]];
  const named = /^(\d{1,2})\.? (\p{L}{3,9})\.? (\d{4})$/u.exec(text);
  return named ? [named[3], monthIn(named[2] ?? ''), named[1]] : [];
}

/** Of thousands of values, each asked several times: reckoned by hand, since a schema takes far longer. */
function dateIn(text: string): string | null {
  if (!/^\d.*\d{2}/.test(text)) return null;
  const [year, month, day] = dateParts(text).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  const isDay = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isDay ? time.toISOString().slice(0, 10) : null;
}

function yesNoIn(text: string): string | null {
  const word = text.toLocaleLowerCase();
  if (wordsOfYes.has(word)) return 'yes';
  return wordsOfNo.has(word) ? 'no' : null;
}

const sameWord = (one: string, other: string) =>
  one.toLocaleLowerCase() === other.toLocaleLowerCase();

type Typed = Pick<Attribute, 'type' | 'allowed'>;

/** The value as it is stored: a number with a point, an ISO date, `yes` or `no`, the allowed spelling; null when it does not fit. */
export function fittingValue({ type, allowed }: Typed, typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  if (type === 'number') return numberIn(text);
  if (type === 'date') return dateIn(text);
  if (type === 'yesNo') return yesNoIn(text);
  if (type === 'choice')
    return (
      allowed.find((one) => one === text) ??
      allowed.find((one) => sameWord(one, text)) ??
      null
    );
  return text;
}

/** What is stored when that is typed: what fits, else the text as it stands. */
export function storedValue(attribute: Typed, typed: string): string {
  return fittingValue(attribute, typed) ?? typed.trim();
}

const mostChoices = 12;

/** The type that all values of a column speak for; a choice when a few of them come again. Figures 0 and 1 are numbers. */
export function typeOfValues(values: readonly string[]): AttributeType {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const each = [...new Set(filled)];
  const areAll = (type: AttributeType) =>
    each.length > 0 &&
    each.every((value) => fittingValue({ type, allowed: [] }, value) !== null);
  if (areAll('number')) return 'number';
  if (areAll('date')) return 'date';
  if (areAll('yesNo')) return 'yesNo';
  const distinct = new Set(each.map((value) => value.toLocaleLowerCase())).size;
  return distinct <= mostChoices && distinct < filled.length ? 'choice' : 'text';
}
