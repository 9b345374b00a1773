import type { SpeakerRole } from '../domain/transcript.ts';

const moderatorWords = new Set(
  `moderator moderatorn mod moderatorer samtalsledare samtalsledaren gruppledare gruppledaren diskussionsledare intervjuare intervjuaren
  intervjuledare intervjuledaren int intv interviewer interviewers facilitator facilitatorn frågeställare frågeställaren bisittare bisittaren
  utredare utredaren utvärderare forskare forskaren researcher doktorand comoderator`.split(
    /\s+/,
  ),
);
const observerWords = new Set(
  'observatör observatören observer antecknare antecknaren sekreterare sekreteraren notetaker protokollförare'.split(
    ' ',
  ),
);
const interpreterWords = new Set('tolk tolken interpreter translator'.split(' '));

function wordsOf(label: string): string[] {
  return label
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const numbered = (labels: readonly string[], letter: string) =>
  labels.filter((label) => new RegExp(`^${letter}[ .]?\\d{1,2}[.:]?$`, 'iu').test(label))
    .length;

// "I" and "M" ask the questions. "I1, I2, I3 …" are rather informants, and one or two of them beside others interviewers.
function isModeratorLetter(label: string, labels: readonly string[]): boolean {
  const match = /^([im])[.:]?\s?(\d{0,2})[.:]?$/iu.exec(label.trim());
  if (match === null) return false;
  const [, letter = '', number = ''] = match;
  if (number === '') return true;
  const fellows = numbered(labels, letter);
  return fellows <= 2 && fellows < labels.length;
}

/** The role a label has until somebody says otherwise; the other labels of the file help to tell `I1` from an informant. */
export function proposeRole(label: string, labels: readonly string[]): SpeakerRole {
  const words = wordsOf(label);
  if (words.some((word) => moderatorWords.has(word))) return 'moderator';
  if (words.some((word) => interpreterWords.has(word))) return 'interpreter';
  if (words.some((word) => observerWords.has(word))) return 'observer';
  return isModeratorLetter(label, labels) ? 'moderator' : 'participant';
}

const synonyms: Readonly<Record<string, string>> = {
  mod: 'moderator',
  moderatorn: 'moderator',
  int: 'intervjuare',
  intervjuaren: 'intervjuare',
  interviewer: 'intervjuare',
  deltagaren: 'deltagare',
  delt: 'deltagare',
  resp: 'respondent',
  inf: 'informant',
};

const withoutBrackets = (label: string) => label.replace(/\([^()]*\)/g, ' ');

function folded(label: string): string {
  return withoutBrackets(label)
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s.,:;_/'"”’-]+/u)
    .filter((word) => word !== '')
    .map((word) => synonyms[word] ?? word.replace(/(?<=\D|^)0+(?=\d)/, ''))
    .join('');
}

function oneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return oneSlip(b, a);
  if (b.length - a.length > 1 || a.length < 4) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  const swapped =
    a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped || a.slice(at + 1) === b.slice(at + 1);
}

const digitsOf = (label: string) => label.replace(/\D+/g, ' ').trim();

function isPartOf(part: string, whole: string): boolean {
  const parts = wordsOf(withoutBrackets(part));
  const wholes = wordsOf(withoutBrackets(whole));
  return (
    parts.length > 0 &&
    parts.length < wholes.length &&
    parts.every((word) => word.length > 2 && wholes.includes(word))
  );
}

function areNearlyEqual(label: string, other: string): boolean {
  const [a, b] = [folded(label), folded(other)];
  if (a === b) return true;
  if (digitsOf(label) !== digitsOf(other)) return false;
  if (/\d/.test(a)) return false;
  return oneSlip(a, b) || isPartOf(label, other) || isPartOf(other, label);
}

/**
 * For each label that looks like another (P1 / P 1 / p1, Mod / Moderator, Weber / Anna Weber, a slip of the keyboard), the
 * one it may be, which is the one with more turns. A question for the person: labels are never joined unasked.
 */
export function nearlyEqualLabels(
  counts: ReadonlyMap<string, number>,
): Map<string, string> {
  const order = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 500);
  const nearly = new Map<string, string>();
  for (const [at, [label]] of order.entries()) {
    const like = order.slice(0, at).find(([other]) => areNearlyEqual(label, other));
    if (like !== undefined) nearly.set(label, nearly.get(like[0]) ?? like[0]);
  }
  return nearly;
}
