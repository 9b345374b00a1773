/** A cell that a spreadsheet would take for a formula gets an apostrophe, which our own paste takes off again (rulings 23). */
const guarded = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function quoted(cell: string): string {
  const safe = guarded(cell);
  return /[\t\n\r]|^"/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As Excel copies: tabs between cells, line breaks between rows, a cell with either of them in quotation marks. */
export function toTabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

/** A cell, in quotation marks or not, with what comes after it: a tab, the end of the row, or the end of all. */
const cellPattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

interface Found {
  readonly cell: string;
  readonly after: string;
  readonly end: number;
}

function cellFrom(text: string, at: number): Found {
  cellPattern.lastIndex = at;
  const found = cellPattern.exec(text);
  const cell = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '';
  return {
    cell: unguarded(cell).replaceAll(/\r\n?/g, '\n'),
    after: found?.[3] ?? '',
    end: found ? cellPattern.lastIndex : text.length,
  };
}

/** What Excel, Word's tables or our own copy put on the clipboard, as rows of cells. */
export function fromTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (let at = 0; ;) {
    const { cell, after, end } = cellFrom(text, at);
    rows.at(-1)?.push(cell);
    at = end;
    // A line break at the very end closes the last row.
    if (after === '' || (after !== '\t' && at === text.length)) return rows;
    if (after !== '\t') rows.push([]);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const asHtml = (cell: string) =>
  cell
    .replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
    .replaceAll('\n', '<br>');

/** The same cells as a table that Word takes, and that Excel takes as text whatever a cell begins with. */
export function toHtmlTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td style="vertical-align:top;mso-number-format:'\\@'">${asHtml(text)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<meta charset="utf-8"><table><tbody>${body}</tbody></table>`;
}
