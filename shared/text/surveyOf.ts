import type { AttributeType } from '../domain/attribute.ts';
import { typeOfValues } from '../domain/attribute.ts';
import { enteredText } from '../domain/text.ts';
import type { ColumnUse, Table } from './proposeColumns.ts';

export interface ChosenColumn {
  readonly index: number;
  readonly use: ColumnUse;
  readonly name?: string | undefined;
  readonly type?: AttributeType | undefined;
}

export interface Question {
  readonly name: string;
  /** Those who answered, in the order of the rows. */
  readonly answers: readonly {
    /** Which of the people. */
    readonly person: number;
    readonly text: string;
    /** A dash or a "don't know": an answer, but nothing to judge. */
    readonly saysNothing: boolean;
  }[];
}

/** A survey as people, what is known of them, and what they answered in words of their own. */
export interface Survey {
  readonly people: readonly {
    readonly id: string;
    readonly values: readonly { readonly attribute: string; readonly value: string }[];
  }[];
  readonly attributes: readonly { readonly name: string; readonly type: AttributeType }[];
  readonly questions: readonly Question[];
}

const nothingSaid =
  /^(?:[-–—.]+|vet ej|vet inte|inget svar|ej svar|inga synpunkter|n\/a|don[’']t know|no answer|no comment)[.!]?$/i;

/** Whether an answer is only a sign that there is none. */
export const saysNothing = (text: string): boolean => nothingSaid.test(text.trim());

const most = 2000;
const oneLine = (text: string) => enteredText(text).replaceAll(/\s+/g, ' ').trim();

/** An id for every row: the column's own, told apart where two rows have the same, else R1, R2 … */
function idsOf({ rows }: Table, column: number | undefined): readonly string[] {
  const taken = new Set<string>();
  return rows.map((row, index) => {
    const given = column === undefined ? '' : oneLine(row[column] ?? '').slice(0, 90);
    const base = given === '' ? `R${index + 1}` : given;
    let id = base;
    for (let n = 2; taken.has(id); n += 1) id = `${base} ${n}`;
    taken.add(id);
    return id;
  });
}

/** What a table says when its columns are read like that; an empty answer is none. */
export function surveyOf(table: Table, columns: readonly ChosenColumn[]): Survey {
  const { headings, rows } = table;
  const nameOf = ({ index, name }: ChosenColumn) => name ?? headings[index] ?? '';
  const used = (use: ColumnUse) =>
    columns.filter((column) => column.use === use && column.index < headings.length);
  const ids = idsOf(table, used('id')[0]?.index);
  const attributes = used('attribute').map((column) => ({
    index: column.index,
    name: nameOf(column),
    type: column.type ?? typeOfValues(rows.map((row) => row[column.index] ?? '')),
  }));
  return {
    people: ids.map((id, at) => ({
      id,
      values: attributes.flatMap(({ index, name }) => {
        const value = oneLine(rows[at]?.[index] ?? '').slice(0, most);
        return value === '' ? [] : [{ attribute: name, value }];
      }),
    })),
    attributes: attributes.map(({ name, type }) => ({ name, type })),
    questions: used('answer').map((column) => ({
      name: nameOf(column),
      answers: rows.flatMap((row, person) => {
        const text = enteredText(row[column.index] ?? '').trim();
        return text === '' ? [] : [{ person, text, saysNothing: saysNothing(text) }];
      }),
    })),
  };
}
