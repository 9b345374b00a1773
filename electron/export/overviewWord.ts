import { HeadingLevel, Paragraph } from 'docx';

import type { Theme } from '../../shared/domain/theme.ts';
import type { Edition } from './edition.ts';
import {
  gathered,
  overviewTree,
  supportWords,
  waysDown,
  type OverviewNode,
  type OverviewSubject,
} from './overview.ts';
import {
  captionParagraph,
  ink,
  pieces,
  runs,
  textWidth,
  titleParagraphs,
  wordFile,
  type Piece,
  type WrittenPart,
} from './wordFile.ts';
import { plainCell, wordTable, type WordCell } from './wordTable.ts';

export interface OverviewLayout {
  readonly layout: 'rows' | 'columns';
  readonly withCounts: boolean;
}

interface Page {
  readonly edition: Edition;
  readonly subject: OverviewSubject;
  readonly withCounts: boolean;
}

const portrait = textWidth.portrait;

/** Levels from the top down to the lowest that is shown; codes stand in for a missing lower level. */
function shownLevels({
  levels,
  say,
}: Edition): readonly { depth: number; name: string }[] {
  const down = levels.toReversed();
  return down.length > 1 ? down : [...down, { depth: 0, name: say('export.code') }];
}

function countPieces(
  page: Page,
  node: OverviewNode,
  isOnNewLine = true,
): readonly Piece[] {
  return page.withCounts
    ? pieces(supportWords(page.edition, node.support), {
        color: ink.quiet,
        size: 16,
        break: isOnNewLine,
      })
    : [];
}

/** A row per lowest node, with each of the categories above it in one cell beside all that it holds. */
function inRows(page: Page): WrittenPart {
  const { edition, subject, withCounts } = page;
  const levels = shownLevels(edition);
  const counted = ['units', 'participants', 'transcripts'] as const;
  const numbers = withCounts ? counted : [];
  const ways = waysDown(overviewTree(edition, subject));
  const rows = ways.map((way) => {
    const names = levels.map((level, index): WordCell => {
      const node = way.find(({ depth }) => depth === level.depth);
      if (!node) return plainCell('');
      const isLowest = index === levels.length - 1;
      return {
        pieces: pieces(node.name, { bold: index === 0 }),
        mergeKey: isLowest ? null : node.id,
      };
    });
    const support = way.at(-1)?.support;
    return [...names, ...numbers.map((key) => plainCell(String(support?.[key] ?? 0)))];
  });
  return wordTable({
    title: edition.say('export.overviewCaption'),
    columns: [
      ...levels.map(({ name }) => ({ heading: name, width: 40 })),
      ...numbers.map((key) => ({ heading: edition.say(`export.${key}`), width: 24 })),
    ],
    rows,
    width: portrait,
  });
}

/** A child with what stands under it, indented by level. */
function childPieces(page: Page, node: OverviewNode, indent: number): readonly Piece[] {
  const name = `${'\u2003'.repeat(indent)}${node.name}`;
  return [
    ...pieces(name, { break: indent > 0 }),
    ...countPieces(page, node),
    ...node.children.flatMap((child) => childPieces(page, child, indent + 1)),
  ];
}

const mostColumns = 4;

/** A column per main category, its children below; more than fit beside one another go on in a table of their own. */
function inColumns(page: Page): readonly (Paragraph | WrittenPart)[] {
  const tops = gathered(page.edition, overviewTree(page.edition, page.subject));
  const tables = Math.ceil(tops.length / mostColumns);
  const each = Math.ceil(tops.length / tables);
  return Array.from({ length: tables }, (_, table) => {
    const columns = tops.slice(table * each, (table + 1) * each);
    const longest = Math.max(...columns.map((top) => top.children.length));
    const counts = columns.map((top) => ({ pieces: countPieces(page, top, false) }));
    const rows = Array.from({ length: longest }, (__, row) =>
      columns.map((top): WordCell => {
        const child = top.children[row];
        return child ? { pieces: childPieces(page, child, 0) } : plainCell('');
      }),
    );
    return [
      wordTable({
        title: page.edition.say('export.overviewCaption'),
        columns: columns.map((top) => ({ heading: top.name, width: 1 })),
        rows: page.withCounts ? [counts, ...rows] : rows,
        width: portrait,
      }),
      new Paragraph({ children: [] }),
    ];
  }).flat();
}

function namesLinked(page: Page, theme: Theme): readonly string[] {
  const { categories, codes } = page.subject;
  return [
    ...categories.filter(({ id }) => theme.categoryIds.includes(id)),
    ...codes.filter(({ id }) => theme.codeIds.includes(id)),
  ].map(({ name }) => name);
}

function themeParagraphs(
  page: Page,
  parentId: Theme['parentId'],
  indent: number,
): readonly Paragraph[] {
  const { say } = page.edition;
  return page.subject.themes
    .filter((theme) => theme.parentId === parentId)
    .flatMap((theme) => {
      const names = namesLinked(page, theme);
      const through =
        names.length > 0 ? say('export.runsThrough', { names: names.join(', ') }) : '';
      const count = page.withCounts
        ? say('export.supportUnits', { count: theme.units })
        : '';
      const below = [through, count].filter(Boolean).join(' · ');
      return [
        new Paragraph({
          spacing: { before: 80, after: 40 },
          indent: { left: indent * 400 },
          children: [
            ...runs(theme.name, { bold: indent === 0 }),
            ...(below ? runs(below, { break: true, size: 20, color: ink.quiet }) : []),
          ],
        }),
        ...themeParagraphs(page, theme.id, indent + 1),
      ];
    });
}

/** The result in one table, in either layout of method.md 3.2, with the themes under it; numbers only when asked for. */
export function overviewDocx(
  edition: Edition,
  subject: OverviewSubject,
  { layout, withCounts }: OverviewLayout,
): Promise<Uint8Array> {
  const { say } = edition;
  const page: Page = { edition, subject, withCounts };
  const name = say('export.overviewTitle');
  const themes = themeParagraphs(page, null, 0);
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: [...runs(say('export.themes'))],
  });
  return wordFile(edition, {
    name,
    orientation: 'portrait',
    sections: [
      [
        ...titleParagraphs(edition, name, ''),
        captionParagraph(edition, 1, say('export.overviewCaption')),
        ...(layout === 'rows' ? [inRows(page)] : inColumns(page)),
        ...(themes.length > 0 ? [heading, ...themes] : []),
      ],
    ],
  });
}
