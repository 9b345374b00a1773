import type { AnalysisReport, FoundRow } from '../../shared/domain/existingAnalysis.ts';
import { conflictInWords, rowInWords } from '../../shared/text/analysisWords.ts';
import { joinedNames } from '../../shared/text/namesInCell.ts';
import type { Language } from '../../shared/words/words.ts';
import { wordsIn } from '../../shared/words/words.ts';
import { delimitedText } from './delimitedText.ts';

const turnsOf = ({ spans }: FoundRow) =>
  [...new Set(spans.map(({ label }) => label))].join(', ');

/** What did not come in as it stands, as csv: rows that wait for review, rows that stand nowhere, what does not go together. */
export function analysisReportCsv(
  { review, refused, conflicts }: AnalysisReport,
  language: Language,
): Uint8Array {
  const say = wordsIn(language);
  const rowOf = (row: FoundRow) => [
    say(`analysis.kind.${row.kind}`),
    rowInWords(say, row),
    row.quote,
    row.reason === null
      ? ''
      : say(`analysis.reason.${row.reason}`, {
          percent: Math.round(row.similarity * 100),
          count: row.places,
        }),
    row.transcript,
    turnsOf(row),
    row.text,
    joinedNames(row.codes),
    row.author ?? '',
  ];
  const told = conflicts.map((conflict) => [
    say('analysis.conflicts'),
    rowInWords(say, conflict),
    '',
    conflictInWords(say, conflict),
  ]);
  const headings = [
    say('analysis.report.outcome'),
    say('analysis.report.place'),
    say('analysis.report.quote'),
    say('analysis.report.why'),
    say('export.transcript'),
    say('export.turn'),
    say('analysis.report.stands'),
    say('export.code'),
    say('analysis.report.author'),
  ];
  const rows = [...review, ...refused].map(rowOf);
  return delimitedText([headings, ...rows, ...told], language === 'sv' ? ';' : ',');
}
