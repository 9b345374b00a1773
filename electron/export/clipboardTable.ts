import { analysisCells, type ChosenTable } from './analysisTable.ts';
import type { Edition } from './edition.ts';
import { languageTags } from './edition.ts';
import { guardFormula } from '../../shared/text/formulaGuard.ts';
import { htmlText } from './exportedText.ts';

// Whatever a cell begins with, Excel (`mso-number-format`) and LibreOffice (`sdnum`) take it as text when it says so.
const asText = 'sdnum="1053;0;@"';
const cellStyle =
  "border:1px solid #b7c0be;padding:2pt 4pt;vertical-align:top;mso-number-format:'\\@'";

function htmlRow(cells: readonly string[], tag: 'td' | 'th'): string {
  const bold = tag === 'th' ? ';font-weight:bold;text-align:left' : '';
  return `<tr>${cells
    .map(
      (cell) =>
        `<${tag} ${asText} style="${cellStyle}${bold}">${htmlText(cell)}</${tag}>`,
    )
    .join('')}</tr>`;
}

/** As Excel itself copies: a cell with a tab, a line break or a leading quotation mark stands in quotation marks. */
function textCell(cell: string): string {
  const safe = guardFormula(cell);
  return /[\t\n\r]|^"/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Headings and the rows twice over: a table for Word and Excel, and tab-separated text for everything else. */
export function clipboardTable(
  edition: Edition,
  table: ChosenTable,
): { readonly html: string; readonly text: string } {
  const [head = [], ...rows] = analysisCells(edition, table);
  return {
    html:
      `<meta charset="utf-8"><table lang="${languageTags[edition.language]}" style="border-collapse:collapse">` +
      `<thead>${htmlRow(head, 'th')}</thead><tbody>${rows.map((row) => htmlRow(row, 'td')).join('')}</tbody></table>`,
    text: [head, ...rows].map((row) => row.map(textCell).join('\t')).join('\r\n'),
  };
}
