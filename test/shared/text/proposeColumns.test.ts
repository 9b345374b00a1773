import { describe, expect, test } from 'vitest';

import { proposeColumns, tableOf } from '../../../shared/text/proposeColumns.ts';
import { saysNothing, surveyOf } from '../../../shared/text/surveyOf.ts';

const column = (number: number) => `Kolumn ${number}`;

/** The same survey as in the samples: four people, an answer over two lines, a figure with a decimal comma. */
const rows = [
  [
    'ID',
    'Kön',
    'Ålder',
    'Anställd sedan',
    'Nöjdhet (1–5)',
    'Vad fungerar bra?',
    'Vad kan bli bättre?',
  ],
  [
    'R001',
    'Kvinna',
    '34',
    '2019-08-15',
    '4',
    'Kollegorna; vi hjälps åt',
    'Schemat är "rörigt"\nibland',
  ],
  [
    'R002',
    'Man',
    '51',
    '2005-01-01',
    '3,5',
    '',
    'Mer tid för reflektion, t.ex. på fredagar',
  ],
  [],
  ['R003', 'Annat', '28', '', '5', 'Allt 😊', '-'],
  ['R004', 'Kvinna', '', '2024-12-01', '', 'Vet ej', 'Åtgärda ljudnivån\n\nSnarast!'],
];

const usesOf = (table: readonly (readonly string[])[]) =>
  proposeColumns(tableOf(table, column)).map(({ heading, use, type }) =>
    use === 'attribute' ? `${heading}: ${type}` : `${heading}: ${use}`,
  );

describe('the columns of a table of people', () => {
  test('are proposed from what stands in them', () => {
    expect(usesOf(rows)).toEqual([
      'ID: id',
      'Kön: choice',
      'Ålder: number',
      'Anställd sedan: date',
      'Nöjdhet (1–5): number',
      'Vad fungerar bra?: answer',
      'Vad kan bli bättre?: answer',
    ]);
  });

  test('that tell who somebody is, or when the form was sent, are left out', () => {
    const form = [
      ['Tidstämpel', 'Namn', 'E-post', 'Kommun', 'Svar'],
      ['2026-01-01', 'Anna', 'a@b.se', 'Norrby', 'Ja'],
      ['2026-01-02', 'Bo', 'b@b.se', 'Sörby', 'Nej'],
      ['2026-01-03', 'Cia', 'c@b.se', 'Norrby', 'ja'],
    ];
    expect(usesOf(form)).toEqual([
      'Tidstämpel: ignore',
      'Namn: ignore',
      'E-post: ignore',
      'Kommun: choice',
      'Svar: yesNo',
    ]);
  });

  test('get a name where they have none, and another where they have the same', () => {
    const { headings, renamed } = tableOf(
      [
        ['Kön', '', 'kön'],
        ['a', 'b', 'c', 'd'],
      ],
      column,
    );
    expect(headings).toEqual(['Kön', 'Kolumn 2', 'kön 2', 'Kolumn 4']);
    expect(renamed).toEqual(['Kolumn 2', 'kön 2', 'Kolumn 4']);
  });
});

describe('the headings of a table of people', () => {
  test('stand below a title, and in two rows where a question has several parts', () => {
    const table = tableOf(
      [
        ['Enkät om arbetet 2026'],
        [],
        ['ID', 'Hur nöjd är du med', '', 'Vad kan bli bättre?'],
        ['', 'chefen', 'lönen', ''],
        ['1', '4', '2', 'Mer tid'],
        ['2', '5', '3', ''],
      ],
      column,
    );
    expect(table).toMatchObject({
      headings: [
        'ID',
        'Hur nöjd är du med: chefen',
        'Hur nöjd är du med: lönen',
        'Vad kan bli bättre?',
      ],
      headingRow: 4,
      renamed: [],
    });
    expect(table.rows.map(([id]) => id)).toEqual(['1', '2']);
  });

  test('are one row where the first answer leaves a cell blank', () => {
    const table = tableOf(
      [
        ['ID', 'Kön', ''],
        ['1', '', 'a'],
      ],
      column,
    );
    expect([table.headings, table.rows.length]).toEqual([['ID', 'Kön', 'Kolumn 3'], 1]);
  });
});

