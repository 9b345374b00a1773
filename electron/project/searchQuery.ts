import type { SearchRequest } from '../../shared/domain/search.ts';
import { searchTerms } from '../../shared/text/searchTerms.ts';
import { withoutMarks, withoutUnseen } from '../../shared/text/wordSigns.ts';

/** Asks an index for the turns that may hold what is searched for; each of them is then looked into. */
export interface IndexQuery {
  readonly index: 'turn_words' | 'turn_letters';
  readonly match: string;
}

type Sought = Pick<SearchRequest, 'text' | 'fold'>;

const quoted = (words: string) => `"${words}"`;

function wordsQuery({ text, fold }: Sought): IndexQuery | null {
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

function lettersQuery({ text, fold }: Sought): IndexQuery | null {
  const pieces = withoutUnseen(fold ? withoutMarks(text) : text)
    .trim()
    .split(/\s+/u)
    .filter((piece) => Array.from(piece).length >= leastSigns);
  if (pieces.length === 0) return null;
  const match = pieces.map((piece) => quoted(piece.replaceAll('"', '""'))).join(' AND ');
  return { index: 'turn_letters', match };
}

/** Null where no index helps: signs that are no words, fewer than three letters inside words, a regular expression. */
export function indexQuery(request: SearchRequest): IndexQuery | null {
  if (request.way === 'pattern') return null;
  return request.way === 'words' ? wordsQuery(request) : lettersQuery(request);
}
