import { typeOfValues, type AttributeType } from '../domain/attribute.ts';
import { headingsOf } from './tableHeadings.ts';

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
  /** The lowest row of headings, from 1; rows above it are not read. */
  readonly headingRow: number;
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The headings of a table, each a name of its own; `column` names those that have none. */
export function tableOf(
  rows: readonly (readonly string[])[],
  column: (number: number) => string,
): Table {
  const { cells, firstRow } = headingsOf(rows);
  const body = rows.slice(firstRow).filter((row) => !isBlank(row));
  const width = Math.max(0, cells.length, ...widthsOf(body));
  const taken = new Set<string>();
  const renamed: string[] = [];
  const headings = Array.from({ length: width }, (_, index) => {
    const given = shortened(cells[index] ?? '');
    const base = given === '' ? column(index + 1) : given;
    let name = base;
    for (let n = 2; taken.has(name.toLocaleLowerCase()); n += 1) name = `${base} ${n}`;
    taken.add(name.toLocaleLowerCase());
    if (name !== given) renamed.push(name);
    return name;
  });
  return { headings, rows: body, renamed, headingRow: firstRow };
}

const longestHeading = 100;

/** Names have a bound that long questions go beyond; that something is left out is seen. */
function shortened(heading: string): string {
  if (heading.length <= longestHeading) return heading;
  const cut = heading.slice(0, longestHeading - 1);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > 60 ? word : cut.length).toWellFormed()}…`;
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
  /^(?:#|id|nr|löpnr|löpnummer|nummer|svars?-?(?:id|nr|nummer)|respons-?id|response ?id|respondent(?:[ -]?id)?|deltagare|participant|pseudonym|kod|code)\.?$/i;
/** Names, addresses and numbers that point somebody out, by their headings however they are asked for. */
const directIdentifier =
  /^(?:(?:user ?|användar)?namn|(?:user ?)?name|förnamn|efternamn|first ?name|last ?name|full ?name|personnummer|location ?(?:latitude|longitude)|external ?(?:data )?reference|recipient.{0,20})$|^(?:(?:ange )?din |your )?(?:e-?post|e-?mail|mejl|ip-? ?adress?|(?:mobil|telefon)(?:nummer)?|(?:mobile|phone)(?: ?number)?)(?:adress)?\b.{0,30}$|^vad heter du\b|^what is your name\b/i;
const address = /^[^\s@]+@[^\s@]+\.[a-zåäö]{2,}$/i;
const personalNumber =
  /^(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]?\d{4}$/;
/** What the form itself notes: when and how it was answered. */
const stamp =
  /^(?:tidst(?:ä|a)mpel|timestamp|svars?(?:tid|datum)|start(?:ed|ad)?|start ?(?:tid|time|date|datum)|slut(?:förd|tid|datum)?|end ?(?:time|date)|slutförandetid|completion time|completed|senast ändrad.*|last modified.*|date submitted|submit(?:ted)?(?: date)?|inskickad|skapad|created(?: at)?|recorded ?date|date recorded|duration.*|tidsåtgång.*|tid \(.{1,20}\)|progress|finished|response ?type|distribution ?channel|user ?language|språk i formuläret|collector ?id|last page|start language|seed)$/i;

const mostInId = 40;

function mayBeId({ values, distinct, total, type }: Facts): boolean {
  return (
    total > 0 &&
    values.length === total &&
    distinct === total &&
    type !== 'date' &&
    !values.some((value) => address.test(value) || personalNumber.test(value)) &&
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

/** Who somebody is, by the heading or by what most of the cells are. */
function isAboutWho({ heading, values }: Facts): boolean {
  const pointing = values.filter(
    (value) => address.test(value) || personalNumber.test(value),
  );
  return directIdentifier.test(heading) || pointing.length * 2 > values.length;
}

function useOf(facts: Facts, id: number | null): ColumnUse {
  if (facts.values.length === 0) return 'ignore';
  if (facts.index === id) return 'id';
  if (isAboutWho(facts) || stamp.test(facts.heading)) return 'ignore';
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
