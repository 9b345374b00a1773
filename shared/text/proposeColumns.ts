import { typeOfValues, type AttributeType } from '../domain/attribute.ts';

export const columnUses = ['id', 'attribute', 'answer', 'ignore'] as const;
export type ColumnUse = (typeof columnUses)[number];

/** One column of a table where each row is a person, with what it is taken for until somebody says otherwise. */
export interface ProposedColumn {
  readonly index: number;
  readonly heading: string;
  readonly use: ColumnUse;
  /** As an attribute. */
  readonly type: AttributeType;
  readonly filled: number;
  readonly distinct: number;
  /** The first values, shortened. */
  readonly examples: readonly string[];
}

export interface Table {
  readonly headings: readonly string[];
  /** Rows with anything in them. */
  readonly rows: readonly (readonly string[])[];
  /** Headings that had to be made up or told apart. */
  readonly renamed: readonly string[];
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The headings of the first row that has any, each a name of its own; `column` names those that have none. */
export function tableOf(
  rows: readonly (readonly string[])[],
  column: (number: number) => string,
): Table {
  const at = rows.findIndex((row) => !isBlank(row));
  const body = rows.slice(at + 1).filter((row) => !isBlank(row));
  const width = Math.max(0, rows[at]?.length ?? 0, ...widthsOf(body));
  const taken = new Set<string>();
  const renamed: string[] = [];
  const headings = Array.from({ length: width }, (_, index) => {
    const given = oneLine(rows[at]?.[index] ?? '').slice(0, 100);
    const base = given === '' ? column(index + 1) : given;
    let name = base;
    for (let n = 2; taken.has(name.toLocaleLowerCase()); n += 1) name = `${base} ${n}`;
    taken.add(name.toLocaleLowerCase());
    if (name !== given) renamed.push(name);
    return name;
  });
  return { headings, rows: body, renamed };
}

/** A spread of a hundred thousand rows would be too many arguments. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  return [rows.reduce((most, row) => Math.max(most, row.length), 0)];
}

interface Facts {
  readonly index: number;
  readonly heading: string;
  readonly values: readonly string[];
  readonly type: AttributeType;
  readonly distinct: number;
  readonly total: number;
}

const idHeading =
  /^(?:id|nr|löpnr|löpnummer|nummer|svarsid|respons-?id|response ?id|respondent(?:id)?|deltagare|participant|pseudonym|kod|code)$/i;
const directIdentifier =
  /^(?:e-?post(?:adress)?|e-?mail(?: address)?|namn|name|förnamn|efternamn|first name|last name|full name|ip(?:-adress| address)?|telefon|phone|personnummer)$/i;
const stamp =
  /^(?:tidstämpel|timestamp|starttid|start time|sluttid|slutförandetid|completion time|senast ändrad.*|last modified.*)$/i;

const mostInId = 40;

function mayBeId({ values, distinct, total, type }: Facts): boolean {
  return (
    total > 0 &&
    values.length === total &&
    distinct === total &&
    type !== 'date' &&
    values.every((value) => value.length <= mostInId && !/[,.]\d/.test(value))
  );
}

/** Which column tells who a row is: one that says so in its heading, else the first that is different in every row. */
function idColumn(columns: readonly Facts[]): number | null {
  const possible = columns.filter(mayBeId);
  const named = possible.find(({ heading }) => idHeading.test(heading));
  const isCode = ({ values }: Facts) => values.every((value) => /^\S+$/.test(value));
  return (named ?? possible.find((one) => one.index === 0 && isCode(one)))?.index ?? null;
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

const asksForWords =
  /synpunkter|fritext|egna ord|motivera|kommentera|kommentar(?:er)?$|comments?$|free text|own words/i;

/** Asked for in so many words, long, or a question that is not answered by numbers, dates or few words that come again. */
function isOpenAnswer({ values, type, heading, distinct }: Facts): boolean {
  if (values.length === 0 || type === 'number' || type === 'date' || type === 'yesNo')
    return false;
  if (asksForWords.test(heading)) return true;
  const words = values.reduce((sum, value) => sum + wordsIn(value), 0) / values.length;
  const isLong =
    words >= 4 || values.some((value) => value.length > 80 || value.includes('\n'));
  const isQuestion =
    /\?\s*$|^(?:vad|hur|varför|beskriv|berätta|what|how|why|describe)\b/i.test(heading);
  return isLong ? distinct > 1 : isQuestion && type === 'text' && words >= 1.5;
}

function useOf(facts: Facts, id: number | null): ColumnUse {
  if (facts.index === id) return 'id';
  if (facts.values.length === 0) return 'ignore';
  if (directIdentifier.test(facts.heading) || stamp.test(facts.heading)) return 'ignore';
  return isOpenAnswer(facts) ? 'answer' : 'attribute';
}

/**
 * What each column is taken for: unique in every row, the id; names, addresses and time stamps of a form, ignored;
 * long text, an open answer; anything else, an attribute.
 */
export function proposeColumns({ headings, rows }: Table): readonly ProposedColumn[] {
  const columns = headings.map((heading, index): Facts => {
    const values = rows.flatMap((row) => {
      const value = (row[index] ?? '').trim();
      return value === '' ? [] : [value];
    });
    const distinct = new Set(values.map((value) => value.toLocaleLowerCase())).size;
    const type = typeOfValues(values);
    return { index, heading, values, type, distinct, total: rows.length };
  });
  const id = idColumn(columns);
  return columns.map((facts) => ({
    index: facts.index,
    heading: facts.heading,
    use: useOf(facts, id),
    type: facts.type,
    filled: facts.values.length,
    distinct: facts.distinct,
    examples: facts.values.slice(0, 3).map((value) => oneLine(value).slice(0, 80)),
  }));
}
