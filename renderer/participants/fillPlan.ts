import type { Input } from '../../shared/api.ts';
import {
  type Attribute,
  type AttributeType,
  fittingValue,
  storedValue,
  typeOfValues,
  type UsedAttribute,
} from '../../shared/domain/attribute.ts';
import type { CellBlock } from '../ui/grid/gridPlace.ts';
import { folded, headingsOf, isKeyName, sameName } from './fillHeadings.ts';
import { isEditable, type PeopleColumn, type Person } from './peopleColumns.ts';

export type Fill = Input<'participants.fill'>;
type FillRow = Fill['rows'][number];

interface Target {
  readonly name: string;
  readonly type: AttributeType;
  /** Null for one that is to be made. */
  readonly known: UsedAttribute | null;
}

export interface PlannedChange {
  readonly who: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly type: AttributeType;
}

interface ValuesOf {
  readonly attribute: string;
  readonly values: readonly string[];
}

/** What a paste or a file would write, for the person to look at first. */
export interface FillPlan {
  readonly fill: Fill;
  readonly changes: readonly PlannedChange[];
  readonly overwritten: number;
  /** Of those, values that a blank cell takes away. */
  readonly cleared: number;
  readonly newAttributes: readonly string[];
  readonly newPeople: readonly string[];
  /** Values that a choice does not allow. */
  readonly unknown: readonly ValuesOf[];
  /** Values of a number, a date or a yes that are none. */
  readonly odd: readonly ValuesOf[];
  readonly closed: number;
  readonly outside: number;
  /** Pseudonyms with several rows: the last one counts. */
  readonly twice: readonly string[];
}

/** One row of what comes in: whose it is, and the text for each target (undefined leaves it be). */
interface Incoming {
  readonly person: Person | null;
  readonly pseudonym: string | null;
  readonly texts: readonly (string | undefined)[];
}

const asText = (text: string) =>
  (text.includes('\n') ? text.replaceAll(/\s*\n\s*/g, ' ') : text).trim().slice(0, 2000);

/** A choice that is new allows what comes. */
const typed = ({ known, type }: Target): Pick<Attribute, 'type' | 'allowed'> =>
  known ?? { type: type === 'choice' ? 'text' : type, allowed: [] };

function misfits(
  targets: readonly Target[],
  rows: readonly Incoming[],
  isChoice: boolean,
) {
  return targets.flatMap((target, at) => {
    if ((target.type === 'choice') !== isChoice) return [];
    // Thousands of rows have few values that differ.
    const texts = new Set(rows.map((row) => asText(row.texts[at] ?? '')));
    const values = [...texts].filter(
      (text) => fittingValue(typed(target), text) === null,
    );
    return values.length > 0 ? [{ attribute: target.name, values }] : [];
  });
}

/** The cell that a text would change; null when the same stands there. */
function cellOf(row: Incoming, target: Target, text: string) {
  const value = storedValue(typed(target), asText(text));
  const before = (target.known && row.person?.values.get(target.known.id)) ?? '';
  if (value === before) return null;
  const cell = target.known
    ? { attributeId: target.known.id, value }
    : { attribute: target.name, value };
  return { cell, before, after: value, type: target.type };
}

function isRenamed({ person, pseudonym }: Incoming): boolean {
  return person !== null && pseudonym !== null && pseudonym !== person.pseudonym;
}

interface PlannedRow {
  readonly row: FillRow;
  readonly changes: readonly PlannedChange[];
}

function cellsOf(row: Incoming, targets: readonly Target[]) {
  return targets.flatMap((target, at) => {
    const text = row.texts[at];
    const planned = text === undefined ? null : cellOf(row, target, text);
    return planned ? [{ ...planned, column: target.name }] : [];
  });
}

/** The name that is written, null when none is; and what the person is called until then. */
function namesOf(row: Incoming) {
  const pseudonym = row.person === null || isRenamed(row) ? row.pseudonym : null;
  return { pseudonym, who: row.person?.pseudonym ?? pseudonym ?? '' };
}

function identityOf(person: Person | null, pseudonym: string | null) {
  return {
    ...(person ? { participantId: person.id } : {}),
    ...(pseudonym === null ? {} : { pseudonym }),
  };
}

