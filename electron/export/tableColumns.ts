import type { AnalysisRow, RowQuestion } from '../../shared/domain/analysisTable.ts';
import type { Attribute } from '../../shared/domain/attribute.ts';
import type { Level } from '../../shared/domain/project.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import { joinedNames } from '../../shared/text/namesInCell.ts';
import type { Edition } from './edition.ts';

/** A column of the analysis table as it is taken home. */
export interface TableColumn {
  readonly id: string;
  readonly heading: string;
  /** In characters, for a spreadsheet; the same numbers share out the width of a page. */
  readonly width: number;
  /** Several names where the row has several; one text otherwise. */
  lines(row: AnalysisRow): readonly string[];
  /** The lines are names that the table can be given back. */
  readonly areNames?: boolean;
  /** Neighbouring rows with the same key stand in one merged cell; null never merges. */
  mergeKey?(row: AnalysisRow): string | null;
}

/** Several names in one cell are parted as the table takes them when they are typed. */
export function cellText(column: TableColumn, row: AnalysisRow): string {
  const lines = column.lines(row);
  return column.areNames ? joinedNames(lines) : lines.join('; ');
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function nodesAt(row: AnalysisRow, depth: number) {
  return row.codes.flatMap((code) => code.path.filter((node) => node.depth === depth));
}

/** A sub-category is the same cell only under the same categories, so the key holds the whole way up. */
function pathKey(row: AnalysisRow, depth: number): string | null {
  if (nodesAt(row, depth).length === 0) return null;
  const ways = row.codes.map((code) =>
    code.path
      .filter((node) => node.depth >= depth)
      .map((node) => node.id)
      .join('<'),
  );
  return unique(ways).length === 1 ? (ways[0] ?? null) : ways.join(' ');
}

/** What stands for a code that has no category at a level, where another code of the same row has one. */
const noCategory = '–';

/** One name when all codes of the row share it, else one for each code in their order, so that it is seen which is whose. */
function categoriesAt(row: AnalysisRow, depth: number): readonly string[] {
  const names = row.codes.map(
    (code) => code.path.find((node) => node.depth === depth)?.name ?? noCategory,
  );
  const [first] = unique(names);
  const isShared = unique(names).length === 1;
  if (isShared) return first === undefined || first === noCategory ? [] : [first];
  return names;
}

function levelColumn(level: Level): TableColumn {
  return {
    id: `level-${level.depth}`,
    heading: level.name,
    width: 26,
    lines: (row) => categoriesAt(row, level.depth),
    areNames: true,
    mergeKey: (row) => pathKey(row, level.depth),
  };
}

/** What is known of who speaks; only when it is asked for, since few values tell who somebody is. */
function attributeColumn(edition: Edition, attribute: Attribute): TableColumn {
  return {
    id: `attribute-${attribute.id}`,
    heading: attribute.name,
    width: 16,
    lines: (row) =>
      (row.attributes?.[attribute.id] ?? []).map((value) =>
        attributeWords(edition, attribute, value),
      ),
  };
}

/** "3. Hur var mötet?", or that the words are outside the guide. */
function questionWords({ say }: Edition, { id, number, text }: RowQuestion): string {
  return id === null ? say('export.outside') : `${number}. ${text}`;
}

/** The questions that the unit's turns belong to; a unit over a border says so (method.md M01). */
function questionColumn(edition: Edition): TableColumn {
  const { say } = edition;
  return {
    id: 'question',
    heading: say('export.question'),
    width: 34,
    lines: ({ questions = [] }) => [
      ...questions.map((question) => questionWords(edition, question)),
      ...(questions.length > 1 ? [say('export.overBorder')] : []),
    ],
    mergeKey: ({ questions = [] }) =>
      questions.map(({ id }) => id ?? 'outside').join(' ') || null,
  };
}

/** Every column there is, in the order of the table. */
function allColumns(edition: Edition): readonly TableColumn[] {
  const { say, levels, attributes = [] } = edition;
  return [
    {
      id: 'number',
      heading: say('export.number'),
      width: 6,
      lines: (row) => [String(row.number)],
    },
    {
      id: 'transcript',
      heading: say('export.transcript'),
      width: 18,
      lines: (row) => [row.transcript],
    },
    {
      id: 'speaker',
      heading: say('export.speaker'),
      width: 12,
      lines: (row) => [row.speaker],
    },
    {
      id: 'turn',
      heading: say('export.turn'),
      width: 8,
      lines: (row) => [row.turnLabel],
    },
    { id: 'unit', heading: say('export.unit'), width: 60, lines: (row) => [row.unit] },
    {
      id: 'condensed',
      heading: say('export.condensed'),
      width: 40,
      lines: (row) => [row.condensed],
    },
    {
      id: 'interpretation',
      heading: say('export.interpretation'),
      width: 34,
      lines: (row) => [row.interpretation],
    },
    {
      id: 'code',
      heading: say('export.code'),
      width: 26,
      lines: (row) => unique(row.codes.map((code) => code.name)),
      areNames: true,
    },
    ...levels.map(levelColumn),
    {
      id: 'theme',
      heading: say('export.theme'),
      width: 26,
      lines: (row) => unique(row.themes.map((theme) => theme.name)),
      areNames: true,
      mergeKey: (row) => row.themes.map((theme) => theme.id).join(' ') || null,
    },
    questionColumn(edition),
    ...attributes.map((attribute) => attributeColumn(edition, attribute)),
  ];
}

/** The columns that this project uses: no interpretation that nobody wrote, no theme where there are none. */
function usedColumns(
  edition: Edition,
  rows: readonly AnalysisRow[],
): readonly TableColumn[] {
  const isUsed: Readonly<Record<string, boolean>> = {
    interpretation: rows.some((row) => row.interpretation !== ''),
    theme: edition.hasThemes,
    question: rows.some(({ questions }) => questions !== undefined),
  };
  return allColumns(edition).filter(
    ({ id }) => isUsed[id] ?? !id.startsWith('attribute-'),
  );
}

/** `category` stands for all levels, `level-2`, `category-2` or `category:2` for one, `attribute:NAME` for an attribute. */
function matches(column: TableColumn, id: string): boolean {
  if (id === 'category') return column.id.startsWith('level-');
  if (id.startsWith('attribute:'))
    return column.id.startsWith('attribute-') && column.heading === id.slice(10);
  const level = /^(?:level|category)[-.:]?(\d+)$/.exec(id);
  return column.id === (level ? `level-${level[1]}` : id);
}

/** The columns asked for, in that order; ids that mean nothing here are passed over, and without any all that is used. */
export function tableColumns(
  edition: Edition,
  rows: readonly AnalysisRow[],
  wanted: readonly string[] = [],
): readonly TableColumn[] {
  const all = allColumns(edition);
  const chosen = wanted.flatMap((id) => all.filter((column) => matches(column, id)));
  return chosen.length > 0 ? [...new Set(chosen)] : usedColumns(edition, rows);
}
