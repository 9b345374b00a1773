const letterOrDigit = /[\p{L}\p{N}]/u;

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
  let count = 0;
  for (const piece of withoutBracketedComments(text).split(/\s+/)) {
    if (letterOrDigit.test(piece)) count += 1;
  }
  return count;
}
