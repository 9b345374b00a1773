import {
  mostPeople,
  type ColumnUse,
  type ProposedColumn,
} from '../../shared/domain/survey.ts';
import { nameOfFile } from '../../shared/text/nameOfFile.ts';
import { call } from '../api.ts';
import { changeFile, type DeskFile } from './importDesk.ts';
import { longestName, type DeskSurvey } from './deskSurvey.ts';

export const isSurvey = (file: DeskFile): boolean => file.survey?.isChosen === true;

/** Whether the file can be read in as it stands on the desk. */
export function isReady(file: DeskFile): boolean {
  const { survey } = file;
  if (!survey?.isChosen) return file.preview !== null && !file.problem;
  return (survey.table.sheets[survey.sheet]?.total ?? 0) <= mostPeople;
}

export function changeSurvey(file: DeskFile, patch: Partial<DeskSurvey>): void {
  if (file.survey) changeFile(file.key, { survey: { ...file.survey, ...patch } });
}

export interface SurveyColumn extends ProposedColumn {
  readonly total: number;
}

/** The columns of the chosen sheet as they are to be used; only one can be the id. */
export function columnsOfSurvey(survey: DeskSurvey): readonly SurveyColumn[] {
  const sheet = survey.table.sheets[survey.sheet];
  return (sheet?.columns ?? []).map((column) => ({
    ...column,
    total: sheet?.total ?? 0,
    use: survey.uses[column.index] ?? column.use,
    type: survey.types[column.index] ?? column.type,
  }));
}

/** A column that becomes the id takes it from the one that was; that one is then an attribute. */
export function setColumnUse(file: DeskFile, index: number, use: ColumnUse): void {
  const { survey } = file;
  if (!survey) return;
  const uses = { ...survey.uses, [index]: use };
  for (const column of columnsOfSurvey(survey))
    if (use === 'id' && column.use === 'id' && column.index !== index)
      uses[column.index] = 'attribute';
  changeSurvey(file, { uses });
}

/** Looks at the table again with or without the rows that are hidden in it. */
export async function setWithoutHidden(
  file: DeskFile,
  withoutHidden: boolean,
): Promise<void> {
  if (file.fileId === null || !file.survey) return;
  const table = await call('tables.preview', { fileId: file.fileId, withoutHidden });
  changeSurvey(file, { table, withoutHidden });
}

/** What `surveys.run` is told about a file. */
export function surveyToRun(file: DeskFile, survey: DeskSurvey) {
  return {
    fileId: file.fileId ?? '',
    sheet: survey.sheet,
    name: survey.name.trim() || nameOfFile(file.fileName).slice(0, longestName),
    areKnown: survey.areKnown,
    withoutHidden: survey.withoutHidden,
    columns: columnsOfSurvey(survey).map(({ index, use, heading, type }) => ({
      index,
      use,
      name: heading,
      type,
    })),
  };
}
