import type { Attribute } from '../../shared/domain/attribute.ts';
import type { RowQuestion, SortColumn } from '../../shared/domain/analysisTable.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import type { Language, Say } from '../../shared/words/words.ts';

export type ColumnKind =
  | 'place'
  | 'unit'
  | 'condensed'
  | 'interpretation'
  | 'code'
  | 'category'
  | 'theme'
  | 'transcript'
  | 'question'
  | 'star'
  | 'attribute';

export interface Column {
  readonly id: string;
  readonly kind: ColumnKind;
  /** The level of a category column; 0 for all others. */
  readonly depth: number;
  readonly words: string;
  /** Pixels at 100 % text size. */
  readonly width: number;
  readonly isHidden: boolean;
  readonly sort: SortColumn;
  /** The columns of a file that say the same. */
  readonly exported: readonly string[];
  /** Of a column of kind `attribute`. */
  readonly attribute?: Attribute;
  /** A value of it in words. */
  readonly sayValue?: (value: string) => string;
  /** Of the column of kind `question`. */
  readonly sayQuestion?: (question: RowQuestion) => string;
}

export type StoredColumn = Settings['tableColumns'][number];

export const columnWidths = { least: 60, most: 1200 } as const;

/** Columns that hold what the analyst writes; the others tell where the row comes from. */
export const isEditable = ({ kind }: Column): boolean =>
  kind === 'condensed' ||
  kind === 'interpretation' ||
  kind === 'code' ||
  kind === 'category' ||
  kind === 'theme';

export const isMerging = ({ kind }: Column): boolean =>
  kind === 'category' || kind === 'theme';

interface Basis {
  readonly project: Project;
  readonly transcripts: number;
  readonly say: Say;
  readonly language?: Language;
  readonly attributes?: readonly Attribute[];
  /** Whether there is a guide whose questions rows can belong to. */
  readonly hasQuestions?: boolean;
}

type Shape = Pick<Column, 'kind' | 'words' | 'width' | 'sort'> &
  Partial<
    Pick<
      Column,
      'id' | 'depth' | 'isHidden' | 'exported' | 'attribute' | 'sayValue' | 'sayQuestion'
    >
  >;

const column = (shape: Shape): Column => ({
  id: shape.kind,
  depth: 0,
  isHidden: false,
  exported: [shape.id ?? shape.kind],
  ...shape,
});

/** The text that the analyst writes, close to the words and beneath them. */
const writtenColumns = (project: Project, say: Say): readonly Column[] => [
  column({
    kind: 'condensed',
    words: say('table.column.condensed'),
    width: 190,
    sort: 'condensed',
  }),
  column({
    kind: 'interpretation',
    words: say('table.column.interpretation'),
    width: 150,
    sort: 'interpretation',
    isHidden: project.content === 'manifest',
  }),
];

/** More would be more than the marks of merged cells have room for. */
const mostAttributes = 15;

/** What is known of who speaks; out of sight until it is asked for, and never taken home when it is hidden there. */
const attributeColumns = ({ say, language = 'sv', attributes = [] }: Basis) =>
  attributes.slice(0, mostAttributes).map((attribute) =>
    column({
      id: `attribute-${attribute.id}`,
      kind: 'attribute',
      words: attribute.name,
      width: 110,
      sort: 'number',
      isHidden: true,
      exported: attribute.isHidden ? [] : [`attribute-${attribute.id}`],
      attribute,
      sayValue: (value) => attributeWords({ say, language }, attribute, value),
    }),
  );

/** What the unit answers; out of sight until it is asked for. */
const questionColumns = ({ say, hasQuestions }: Basis): readonly Column[] =>
  hasQuestions
    ? [
        column({
          kind: 'question',
          words: say('table.column.question'),
          width: 150,
          sort: 'question',
          isHidden: true,
          sayQuestion: ({ id, number: n, text }) =>
            id === null ? say('questions.outside') : say('table.question', { n, text }),
        }),
      ]
    : [];

