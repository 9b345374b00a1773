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

const quotedCell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const plainCell = /[^\t\r\n]*/y;

/** What Excel, Word's tables or our own copy put on the clipboard, as rows of cells. */
export function fromTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    quotedCell.lastIndex = plainCell.lastIndex = at;
    const inQuotes = quotedCell.exec(text);
    const found = inQuotes ?? plainCell.exec(text);
    const cell = inQuotes
      ? (inQuotes[1] ?? '').replaceAll('""', '"')
      : (found?.[0] ?? '');
    rows.at(-1)?.push(unguarded(cell).replaceAll(/\r\n?/g, '\n'));
    at += found?.[0].length ?? 0;
    if (at >= text.length) break;
    if (text[at] !== '\t') {
      if (text.startsWith('\r\n', at)) at += 1;
      // A line break at the very end closes the last row.
      if (at + 1 >= text.length) break;
      rows.push([]);
    }
    at += 1;
  }
  return rows;
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
