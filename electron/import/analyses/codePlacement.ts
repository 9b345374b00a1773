import type { ConflictRow } from '../../../shared/domain/existingAnalysis.ts';
import { partedNames } from '../../../shared/text/namesInCell.ts';
import { sameName } from '../../../shared/text/quotes/readQuote.ts';
import type { AnalysisEntry, EntryFacts } from './analysisEntries.ts';

/** Names of categories, low to high by the levels from 1; null where a level is left out. */
export type CodePath = readonly (string | null)[];

interface PlacedCode {
  readonly code: string;
  readonly row: number;
  readonly table: string;
}

/** What an analysis says of its codes: those of each row, where each stands, and what does not go together. */
export interface Placement {
  readonly codesOf: (facts: EntryFacts) => readonly string[];
  readonly pathOf: (code: string) => CodePath | undefined;
  /** Every code with the first row that says where it stands. */
  readonly placed: ReadonlyMap<string, PlacedCode>;
  readonly conflicts: readonly ConflictRow[];
}

/** What stands before each of several names in a list. */
const bullet = /^\s*(?:[-–•*·‣▪◦o]|\(?(?:\d{1,2}|[a-h])[.)])\s+/u;
const bulletBetween = /\s+[•‣▪◦]\s*/u;
const slash = /\s+\/\s+/u;
const longestName = 200;

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/** How names are parted in the cells of a file. */
export interface CellNames {
  readonly isKnown: (name: string) => boolean;
  /** Our own tables part them by lines and `;` alone. */
  readonly isOurs: boolean;
}

function linesOf(cell: string, { isKnown, isOurs }: CellNames): readonly string[] {
  const lines = cell.split('\n');
  if (isOurs) return lines;
  return lines
    .flatMap((line) => line.split(bulletBetween))
    .map((line) => line.replace(bullet, ''))
    .flatMap((line) => (isKnown(line.trim()) ? [line] : line.split(slash)));
}

/** The names in a cell: one per line, or parted by `;`, bullets or a slash with space around it; each once. */
export function namesInCell(cell: string, names: CellNames): readonly string[] {
  const found = new Map<string, string>();
  for (const line of linesOf(cell, names))
    for (const name of partedNames(line, names.isKnown))
      if (!found.has(sameName(name))) found.set(sameName(name), name);
  return [...found.values()];
}

/** One name per code, in their order; a dash where a code has none at that level. */
function categoriesInCell(cell: string): readonly string[] {
  return cell
    .split('\n')
    .flatMap((part) => partedNames(part.replace(bullet, ''), () => false));
}

const dash = /^[-–—]$/;

interface Cells {
  readonly codes: readonly string[];
  /** The names in the cell of each level, from 1. */
  readonly levels: readonly (readonly string[])[];
}

const isBlankPath = (path: CodePath) => path.every((name) => name === null);
/** A path as a person reads it. */
const pathInWords = (path: CodePath) => path.filter((name) => name !== null).join(' > ');

/** The path of one of several codes, when there is but one name at a level or one for each code. */
function pathAmong({ codes, levels }: Cells, at: number): CodePath | null {
  const path: (string | null)[] = [];
  for (const names of levels) {
    if (names.length > 1 && names.length !== codes.length) return null;
    const name = names.length > 1 ? names[at] : names[0];
    path.push(name === undefined || dash.test(name) ? null : name);
  }
  return path;
}

/** Learns where codes stand, from rows that leave no doubt before rows with several codes and categories. */
class Placing {
  readonly paths = new Map<string, CodePath>();
  readonly placed = new Map<string, PlacedCode>();
  readonly conflicts: ConflictRow[] = [];

  put(code: string, path: CodePath, { row, table }: EntryFacts): void {
    if (isBlankPath(path)) return;
    const known = this.paths.get(sameName(code));
    if (known === undefined) {
      this.paths.set(sameName(code), path);
      this.placed.set(sameName(code), { code, row, table });
    } else if (sameName(pathInWords(known)) !== sameName(pathInWords(path)))
      this.conflicts.push({
        row,
        table,
        conflict: 'codeElsewhere',
        params: { code, place: pathInWords(known), other: pathInWords(path) },
      });
  }

