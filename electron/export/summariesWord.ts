import { HeadingLevel, Paragraph } from 'docx';

import type { Edition } from './edition.ts';
import type { SummedQuestion, WrittenSummary } from './summaries.ts';
import { runs, titleParagraphs, wordFile } from './wordFile.ts';

function summaryParagraphs(
  { say }: Edition,
  { group, text, units }: WrittenSummary,
): readonly Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_3,
      children: [...runs(group ?? say('export.allGroups'))],
    }),
    ...text.split('\n').map((line) => new Paragraph({ children: [...runs(line)] })),
    ...(units.length === 0
      ? []
      : [
          new Paragraph({
            style: 'Facts',
            children: [...runs(say('export.restsOn', { units: units.join(', ') }))],
          }),
        ]),
  ];
}

/** The question as heading, all groups first, then group by group (method.md 3.3). */
export function summariesDocx(
  edition: Edition,
  questions: readonly SummedQuestion[],
): Promise<Uint8Array> {
  const { say } = edition;
  const name = say('export.summariesTitle');
  return wordFile(edition, {
    name,
    orientation: 'portrait',
    sections: [
      [
        ...titleParagraphs(
          edition,
          name,
          say('export.summariesFacts', { count: questions.length }),
        ),
        ...questions.flatMap(({ number, text, summaries }) => [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            children: [...runs(`${number}. ${text}`)],
          }),
          ...summaries.flatMap((summary) => summaryParagraphs(edition, summary)),
        ]),
      ],
    ],
  });
}