/** Every column that the project has use for, in the order of the method; none is chosen away yet. */
export function allColumns(basis: Basis): readonly Column[] {
  const { project, transcripts, say } = basis;
  return [
    column({
      kind: 'place',
      words: say('table.column.place'),
      width: 88,
      sort: 'place',
      exported: ['number', 'speaker', 'turn'],
    }),
    column({ kind: 'unit', words: say('table.column.unit'), width: 240, sort: 'unit' }),
    ...writtenColumns(project, say),
    column({ kind: 'code', words: say('table.column.code'), width: 135, sort: 'code' }),
    ...project.levels.map(({ depth, name }) =>
      column({
        id: `level-${depth}`,
        kind: 'category',
        depth,
        words: name,
        width: 122,
        sort: 'category',
      }),
    ),
    ...(project.hasThemes
      ? [
          column({
            kind: 'theme',
            words: say('table.column.theme'),
            width: 122,
            sort: 'theme',
          }),
        ]
      : []),
    column({
      kind: 'transcript',
      words: say('table.column.transcript'),
      width: 110,
      sort: 'transcript',
      isHidden: transcripts < 2,
    }),
    ...questionColumns(basis),
    column({
      kind: 'star',
      words: say('table.column.star'),
      width: 72,
      sort: 'number',
      isHidden: true,
      exported: [],
    }),
    ...attributeColumns(basis),
  ];
}

/** The columns as this computer's person wants them: widths, hidden or not, and among those that were moved their order. */
export function arranged(
  all: readonly Column[],
  stored: readonly StoredColumn[],
): readonly Column[] {
  const wishes = new Map(stored.map((wish) => [wish.id, wish]));
  const byId = new Map(all.map((one) => [one.id, one]));
  const moved = stored.flatMap(({ id }) => byId.get(id) ?? []);
  let next = 0;
  return all.map((one) => {
    const here = wishes.has(one.id) ? (moved[next++] ?? one) : one;
    const wish = wishes.get(here.id);
    return wish ? { ...here, width: wish.width, isHidden: wish.isHidden } : here;
  });
}

const asStored = ({ id, width, isHidden }: Column): StoredColumn => ({
  id,
  width,
  isHidden,
});

/** What is stored when one of the columns is made wider or hidden; the others go on as the project has them. */
export function withColumn(
  stored: readonly StoredColumn[],
  columns: readonly Column[],
  changed: Column,
): StoredColumn[] {
  const kept = new Set([...stored.map(({ id }) => id), changed.id]);
  const here = columns.map((one) => (one.id === changed.id ? changed : one));
  return withOrder(
    stored,
    here.filter(({ id }) => kept.has(id)),
  );
}

/** What is stored when a column changes places with a neighbour: from then on the whole order is the person's. */
export function withOrder(
  stored: readonly StoredColumn[],
  columns: readonly Column[],
): StoredColumn[] {
  const here = new Set(columns.map(({ id }) => id));
  return [...columns.map(asStored), ...stored.filter(({ id }) => !here.has(id))];
}

const lettersWide = 7.8;
const paddings = 24;
/** What breaking before a long word may leave empty. */
const lostByBreaking = 16;

/** Characters that surely fit in a cell of that width, in so many lines. */
export function fittingIn(width: number, scale: number, lines: number): number {
  const perLine = Math.floor((width / scale - paddings) / lettersWide);
  return Math.max(0, lines * perLine - (lines - 1) * lostByBreaking);
}

/** Pixels of each column: what was chosen, and what is left of the window shared out in proportion. */
export function widthsOf(
  columns: readonly Column[],
  room: { readonly available: number; readonly scale: number },
): readonly number[] {
  const wanted = columns.map(({ width }) => width * room.scale);
  const sum = wanted.reduce((total, width) => total + width, 0);
  if (sum === 0 || sum >= room.available) return wanted.map(Math.round);
  const edges = wanted.map((_, index) =>
    Math.round(
      (room.available * wanted.slice(0, index + 1).reduce((total, w) => total + w, 0)) /
        sum,
    ),
  );
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}