  /** Where there is one name or one for each code, each code has its own; else what other rows say helps. */
  putEach(cells: Cells, facts: EntryFacts): void {
    const paths = cells.codes.map((_, at) => pathAmong(cells, at));
    if (paths.some((path) => path === null)) {
      this.putSeveral(cells, facts);
      return;
    }
    for (const [at, code] of cells.codes.entries())
      this.put(code, paths[at] ?? [], facts);
  }

  /** Of the names at the lowest level those that no code of the row is known to stand in go to the codes not known. */
  putSeveral(cells: Cells, facts: EntryFacts): void {
    const unknown = cells.codes.filter((code) => !this.paths.has(sameName(code)));
    if (unknown.length === 0 || cells.levels.every((names) => names.length === 0)) return;
    const taken = cells.codes.flatMap((code) => this.paths.get(sameName(code)) ?? []);
    const isTaken = (name: string) =>
      taken.some((other) => other !== null && sameName(other) === sameName(name));
    const left = cells.levels.map((names) => {
      const rest = names.length > 1 ? names.filter((name) => !isTaken(name)) : names;
      return rest.length > 0 ? rest : names;
    });
    for (const [at, code] of unknown.entries()) {
      const path = pathAmong({ codes: unknown, levels: left }, at);
      if (path !== null) this.put(code, path, facts);
      else {
        const { row, table } = facts;
        this.conflicts.push({ row, table, conflict: 'placeUnclear', params: { code } });
      }
    }
  }
}

/** The codes of each row; what is too long to be one is told and left out. */
function codesByRow(
  all: readonly EntryFacts[],
  cellNames: CellNames,
  conflicts: ConflictRow[],
): ReadonlyMap<EntryFacts, readonly string[]> {
  return new Map(
    all.map((facts) => {
      const names = namesInCell(facts.code, cellNames);
      for (const name of names.filter((one) => one.length > longestName))
        conflicts.push({
          row: facts.row,
          table: facts.table,
          conflict: 'nameTooLong',
          params: { name: `${name.slice(0, 40).toWellFormed()}…`, limit: longestName },
        });
      return [facts, names.filter((name) => name.length <= longestName)];
    }),
  );
}

/** All of the cell is one name, in quotation marks where it has a `;`. */
function categoryIn(cell: string): string | null {
  if (dash.test(cell)) return null;
  const names = cell.startsWith('"') ? partedNames(cell, () => false) : [];
  const name = names.length === 1 ? (names[0] ?? '') : cell;
  return oneLine(name).slice(0, 300).toWellFormed() || null;
}

/** Finds where each code of an analysis stands (the first that is said of it holds) and tells what contradicts it. */
export function placeCodes(
  entries: readonly AnalysisEntry[],
  cellNames: CellNames,
): Placement {
  const placing = new Placing();
  const all = entries.flatMap((entry) => entry.facts);
  const byRow = codesByRow(all, cellNames, placing.conflicts);
  const codesOf = (facts: EntryFacts) => byRow.get(facts) ?? [];
  const height = all.reduce((most, { levels }) => Math.max(most, ...levels.keys()), 0);
  const levelsOf = (facts: EntryFacts) =>
    Array.from({ length: height }, (_, at) => facts.levels.get(at + 1) ?? '');
  for (const facts of all) {
    const codes = codesOf(facts);
    const cells = levelsOf(facts);
    if (codes.length === 0 && cells.some(Boolean))
      placing.conflicts.push({
        row: facts.row,
        table: facts.table,
        conflict: 'noCodeToPlace',
        params: {},
      });
    if (codes.length === 1) placing.put(codes[0]!, cells.map(categoryIn), facts);
  }
  for (const facts of all) {
    const codes = codesOf(facts);
    if (codes.length < 2) continue;
    const levels = levelsOf(facts).map(categoriesInCell);
    placing.putEach({ codes, levels }, facts);
  }
  return {
    codesOf,
    placed: placing.placed,
    pathOf: (code) => placing.paths.get(sameName(code)),
    conflicts: placing.conflicts,
  };
}
