/** `sure`: a day that is in the calendar and the right check digit; `likely`: the day, but another check digit, as when it was misheard. */
export type PersonalNumberJudgement = 'sure' | 'likely' | null;

/** Hyphens and dashes as they are typed, or a space, with spaces around them. */
const form =
  /^(18|19|20)?(\d\d)[- ]?(\d\d)[- ]?(\d\d)(\s?[-+–−‐‑]\s?|\s)?([\dA-Z]\d{3})$/u;

/** By Luhn's rule over the nine digits before it. */
function checkDigit(nine: string): number {
  const sum = Array.from(nine).reduce((before, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return before + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Coordination numbers have 60 added to the day. Without a century, 29 February is taken as a day. */
function isDay(
  century: string | undefined,
  date: readonly [string, string, string],
): boolean {
  const [year, month, given] = date.map(Number) as [number, number, number];
  const day = given > 60 ? given - 60 : given;
  const fullYear =
    century === undefined ? 2000 + (year % 4) : Number(century) * 100 + year;
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(fullYear, month, 0)).getUTCDate();
}

/** Whether the text is a Swedish personal or coordination number: ten or twelve digits, with `-`, `+`, a space or nothing before the last four. */
export function judgePersonalNumber(text: string): PersonalNumberJudgement {
  const parts = form.exec(text);
  if (!parts) return null;
  const [, century, year, month, day, sign, last] = parts as (string | undefined)[];
  if (!isDay(century, [year!, month!, day!])) return null;
  // A number that a hospital gives who has none: a letter, and no check digit to rely on.
  if (/^[A-Z]/u.test(last!)) return 'likely';
  const isRight =
    checkDigit(`${year}${month}${day}${last!.slice(0, 3)}`) === Number(last![3]);
  if (isRight) return 'sure';
  // Ten digits in a row with a wrong check digit are more often something else.
  return sign === undefined && century === undefined ? null : 'likely';
}
