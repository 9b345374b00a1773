import type { Sought } from '../../../shared/domain/search.ts';
import { searchTerms } from '../../../shared/text/searchTerms.ts';
import {
  withoutMarks,
  withoutUnseen,
  wordSigns,
} from '../../../shared/text/wordSigns.ts';

/** Asks an index for the turns that may hold what is searched for; each of them is then looked into. */
export interface IndexQuery {
  readonly index: 'turn_words' | 'turn_letters';
  readonly match: string;
}

type Words = Pick<Sought, 'text' | 'fold'>;

const quoted = (words: string) => `"${words}"`;

function wordsQuery({ text, fold }: Words): IndexQuery | null {
  const asked = searchTerms(text).flatMap((term) => {
    if (term.kind === 'signs') return [];
    const star = term.goesOn ? ' *' : '';
    if (!fold) return [`${quoted(term.words.join(' '))}${star}`];
    // A word stands without its marks in another column, so that the words of a phrase are asked for one by one.
    const words = term.words.map(withoutMarks).filter((word) => word !== '');
    return words.length === 0 ? [] : [words.map(quoted).join(' AND ') + star];
  });
  if (asked.length === 0) return null;
  const match = asked.join(' AND ');
  return { index: 'turn_words', match: fold ? match : `said : (${match})` };
}

/** What the index of letters can be asked for. */
const leastSigns = 3;

/** White space and what is written in several ways; without marks all but words, since only words stand there so. */
const parting = {
  exact: /[\s'’‘ʼ"“”„‟«»\-‐‑]+/u,
  folded: new RegExp(`[^${wordSigns}]+`, 'u'),
};

function lettersQuery({ text, fold }: Words): IndexQuery | null {
  const pieces = withoutUnseen(fold ? withoutMarks(text) : text)
    .split(fold ? parting.folded : parting.exact)
    .filter((piece) => Array.from(piece).length >= leastSigns);
  if (pieces.length === 0) return null;
  const match = pieces.map((piece) => quoted(piece.replaceAll('"', '""'))).join(' AND ');
  return { index: 'turn_letters', match };
}

/** Null where no index helps: signs that are no words, fewer than three letters inside words, a regular expression. */
export function indexQuery(
  sought: Pick<Sought, 'text' | 'fold' | 'way'>,
): IndexQuery | null {
  if (sought.way === 'pattern') return null;
  return sought.way === 'words' ? wordsQuery(sought) : lettersQuery(sought);
}
