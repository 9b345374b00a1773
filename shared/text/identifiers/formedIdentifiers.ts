import type { Certainty, IdentifierKind } from '../../domain/identifier.ts';
import { judgePersonalNumber } from './personalNumber.ts';

/** A place that is an identifier by its form alone. */
export interface FormedPlace {
  readonly kind: IdentifierKind;
  readonly certainty: Certainty;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly kind: IdentifierKind;
  readonly pattern: RegExp;
  readonly judge: (found: string) => Certainty | null;
}

const sure = () => 'sure' as const;

/** A mobile number, or one written with its country or a hyphen after the area code. */
function judgePhone(found: string): Certainty | null {
  const digits = found.replace(/\D/gu, '');
  const isInternational = /^(?:\+|00)/u.test(found);
  if (digits.length < 8 || digits.length > 15) return null;
  if (isInternational) return 'sure';
  if (digits.length > 11) return null;
  if (/^07[02369]/u.test(digits)) return digits.length === 10 ? 'sure' : null;
  // 0812-13 and the like are times and years.
  return /^\(?0\d{1,3}\)?[-/–‐‑]/u.test(found) ? 'sure' : 'likely';
}

const street =
  '(?:gatan?|vägen|väg|gränd(?:en)?|stigen|torget|torg|allén?|backen|backe|plan|kajen|platsen)';

/** In the order in which they take their places: what a form has taken is no part of another. */
const forms: readonly Form[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\d](?:[\p{L}\d._%+-]*[\p{L}\d_+-])?@[\p{L}\d](?:[\p{L}\d-]*\.)+\p{L}{2,24}/giu,
    judge: sure,
  },
  {
    kind: 'email',
    pattern:
      /[\p{L}\d][\p{L}\d._%+-]*[ \u00a0]?(?:\((?:at|a)\)|\[(?:at|a)\]|snabel-?a)[ \u00a0]?[\p{L}\d-]+(?:(?:\.|[ \u00a0](?:punkt|dot)[ \u00a0])[\p{L}\d-]+)+/giu,
    judge: () => 'likely',
  },
  {
    kind: 'url',
    pattern:
      /(?<![\p{L}\d.@/])@(?=[\p{L}\d._]*\p{L})[\p{L}\d_][\p{L}\d._]{1,28}[\p{L}\d_]/gu,
    judge: () => 'likely',
  },
  {
    kind: 'url',
    pattern:
      /(?:https?:\/\/|www\.)[^\s<>"”’)\]]+[^\s<>"”’)\].,;:!?]|(?<![\p{L}\d@.-])[\p{L}\d](?:[\p{L}\d-]*\.)+(?:se|nu|com|org|net|eu|info|no|dk|fi)(?![\p{L}\d])(?:\/[^\s<>"”’)\]]*[^\s<>"”’)\].,;:!?])?/giu,
    judge: sure,
  },
  {
    kind: 'personalNumber',
    pattern:
      /(?<![\d\p{L}+-])(?:18|19|20)?\d{6}(?:\s?[-+–−‐‑]\s?|\s)?(?:\d|[A-Z](?=\d{3}))\d{3}(?![\d\p{L}])/gu,
    judge: judgePersonalNumber,
  },
  {
    kind: 'personalNumber',
    pattern:
      /(?<![\d\p{L}+-])(?:18|19|20)?\d\d(?:-\d\d-|[ \u00a0]\d\d[ \u00a0])\d\d(?:[-–−‐‑]|[ \u00a0])\d{4}(?![\d\p{L}])/gu,
    // A date with a year or a time after it looks the same.
    judge: (found) => (judgePersonalNumber(found) === 'sure' ? 'sure' : null),
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\d\p{L}])(?:\+|00)\d{1,3}[ \u00a0-]?(?:\(0\)[ \u00a0]?)?\d(?:[ \u00a0-]?\d){5,11}(?![\d\p{L}])|(?<![\d\p{L}.,:]|\d-)0[1-9]\d{0,2}(?:[ \u00a0]?[-/–‐‑][ \u00a0]?|[ \u00a0])?\d(?:[ \u00a0-]?\d){4,7}(?![\d\p{L}])|(?<![\d\p{L}.,:])07[02369](?:[ .\u00a0-]?\d){7}(?![\d\p{L}])|\(0[1-9]\d{0,2}\)[ \u00a0]?\d(?:[ \u00a0-]?\d){4,7}(?![\d\p{L}])/gu,
    judge: judgePhone,
  },
  {
    kind: 'postcode',
    pattern:
      /(?<![\d\p{L}])(?:SE?-)?[1-9]\d{2}[ \u00a0]\d{2}[ \u00a0]{1,2}\p{Lu}\p{L}+(?![\p{L}])/gu,
    judge: sure,
  },
  {
    kind: 'postcode',
    pattern:
      /(?<![\d\p{L}.,])(?:SE?-)?[1-9]\d{2}[ \u00a0]\d{2}(?![\d\p{L}]|[ \u00a0.,]\d|[ \u00a0]?%)/gu,
    judge: (found) => (found.startsWith('S') ? 'sure' : 'likely'),
  },
  {
    kind: 'postcode',
    pattern: /(?<![\d\p{L}.,])[1-9]\d{4}[ \u00a0]\p{Lu}\p{L}{2,}(?!\p{L})/gu,
    judge: () => 'likely',
  },
  {
    kind: 'registration',
    pattern:
      /(?<![\d\p{L}])[A-HJ-PR-UW-Z]{3}[ \u00a0-]?\d{2}[A-HJ-NPR-UW-Z\d](?![\d\p{L}]|[.,]\d)/gu,
    judge: (found) => (/\d$/u.test(found) && !/[ -]/u.test(found) ? 'sure' : 'likely'),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}’']*(?: \\p{Lu}[\\p{L}’']*)?(?<=${street})[ \\u00a0]\\d{1,4}(?:[ \\u00a0]?[A-Za-h])?(?![\\p{L}\\d])`,
      'gu',
    ),
    judge: sure,
  },
];

/** Everything in the text that is an identifier by its form: numbers, addresses of the net and of streets. In order, without overlaps. */
export function formedIdentifiers(text: string): readonly FormedPlace[] {
  // Every form but two has a digit in it; most turns of speech have none.
  if (!/[\d@]|www\.|\.\p{L}|snabel|[([]at?[)\]]/u.test(text)) return [];
  const taken: FormedPlace[] = [];
  for (const { kind, pattern, judge } of forms) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const end = index + found.length;
      const certainty = judge(found);
      const isFree = taken.every((other) => other.end <= index || other.start >= end);
      if (certainty !== null && isFree)
        taken.push({ kind, certainty, start: index, end });
    }
  }
  return taken.toSorted((a, b) => a.start - b.start);
}