/** What is written of a row, and how it reads; null for somebody of whom nothing changes. */
function rowOf(
  row: Incoming,
  targets: readonly Target[],
  pseudonymWord: string,
): PlannedRow | null {
  const { person } = row;
  const { pseudonym, who } = namesOf(row);
  const planned = cellsOf(row, targets);
  if (person && planned.length === 0 && pseudonym === null) return null;
  const renaming = {
    who,
    column: pseudonymWord,
    before: who,
    after: pseudonym ?? '',
    type: 'text' as const,
  };
  return {
    row: {
      ...identityOf(person, pseudonym),
      cells: planned.map(({ cell }) => cell),
    },
    changes: [
      ...(person && pseudonym !== null ? [renaming] : []),
      ...planned.map(({ column, before, after, type }) => ({
        who,
        column,
        before,
        after,
        type,
      })),
    ],
  };
}

interface PlanFacts {
  readonly closed: number;
  readonly outside: number;
  readonly twice: readonly string[];
  /** The word for the column of pseudonyms. */
  readonly pseudonym: string;
}

function planOf(
  targets: readonly Target[],
  rows: readonly Incoming[],
  { pseudonym, ...facts }: PlanFacts,
): FillPlan {
  const planned = rows.flatMap((row) => rowOf(row, targets, pseudonym) ?? []);
  const changes = planned.flatMap((row) => row.changes);
  const made = targets.filter(
    ({ known }, at) => !known && rows.some(({ texts }) => (texts[at] ?? '') !== ''),
  );
  const newAttributes = made.map(({ name }) => name);
  return {
    ...facts,
    fill: {
      newAttributes: made.map(({ name, type }) => ({ name, type })),
      rows: planned.map(({ row }) => row),
    },
    changes,
    overwritten: changes.filter(({ before }) => before !== '').length,
    cleared: changes.filter(({ before, after }) => before !== '' && after === '').length,
    newAttributes,
    newPeople: rows.flatMap(({ person, pseudonym: name }) =>
      person || name === null ? [] : [name],
    ),
    unknown: misfits(targets, rows, true).filter(
      ({ attribute }) => !newAttributes.includes(attribute),
    ),
    odd: misfits(targets, rows, false),
  };
}

export interface NamedColumn {
  /** Which column of the table. */
  readonly index: number;
  readonly name: string;
  readonly type: AttributeType;
}

const targetOf = (
  attributes: readonly UsedAttribute[],
  { name, type }: Omit<NamedColumn, 'index'>,
) => {
  const known = attributes.find((one) => sameName(one.name, name)) ?? null;
  return { name: known?.name ?? name, type: known?.type ?? type, known };
};

interface People {
  readonly people: readonly Person[];
  readonly attributes: readonly UsedAttribute[];
  /** The word for the column of pseudonyms. */
  readonly pseudonym: string;
}

/** Rows of a table matched by pseudonym; who is nobody's is made only when asked for. An empty cell changes nothing. */
export function planByPseudonym(
  { people, attributes, pseudonym }: People,
  rows: readonly (readonly string[])[],
  how: {
    readonly key: number;
    readonly columns: readonly NamedColumn[];
    readonly addsPeople: boolean;
  },
): FillPlan & { readonly strangers: number } {
  const byName = new Map(people.map((person) => [folded(person.pseudonym), person]));
  const incoming = new Map<string, Incoming>();
  const twice = new Set<string>();
  const strangers = new Set<string>();
  for (const row of rows) {
    const name = asText(row[how.key] ?? '').slice(0, 100);
    if (name === '') continue;
    const person = byName.get(folded(name)) ?? null;
    if (!person) strangers.add(folded(name));
    if (!person && !how.addsPeople) continue;
    if (incoming.has(folded(name))) twice.add(name);
    const texts = how.columns.map(({ index }) => row[index] || undefined);
    incoming.set(folded(name), { person, pseudonym: person ? null : name, texts });
  }
  const targets = how.columns.map((column) => targetOf(attributes, column));
  const facts = { closed: 0, outside: 0, twice: [...twice], pseudonym };
  return { ...planOf(targets, [...incoming.values()], facts), strangers: strangers.size };
}

interface Sheet extends People {
  readonly columns: readonly PeopleColumn[];
}

