import { Paragraph, type Table, TextRun } from 'docx';

import {
  codebookEntries,
  describedCategories,
  nameAt,
  quotation,
  type CodebookEntry,
  type CodebookSubject,
} from './codebook.ts';
import type { Edition } from './edition.ts';
import { ink, runs, textWidth, titleParagraphs, wordFile } from './wordFile.ts';
import { plainCell, wordTable, type WordCell } from './wordTable.ts';

const described = ['definition', 'inclusion', 'exclusion'] as const;
type Described = (typeof described)[number];

/** A definition belongs to a codebook even while it is empty; the other two stand there once somebody has used them. */
function usedFields(
  things: readonly Readonly<Record<Described, string>>[],
): readonly Described[] {
  return described.filter(
    (field) => field === 'definition' || things.some((thing) => thing[field] !== ''),
  );
}

function exampleCell(edition: Edition, entry: CodebookEntry): WordCell {
  const { example } = entry;
  if (!example) return plainCell('');
  const condensed = example.condensed === '' ? [] : runs(example.condensed);
  const words = runs(quotation(edition, entry), { italics: true, color: ink.quiet });
  return {
    runs: [
      ...condensed,
      ...(condensed.length > 0 ? [new TextRun({ text: '', break: 1 })] : []),
      ...words,
    ],
  };
}

/** The same category above the same categories, so that the cell may go on from row to row. */
function keyAt(entry: CodebookEntry, depth: number): string | null {
  const up = entry.path.filter((node) => node.depth >= depth);
  return up.some((node) => node.depth === depth)
    ? up.map(({ id }) => id).join('<')
    : null;
}

function codesTable(edition: Edition, entries: readonly CodebookEntry[]): Table {
  const { say, levels } = edition;
  const fields = usedFields(entries.map((entry) => entry.code));
  return wordTable({
    columns: [
      { heading: say('export.code'), width: 24 },
      ...fields.map((field) => ({ heading: say(`export.${field}`), width: 30 })),
      { heading: say('export.example'), width: 50 },
      { heading: say('export.units'), width: 18 },
      ...levels.map((level) => ({ heading: level.name, width: 24 })),
    ],
    rows: entries.map((entry) => [
      { runs: runs(entry.code.name, { bold: true }) },
      ...fields.map((field) => plainCell(entry.code[field])),
      exampleCell(edition, entry),
      plainCell(String(entry.code.support.units)),
      ...levels.map(({ depth }) => plainCell(nameAt(entry, depth), keyAt(entry, depth))),
    ]),
    width: textWidth.landscape,
  });
}

function categoriesTable(edition: Edition, subject: CodebookSubject): Table | null {
  const categories = describedCategories(subject);
  if (categories.length === 0) return null;
  const { say, levels } = edition;
  const fields = usedFields(categories);
  return wordTable({
    columns: [
      { heading: say('export.category'), width: 30 },
      { heading: say('export.level'), width: 18 },
      ...fields.map((field) => ({ heading: say(`export.${field}`), width: 50 })),
    ],
    rows: categories.map((category) => [
      { runs: runs(category.name, { bold: true }) },
      plainCell(levels.find(({ depth }) => depth === category.depth)?.name ?? ''),
      ...fields.map((field) => plainCell(category[field])),
    ]),
    width: textWidth.landscape,
  });
}

function caption({ say }: Edition, number: number, words: string): Paragraph {
  return new Paragraph({
    style: 'Caption',
    children: [...runs(`${say('export.table')} ${number}. ${words}`)],
  });
}

/** Landscape A4: every code with its definition, an example and where it stands; then the categories that are described. */
export function codebookDocx(
  edition: Edition,
  subject: CodebookSubject,
): Promise<Uint8Array> {
  const { say } = edition;
  const entries = codebookEntries(subject);
  const categories = categoriesTable(edition, subject);
  const name = say('export.codebookTitle');
  return wordFile(edition, {
    name,
    orientation: 'landscape',
    sections: [
      [
        ...titleParagraphs(
          edition,
          name,
          say('export.codebookFacts', { count: entries.length }),
        ),
        caption(edition, 1, say('export.codebookCaption')),
        codesTable(edition, entries),
        ...(categories
          ? [caption(edition, 2, say('export.categoriesCaption')), categories]
          : []),
      ],
    ],
  });
}
