/** Also true of what has been guarded, so that taking one apostrophe off always gives the text back. */
const looksLikeFormula = /^'*[=+\-@\t\r]/;

/** A cell that a spreadsheet could run as a formula gets an apostrophe in front of it (rulings 23). */
export function guardFormula(cell: string): string {
  return looksLikeFormula.test(cell) ? `'${cell}` : cell;
}

/** The text as it was before `guardFormula`. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula.test(cell) ? cell.slice(1) : cell;
}