function planByHeadings(
  sheet: Sheet,
  at: Pick<CellBlock, 'top'>,
  table: {
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
  },
): FillPlan {
  const { headings, rows } = table;
  const key = headings.findIndex((name) => isKeyName(name, sheet.pseudonym));
  const columns = headings.flatMap((name, index) =>
    index === key
      ? []
      : [
          {
            index,
            name: asText(name),
            type: typeOfValues(rows.map((row) => row[index] ?? '')),
          },
        ],
  );
  if (key >= 0) return planByPseudonym(sheet, rows, { key, columns, addsPeople: true });
  const targets = columns.map((column) => targetOf(sheet.attributes, column));
  const incoming = rows.flatMap((row, y): Incoming[] => {
    const person = sheet.people[at.top + y];
    return person
      ? [{ person, pseudonym: null, texts: columns.map(({ index }) => row[index]) }]
      : [];
  });
  const outside = (rows.length - incoming.length) * columns.length;
  return planOf(targets, incoming, {
    closed: 0,
    outside,
    twice: [],
    pseudonym: sheet.pseudonym,
  });
}

/** Cells laid over the table from the corner of the block; one cell fills all of it, headings are recognised. */
export function planOfPaste(
  sheet: Sheet,
  block: CellBlock,
  cells: readonly (readonly string[])[],
): FillPlan {
  const headings = headingsOf(cells, sheet);
  if (headings) return planByHeadings(sheet, block, { headings, rows: cells.slice(1) });
  const isOne = cells.length === 1 && cells[0]?.length === 1;
  const width = isOne
    ? block.right - block.left + 1
    : Math.max(0, ...cells.map((row) => row.length));
  const height = isOne ? block.bottom - block.top + 1 : cells.length;
  return planOfBlock(
    sheet,
    { ...block, right: block.left + width - 1 },
    {
      height,
      textAt: (y, x) => (isOne ? cells[0]?.[0] : cells[y]?.[x]),
    },
  );
}

interface GivenTexts {
  readonly height: number;
  readonly textAt: (y: number, x: number) => string | undefined;
}

/** What kind of cell a text lands on; null where none was given. */
function landing(
  column: PeopleColumn | undefined,
  isSomebody: boolean,
  text: string | undefined,
): 'open' | 'closed' | 'outside' | null {
  if (text === undefined) return null;
  if (!column || !isSomebody) return 'outside';
  return isEditable(column) ? 'open' : 'closed';
}

/** Texts for the cells of a block, row by row from its top; a name in the first column below the last row is a new person. */
export function planOfBlock(sheet: Sheet, block: CellBlock, given: GivenTexts): FillPlan {
  const { height, textAt } = given;
  const under = Array.from(
    { length: block.right - block.left + 1 },
    (_, x) => sheet.columns[block.left + x],
  );
  const places = under.flatMap((column, x) =>
    column?.kind === 'attribute' ? [{ x, attribute: column.attribute }] : [],
  );
  const nameAt = under.findIndex((column) => column?.kind === 'pseudonym');
  const incoming = Array.from({ length: height }, (_, y): Incoming => {
    const name = nameAt < 0 ? '' : asText(textAt(y, nameAt) ?? '').slice(0, 100);
    return {
      person: sheet.people[block.top + y] ?? null,
      pseudonym: name || null,
      texts: places.map(({ x }) => textAt(y, x)),
    };
  });
  const isSomebody = ({ person, pseudonym }: Incoming) =>
    person !== null || pseudonym !== null;
  const landed = incoming.flatMap((row, y) =>
    under.map((column, x) => landing(column, isSomebody(row), textAt(y, x))),
  );
  const targets = places.map(({ attribute }) => ({
    name: attribute.name,
    type: attribute.type,
    known: attribute,
  }));
  return planOf(targets, incoming.filter(isSomebody), {
    closed: landed.filter((kind) => kind === 'closed').length,
    outside: landed.filter((kind) => kind === 'outside').length,
    twice: [],
    pseudonym: sheet.pseudonym,
  });
}

/** Whether the person should see it before it is written: anything new, anything odd, anything much. */
export function needsLook(plan: FillPlan): boolean {
  const {
    changes,
    cleared,
    newAttributes,
    newPeople,
    unknown,
    odd,
    closed,
    outside,
    twice,
  } = plan;
  return (
    changes.length > 20 ||
    closed + outside + cleared > 0 ||
    [newAttributes, newPeople, unknown, odd, twice].some((list) => list.length > 0)
  );
}
