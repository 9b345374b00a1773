import { Refusal } from '../../../shared/errors.ts';

/** What a table may hold at most; more is refused before it fills the memory. */
const tableLimits = { rows: 250_000, columns: 1000, cells: 3_000_000 } as const;

/** Counts what a table holds while it is read, and refuses it where it becomes more than any study has. */
export class TableSize {
  readonly #file: string;
  #cells = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Throws at the row (from 1) or column (from 1) that is beyond the limits. */
  add(row: number, cells: number): void {
    this.#cells += cells;
    if (row > tableLimits.rows) this.#refuse('tables.rows', row);
    if (cells > tableLimits.columns) this.#refuse('tables.columns', row);
    if (this.#cells > tableLimits.cells) this.#refuse('tables.cells', row);
  }

  #refuse(code: 'tables.rows' | 'tables.columns' | 'tables.cells', row: number): never {
    const limit = tableLimits[code.slice('tables.'.length) as keyof typeof tableLimits];
    const file = this.#file;
    throw new Refusal(code, { file, limit, row }, { file, where: `row ${row}` });
  }
}