test('What a form notes by itself, and what points somebody out by its values, is left out', () => {
  const form = [
    [
      'ID',
      'Starttid',
      'Svarstid',
      'Din e-postadress',
      'Kontakt',
      'Namn på arbetsplats',
      'Finished',
      'Poäng',
    ],
    ['1', '2026-01-01 08:00', '00:04:10', 'a@b.se', 'a@b.se', 'Norrby', 'TRUE', '3,5'],
    ['2', '2026-01-01 09:00', '00:03:00', 'b@b.se', '070-1', 'Sörby', 'TRUE', '4'],
    ['3', '2026-01-02 09:00', '00:02:59', '', 'c@b.se', 'Norrby', 'TRUE', '2,25'],
  ];
  expect(usesOf(form)).toEqual([
    'ID: id',
    'Starttid: ignore',
    'Svarstid: ignore',
    'Din e-postadress: ignore',
    'Kontakt: ignore',
    'Namn på arbetsplats: choice',
    'Finished: ignore',
    'Poäng: number',
  ]);
});

describe('a survey', () => {
  test('has a person for each row, and no answer where nothing is written', () => {
    const table = tableOf(rows, column);
    const survey = surveyOf(table, proposeColumns(table));
    expect(survey.people.map(({ id }) => id)).toEqual(['R001', 'R002', 'R003', 'R004']);
    expect(survey.people[3]!.values).toEqual([
      { attribute: 'Kön', value: 'Kvinna' },
      { attribute: 'Anställd sedan', value: '2024-12-01' },
    ]);
    expect(survey.questions).toEqual([
      {
        name: 'Vad fungerar bra?',
        answers: [
          { person: 0, text: 'Kollegorna; vi hjälps åt', saysNothing: false },
          { person: 2, text: 'Allt 😊', saysNothing: false },
          { person: 3, text: 'Vet ej', saysNothing: true },
        ],
      },
      {
        name: 'Vad kan bli bättre?',
        answers: [
          { person: 0, text: 'Schemat är "rörigt"\nibland', saysNothing: false },
          {
            person: 1,
            text: 'Mer tid för reflektion, t.ex. på fredagar',
            saysNothing: false,
          },
          { person: 2, text: '-', saysNothing: true },
          { person: 3, text: 'Åtgärda ljudnivån\n\nSnarast!', saysNothing: false },
        ],
      },
    ]);
  });

  test('calls its people R1, R2 where no column is the id, and tells equal ids apart', () => {
    const table = tableOf(
      [
        ['Id', 'Svar'],
        ['A', 'x'],
        ['A', 'y'],
        ['', 'z'],
      ],
      column,
    );
    const idsWhen = (use: 'id' | 'ignore') =>
      surveyOf(table, [{ index: 0, use }]).people.map(({ id }) => id);
    expect(idsWhen('id')).toEqual(['A', 'A 2', 'R3']);
    expect(idsWhen('ignore')).toEqual(['R1', 'R2', 'R3']);
  });

  test.each(['-', '–', 'Vet ej', 'vet inte.', 'N/A', 'Don’t know'])(
    'knows that %s says nothing',
    (answer) => expect(saysNothing(answer)).toBe(true),
  );
  test('takes a short answer for an answer', () => {
    expect(saysNothing('Nej')).toBe(false);
    expect(saysNothing('Vet ej vad jag ska säga')).toBe(false);
  });
});

test('a column that asks for words is an open answer, however little is said in it', () => {
  const table = tableOf(
    [
      ['ID', 'Kön', 'Övriga synpunkter', 'Antal kommentarer'],
      ['1', 'Man', '-', '3'],
      ['2', 'Kvinna', 'Vet ej', '0'],
      ['3', 'Man', '-', '1'],
    ],
    column,
  );
  expect(proposeColumns(table).map(({ use }) => use)).toEqual([
    'id',
    'attribute',
    'answer',
    'attribute',
  ]);
});
