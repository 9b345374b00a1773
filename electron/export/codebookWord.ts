import {
  codebookEntries,
  describedCategories,
  nameAt,
  quotation,
  type CodebookEntry,
  type CodebookSubject,
} from './codebook.ts';
import type { Edition } from './edition.ts';
import {
  captionParagraph,
  ink,
  pieces,
  textWidth,
  titleParagraphs,
  wordFile,
  type WrittenPart,
} from './wordFile.ts';
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
  const condensed = example.condensed === '' ? [] : pieces(example.condensed);
  const words = pieces(quotation(edition, entry), { italics: true, color: ink.quiet });
  const [first, ...rest] = words;
  if (condensed.length === 0 || !first) return { pieces: words };
  return {
    pieces: [...condensed, { ...first, look: { ...first.look, break: true } }, ...rest],
  };
}

/** The same category above the same categories, so that the cell may go on from row to row. */
function keyAt(entry: CodebookEntry, depth: number): string | null {
  const up = entry.path.filter((node) => node.depth >= depth);
  return up.some((node) => node.depth === depth)
    ? up.map(({ id }) => id).join('<')
    : null;
}

function codesTable(edition: Edition, entries: readonly CodebookEntry[]): WrittenPart {
  const { say, levels } = edition;
  const fields = usedFields(entries.map((entry) => entry.code));
  return wordTable({
    title: say('export.codebookCaption'),
    columns: [
      { heading: say('export.code'), width: 24 },
      ...fields.map((field) => ({ heading: say(`export.${field}`), width: 30 })),
      { heading: say('export.example'), width: 50 },
      { heading: say('export.units'), width: 18 },
      ...levels.map((level) => ({ heading: level.name, width: 24 })),
    ],
    rows: entries.map((entry) => [
      { pieces: pieces(entry.code.name, { bold: true }) },
      ...fields.map((field) => plainCell(entry.code[field])),
      exampleCell(edition, entry),
      plainCell(String(entry.code.support.units)),
      ...levels.map(({ depth }) => plainCell(nameAt(entry, depth), keyAt(entry, depth))),
    ]),
    width: textWidth.landscape,
  });
}

function categoriesTable(edition: Edition, subject: CodebookSubject): WrittenPart | null {
  const categories = describedCategories(subject);
  if (categories.length === 0) return null;
  const { say, levels } = edition;
  const fields = usedFields(categories);
  return wordTable({
    title: say('export.categoriesCaption'),
    columns: [
      { heading: say('export.category'), width: 30 },
      { heading: say('export.level'), width: 18 },
      ...fields.map((field) => ({ heading: say(`export.${field}`), width: 50 })),
    ],
    rows: categories.map((category) => [
      { pieces: pieces(category.name, { bold: true }) },
      plainCell(levels.find(({ depth }) => depth === category.depth)?.name ?? ''),
      ...fields.map((field) => plainCell(category[field])),
    ]),
    width: textWidth.landscape,
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
        captionParagraph(edition, 1, say('export.codebookCaption')),
        codesTable(edition, entries),
        ...(categories
          ? [captionParagraph(edition, 2, say('export.categoriesCaption')), categories]
          : []),
      ],
    ],
  });
}
