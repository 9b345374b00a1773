// From the first letter or digit of a piece to its end: one match for each piece that has one.
const word = /[\p{L}\p{N}]\S*/gu;

// Walked by hand: the obvious pattern takes quadratic time on a text of many opening brackets.
function withoutBracketedComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('[', from);
    const close = open < 0 ? -1 : text.indexOf(']', open);
    if (close < 0) return from === 0 ? text : kept + text.slice(from);
    kept += text.slice(from, open);
    from = close + 1;
  }
}

/** Words as Utsaga counts them everywhere: `[comments]` left out, split on white space, pieces with a letter or a digit. */
export function countWords(text: string): number {
  return withoutBracketedComments(text).match(word)?.length ?? 0;
}
