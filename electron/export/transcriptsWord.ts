import { HeadingLevel, Paragraph, Tab, TextRun } from 'docx';

import type { Transcript } from '../../shared/domain/transcript.ts';
import type { Edition } from './edition.ts';
import { xmlText } from './exportedText.ts';
import { spokenTurns } from './transcripts.ts';
import { ink, runs, wordFile } from './wordFile.ts';

type SpokenTurn = ReturnType<typeof spokenTurns>[number];

const gutter = 900;

const two = (value: number) => String(value).padStart(2, '0');

/** `1:02:03`, or `2:03` within the first hour. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** The turn's own number hangs to the left, so that what is quoted as r17 is found as r17. */
function turnParagraph({ turn, speaker }: SpokenTurn): Paragraph {
  const isContext = speaker !== null && speaker.role !== 'participant';
  const time = turn.startMs === null ? '' : ` [${clock(turn.startMs)}]`;
  return new Paragraph({
    indent: { left: gutter, hanging: gutter },
    spacing: { after: 120 },
    children: [
      new TextRun({ text: xmlText(turn.label), color: ink.quiet, size: 18 }),
      new TextRun({ children: [new Tab()] }),
      ...(speaker ? runs(`${speaker.label}: `, { bold: true }) : []),
      ...runs(turn.text, isContext ? { color: ink.quiet } : {}),
      ...(time ? [new TextRun({ text: time, color: ink.quiet, size: 18 })] : []),
    ],
  });
}

function factsOf({ say, title }: Edition, transcript: Transcript): string {
  return [
    title,
    say(`export.kind.${transcript.kind}`),
    transcript.date,
    transcript.place,
    transcript.minutes === null
      ? null
      : say('export.minutes', { count: transcript.minutes }),
    say('export.turnsFacts', { count: transcript.turns.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Every transcript on pages of its own, with numbered turns. */
export function transcriptsDocx(
  edition: Edition,
  transcripts: readonly Transcript[],
): Promise<Uint8Array> {
  return wordFile(edition, {
    name: edition.say('export.transcriptsTitle'),
    orientation: 'portrait',
    sections: transcripts.map((transcript) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [...runs(transcript.name)],
      }),
      new Paragraph({
        style: 'Facts',
        children: [...runs(factsOf(edition, transcript))],
      }),
      ...spokenTurns(transcript).map(turnParagraph),
    ]),
  });
}
