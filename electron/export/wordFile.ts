import { randomUUID } from 'node:crypto';

import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { languageTags, type Edition } from './edition.ts';
import { xmlText } from './exportedText.ts';

const margin = convertMillimetersToTwip(18);
const paper = {
  width: convertMillimetersToTwip(210),
  height: convertMillimetersToTwip(297),
};

/** Twips between the margins. */
export const textWidth = {
  portrait: paper.width - 2 * margin,
  landscape: paper.height - 2 * margin,
} as const;

export const ink = { quiet: '5B6664', line: 'B7C0BE', head: 'E8ECEA' } as const;

/** A part of the document that is WordprocessingML already. */
export interface WrittenPart {
  readonly xml: string;
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
  /** Begins on a new line. */
  readonly break?: boolean;
}

/** Text of one look, without line breaks. */
export interface Piece {
  readonly text: string;
  readonly look: Look;
}

export interface WordFile {
  /** What it is, as the first heading says. */
  readonly name: string;
  readonly orientation: keyof typeof textWidth;
  readonly sections: readonly (readonly (Paragraph | WrittenPart)[])[];
}

const heading = (size: number, before: number) => ({
  run: { font: 'Calibri', size, bold: true, color: '1E2726' },
  paragraph: { keepNext: true, spacing: { before, after: 80 } },
});

function styles(edition: Edition): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          language: { value: languageTags[edition.language] },
        },
      },
      heading1: heading(32, 0),
      heading2: heading(26, 320),
      caption: {
        run: { font: 'Calibri', size: 20, italics: true, color: '1E2726' },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
    },
    paragraphStyles: [
      {
        id: 'Facts',
        name: 'Facts',
        basedOn: 'Normal',
        run: { size: 20, color: ink.quiet },
        paragraph: { spacing: { after: 120 } },
      },
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 20, after: 20 } },
      },
      {
        id: 'CellHead',
        name: 'Cell head',
        basedOn: 'Cell',
        run: { bold: true },
        paragraph: { keepNext: true },
      },
    ],
  };
}

/** "Page 2 of 5" with fields in the places of the numbers. */
function pageNumbers({ say }: Edition): TextRun {
  const words = say('export.page', { page: '\u0001', pages: '\u0002' }).split(
    // oxlint-disable-next-line no-control-regex
    /([\u0001\u0002])/,
  );
  return new TextRun({
    style: 'Facts',
    size: 18,
    color: ink.quiet,
    children: words.map((piece) => {
      if (piece === '\u0001') return PageNumber.CURRENT;
      return piece === '\u0002' ? PageNumber.TOTAL_PAGES : piece;
    }),
  });
}

function footer(edition: Edition): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            text: `${xmlText(edition.title)}   `,
            size: 18,
            color: ink.quiet,
          }),
          pageNumbers(edition),
        ],
      }),
    ],
  });
}

/** Text with its line breaks, in pieces of one look. */
export function pieces(text: string, look: Look = {}): readonly Piece[] {
  return xmlText(text)
    .split('\n')
    .map((line, index) => ({
      text: line,
      look: index > 0 ? { ...look, break: true } : look,
    }));
}

export function runs(text: string, look: Look = {}): readonly TextRun[] {
  return pieces(text, look).map(
    (piece) =>
      new TextRun({ ...piece.look, text: piece.text, break: piece.look.break ? 1 : 0 }),
  );
}

export function captionParagraph(
  edition: Edition,
  number: number,
  words: string,
): Paragraph {
  return new Paragraph({
    style: 'Caption',
    children: [...runs(`${edition.say('export.table')} ${number}. ${words}`)],
  });
}

/** The name of the thing, what it is taken from, and how much it holds. */
export function titleParagraphs(
  edition: Edition,
  name: string,
  facts: string,
): readonly Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [...runs(name)] }),
    new Paragraph({
      style: 'Facts',
      children: [...runs([edition.title, facts].filter(Boolean).join(' · '))],
    }),
  ];
}

const documentPart = 'word/document.xml';

/** Puts each written part where a paragraph holds its place. */
function withParts(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array {
  if (parts.size === 0) return bytes;
  const files = unzipSync(bytes);
  let document = strFromU8(files[documentPart] ?? new Uint8Array());
  for (const [mark, xml] of parts) {
    const at = document.indexOf(mark);
    const start = document.lastIndexOf('<w:p>', at);
    const end = document.indexOf('</w:p>', at) + '</w:p>'.length;
    document = document.slice(0, start) + xml + document.slice(end);
  }
  return zipSync({ ...files, [documentPart]: strToU8(document) });
}

/** A4 in the language of the edition, each section on a new page, with the title and page numbers at the foot. */
export async function wordFile(edition: Edition, file: WordFile): Promise<Uint8Array> {
  const written = new Map<string, string>();
  const place = (part: WrittenPart): Paragraph => {
    const mark = randomUUID();
    written.set(mark, part.xml);
    return new Paragraph({ children: [new TextRun(mark)] });
  };
  const sections = file.sections.map((children): ISectionOptions => ({
    properties: {
      page: {
        size: {
          ...paper,
          orientation:
            file.orientation === 'landscape'
              ? PageOrientation.LANDSCAPE
              : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    footers: { default: footer(edition) },
    children: children.map((part) => ('xml' in part ? place(part) : part)),
  }));
  const bytes = await Packer.toBuffer(
    new Document({
      title: xmlText(`${edition.title}: ${file.name}`),
      creator: 'Utsaga',
      lastModifiedBy: 'Utsaga',
      styles: styles(edition),
      sections,
    }),
  );
  return withParts(bytes, written);
}
