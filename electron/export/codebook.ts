import { pathOf, type Category } from '../../shared/domain/category.ts';
import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import type { Code } from '../../shared/domain/code.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { delimitedText, type Delimiter } from './delimitedText.ts';
import { speakerTag, type Edition } from './edition.ts';

export interface CodebookSubject {
  /** In the order of the tree. */
  readonly categories: readonly Category[];
  readonly codes: readonly Code[];
  readonly rows: readonly AnalysisRow[];
}

/** A code with where it stands and the unit that shows best what it means. */
export interface CodebookEntry {
  readonly code: Code;
  /** Low to high. */
  readonly path: readonly Category[];
  readonly example: AnalysisRow | null;
}

/** Words that may not be quoted show nothing. */
const worth = (row: AnalysisRow) =>
  row.withheld ? -1 : (row.isQuotable ? 2 : 0) + (row.condensed === '' ? 0 : 1);

/** A starred unit before one that is only condensed, before any; the first of each in the order of the text. */
function examples(rows: readonly AnalysisRow[]): ReadonlyMap<CodeId, AnalysisRow> {
  const best = new Map<CodeId, AnalysisRow>();
  for (const row of rows) {
    for (const { id } of row.codes) {
      const known = best.get(id);
      if (!known || worth(row) > worth(known)) best.set(id, row);
    }
  }
  return best;
}

/** Each category's place when the tree is read from top to bottom. */
function treeOrder(
  categories: readonly Category[],
  parentId: Category['parentId'] = null,
): readonly Category[] {
  return categories
    .filter((category) => category.parentId === parentId)
    .flatMap((category) => [category, ...treeOrder(categories, category.id)]);
}

/** Codes in the order of the tree, those without a category last. */
export function codebookEntries(subject: CodebookSubject): readonly CodebookEntry[] {
  const byId = new Map(subject.categories.map((category) => [category.id, category]));
  const example = examples(subject.rows);
  const place = new Map(
    treeOrder(subject.categories).map(({ id }, index) => [id, index]),
  );
  const placeOf = ({ categoryId }: Code) =>
    categoryId === null ? Infinity : (place.get(categoryId) ?? Infinity);
  // A sort is stable, so codes of one category keep the order they have on the board.
  return subject.codes
    .toSorted((a, b) => Math.min(placeOf(a), 1e9) - Math.min(placeOf(b), 1e9))
    .map((code) => ({
      code,
      path: code.categoryId === null ? [] : pathOf(code.categoryId, byId),
      example: example.get(code.id) ?? null,
    }));
}

export function describedCategories(subject: CodebookSubject): readonly Category[] {
  return treeOrder(subject.categories).filter(
    (category) => category.definition || category.inclusion || category.exclusion,
  );
}

/** The category of that level on the code's way up, or nothing. */
export function nameAt(entry: CodebookEntry, depth: number): string {
  return entry.path.find((node) => node.depth === depth)?.name ?? '';
}

/** The words of the example with who said them. */
export function quotation(edition: Edition, { example }: CodebookEntry): string {
  if (!example) return '';
  const tag = speakerTag(edition, example);
  return tag ? `${example.unit} (${tag})` : example.unit;
}

export function codebookCsv(
  edition: Edition,
  subject: CodebookSubject,
  delimiter: Delimiter,
): Uint8Array {
  const { say, levels } = edition;
  const headings = [
    say('export.code'),
    say('export.definition'),
    say('export.inclusion'),
    say('export.exclusion'),
    ...levels.map((level) => level.name),
    say('export.units'),
    say('export.participants'),
    say('export.transcripts'),
    say('export.exampleCondensed'),
    say('export.exampleUnit'),
  ];
  const rows = codebookEntries(subject).map((entry) => [
    entry.code.name,
    entry.code.definition,
    entry.code.inclusion,
    entry.code.exclusion,
    ...levels.map((level) => nameAt(entry, level.depth)),
    String(entry.code.support.units),
    String(entry.code.support.participants),
    String(entry.code.support.transcripts),
    entry.example?.condensed ?? '',
    quotation(edition, entry),
  ]);
  return delimitedText([headings, ...rows], delimiter);
}
