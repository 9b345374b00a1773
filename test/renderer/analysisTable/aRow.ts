import type { AnalysisRow } from '../../../shared/domain/analysisTable.ts';
import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';

/** Names of the categories that a code stands in, low to high. */
export interface CodeSketch {
  readonly name: string;
  readonly path?: readonly string[];
}

/** A row of the analysis table; the codes, categories and themes have their names as ids. */
export function aRow(
  number: number,
  {
    codes = [],
    themes = [],
    ...texts
  }: Partial<
    Pick<AnalysisRow, 'unit' | 'condensed' | 'interpretation' | 'isQuotable'>
  > & {
    readonly codes?: readonly CodeSketch[];
    readonly themes?: readonly string[];
  } = {},
): AnalysisRow {
  return {
    id: `unit ${number}` as MeaningUnitId,
    number,
    transcriptId: 'transcript' as TranscriptId,
    transcript: 'Fokusgrupp 1',
    speaker: 'P1',
    turnLabel: `r${number}`,
    spans: [],
    unit: `Ord ${number}`,
    condensed: '',
    interpretation: '',
    isQuotable: false,
    isInDoubt: false,
    ...texts,
    codes: codes.map(({ name, path = [] }) => ({
      id: name as CodeId,
      name,
      path: path.map((category, index) => ({
        id: `${category} ${path.slice(index + 1).join(' ')}` as CategoryId,
        depth: index + 1,
        name: category,
      })),
    })),
    themes: themes.map((name) => ({ id: name as ThemeId, name, isDirect: true })),
  };
}
