import { normaliseText } from '../../../shared/text/normaliseText.ts';
import type { XmlAttributes, XmlListener } from '../xmlEvents.ts';
import { cellPlace, numberText, unescaped, type NumberReading } from './sheetValues.ts';
import type { TableSize } from './tableLimits.ts';

interface SheetContext {
  readonly texts: readonly string[];
  readonly reading: NumberReading;
  readonly size: TableSize;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const mostMerges = 200_000;

/** Gathers the rows of one sheet from its XML; a reader of it is spent after one sheet. */
export class SheetRows implements XmlListener {
  readonly #context: SheetContext;
  readonly #rows: string[][] = [];
  readonly #merges: Merge[] = [];
  #row = -1;
  #column = -1;
  #cell: Cell | null = null;
  #isValue = false;
  #isSound = false;
  notComputed = 0;

  /** Rows, from 0, that are hidden, by a filter for instance. */
  readonly hiddenRows = new Set<number>();

  /** The lowest row, from 0, that a merged cell goes on into; -1 where none does. */
  get lastMerge(): number {
    return this.#merges.reduce((lowest, { to }) => Math.max(lowest, to), -1);
  }

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'f' && this.#cell) this.#cell.hasFormula = true;
    else if (name === 'rPh') this.#isSound = true;
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
    this.#isValue = name === 'v' || (name === 't' && !this.#isSound);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    if (name === 'rPh') this.#isSound = false;
    this.#isValue = false;
  }

  text(words: string): void {
    if (!this.#isValue || this.#cell === null) return;
    this.#cell.text += words;
    this.#cell.hasValue = true;
  }

  #openRow({ r, hidden }: XmlAttributes): void {
    const said = Number(r);
    const row = Number.isSafeInteger(said) && said > this.#row ? said - 1 : this.#row + 1;
    this.#context.size.add(row + 1, 0);
    this.#row = row;
    this.#column = -1;
    if (hidden === '1' || hidden === 'true') this.hiddenRows.add(row);
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    if (this.#row < 0) this.#openRow({});
    const place = cellPlace(r ?? '');
    this.#column = place?.column ?? this.#column + 1;
    this.#cell = {
      column: this.#column,
      type: t ?? 'n',
      style: Number(s ?? 0),
      hasFormula: false,
      hasValue: false,
      text: '',
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    if (cell.hasFormula && !cell.hasValue) this.notComputed += 1;
    const text = this.#textOf(cell);
    if (text === '') return;
    while (this.#rows.length <= this.#row) this.#rows.push([]);
    const row = this.#rows[this.#row] ?? [];
    this.#context.size.add(this.#row + 1, cell.column + 1 - row.length);
    while (row.length < cell.column) row.push('');
    row[cell.column] = text;
  }

  #textOf({ type, style, text }: Cell): string {
    if (type === 's') return this.#context.texts[Number(text)] ?? '';
    if (type === 'n') return numberText(text, style, this.#context.reading);
    if (type === 'b') return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
    return normaliseText(unescaped(text)).text;
  }

  #merge(ref: string): void {
    const [first, last] = ref.split(':').map(cellPlace);
    if (!first || !last || last.row <= first.row || this.#merges.length >= mostMerges)
      return;
    this.#merges.push({ column: first.column, from: first.row, to: last.row });
  }

  /** The rows, with the words of a merged cell in each row that it stands over. */
  finished(): readonly (readonly string[])[] {
    for (const { column, from, to } of this.#merges) {
      const text = this.#rows[from]?.[column];
      if (!text) continue;
      const end = Math.min(to, this.#rows.length - 1);
      for (let at = from + 1; at <= end; at += 1) this.#fill(at, column, text);
    }
    return this.#rows;
  }

  #fill(at: number, column: number, text: string): void {
    const row = this.#rows[at];
    if (row === undefined || row[column]) return;
    this.#context.size.add(at + 1, Math.max(0, column + 1 - row.length));
    while (row.length < column) row.push('');
    row[column] = text;
  }
}
