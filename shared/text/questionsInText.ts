import { enteredText } from '../domain/text.ts';

/** "1.", "2)", "a)", "3 -", "Fråga 4:", "Q5.", bullets of word processors; never a number that the question begins with. */
const mark =
  /^(?:(?:fråga|question|f|q)?\s*\d{1,3}\s*[.:)\]]|(?:fråga|question)\s+\d{1,3}\b|\d{1,3}\s+[-–—]|[a-zåäö]\)|[-–—•◦▪‣*·oþ]\s|[•◦▪‣·])\s*/iu;

const isNumbered = (line: string) => mark.test(line);

/** A line that goes on with the one before it: neither numbered nor begun with a capital, or indented under a number. */
const goesOn = (line: string, areNumbered: boolean) =>
  areNumbered ? !isNumbered(line) : /^[\p{Ll}(]/u.test(line);

/**
 * The questions of a pasted list, without their numbers and bullets. Where the lines are numbered, one without a
 * number goes on with the question before it; else each line is a question, unless it begins with a small letter.
 */
export function questionsInText(text: string): readonly string[] {
  const lines = enteredText(text)
    .split('\n')
    .map((line) => line.replaceAll(/[\t\u00a0 ]+/g, ' ').trim())
    .filter((line) => line !== '');
  const numbered = lines.filter(isNumbered).length;
  const areNumbered = numbered > 1 && numbered * 2 > lines.length;
  // A heading before the first number is no question.
  const from = areNumbered ? lines.findIndex(isNumbered) : 0;
  const questions: string[] = [];
  for (const line of lines.slice(from)) {
    const last = questions.at(-1);
    if (last !== undefined && goesOn(line, areNumbered))
      questions[questions.length - 1] = `${last} ${line}`;
    else questions.push(line.replace(mark, ''));
  }
  return questions.filter((question) => question !== '');
}
