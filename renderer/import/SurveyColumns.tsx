import { attributeTypes, type AttributeType } from '../../shared/domain/attribute.ts';
import { columnUses } from '../../shared/text/proposeColumns.ts';
import { mostPeople, type ColumnUse } from '../../shared/domain/survey.ts';
import type { Problem } from '../../shared/errors.ts';
import { useApi } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import type { DeskSurvey } from './deskSurvey.ts';
import type { DeskFile } from './importDesk.ts';
import {
  changeSurvey,
  columnsOfSurvey,
  setColumnUse,
  setWithoutHidden,
  type SurveyColumn,
} from './surveyDesk.ts';
import './SurveyColumns.css';

interface Props {
  readonly file: DeskFile;
  readonly survey: DeskSurvey;
}

const tooManyRows = (file: string, rows: number): Problem => ({
  code: 'survey.tooMany',
  params: { file, rows, limit: mostPeople },
  file,
});

/** A table can be a survey or a transcript; the person knows which. */
export function ReadAs({ file, survey }: Props) {
  const { say } = useWords();
  if (file.preview === null) return null;
  return (
    <Segmented<'survey' | 'transcript'>
      label={say('survey.readAs')}
      value={survey.isChosen ? 'survey' : 'transcript'}
      onChange={(value) => changeSurvey(file, { isChosen: value === 'survey' })}
      choices={[
        { value: 'survey', words: say('survey.readAs.survey') },
        { value: 'transcript', words: say('survey.readAs.transcript') },
      ]}
    />
  );
}

function ColumnRow({ file, survey, column }: Props & { readonly column: SurveyColumn }) {
  const { say, language } = useWords();
  const { index, heading, use, type, filled, total, examples } = column;
  return (
    <tr>
      <th scope="row">
        {heading}
        <span className="survey-examples">{examples.join(' · ')}</span>
      </th>
      <td>
        <Select<ColumnUse>
          label={say('survey.useOf', { heading })}
          isLabelHidden
          value={use}
          onChange={(value) => setColumnUse(file, index, value)}
          choices={columnUses.map((value) => ({
            value,
            words: say(`survey.use.${value}`),
          }))}
        />
      </td>
      <td>
        {use === 'attribute' && (
          <Select<AttributeType>
            label={say('survey.typeOf', { heading })}
            isLabelHidden
            value={type}
            onChange={(value) =>
              changeSurvey(file, { types: { ...survey.types, [index]: value } })
            }
            choices={attributeTypes.map((value) => ({
              value,
              words: say(`people.type.${value}`),
            }))}
          />
        )}
      </td>
      <td className="survey-filled">
        {say('survey.columns.filled', {
          filled: sayNumber(language, filled),
          total: sayNumber(language, total),
        })}
      </td>
    </tr>
  );
}

/** What each column of the table is to be. */
export function SurveyColumns({ file, survey }: Props) {
  const { say } = useWords();
  const columns = columnsOfSurvey(survey);
  const { sheets } = survey.table;
  return (
    <div className="import-preview survey">
      {sheets.length > 1 && (
        <Select<string>
          label={say('survey.sheet')}
          value={String(survey.sheet)}
          onChange={(value) =>
            changeSurvey(file, { sheet: Number(value), uses: {}, types: {} })
          }
          choices={sheets.map(({ name, isHidden }, at) => ({
            value: String(at),
            words: isHidden ? say('survey.sheet.hidden', { name }) : name,
          }))}
        />
      )}
      <table className="survey-columns">
        <caption className="visually-hidden">{say('survey.columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('survey.columns.heading')}</th>
            <th scope="col">{say('survey.columns.use')}</th>
            <th scope="col">{say('survey.columns.type')}</th>
            <th scope="col">{say('survey.columns.filledHead')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow key={column.index} file={file} survey={survey} column={column} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notes({ file, survey }: Props) {
  const { say } = useWords();
  const sheet = survey.table.sheets[survey.sheet];
  if (!sheet) return null;
  const { renamed, notComputed, hiddenRows, headingRow } = sheet;
  return (
    <>
      {headingRow > 1 && (
        <Banner kind="advice">{say('survey.headingRow', { row: headingRow })}</Banner>
      )}
      {hiddenRows > 0 && (
        <>
          <Banner kind="advice">{say('survey.hiddenRows', { count: hiddenRows })}</Banner>
          <Checkbox
            isChecked={survey.withoutHidden}
            onChange={(withoutHidden) => void setWithoutHidden(file, withoutHidden)}
          >
            {say('survey.withoutHidden')}
          </Checkbox>
        </>
      )}
      {renamed.length > 0 && (
        <Banner kind="advice">
          {say('survey.renamed', { count: renamed.length, names: renamed.join(', ') })}
        </Banner>
      )}
      {notComputed > 0 && (
        <Banner kind="advice">{say('survey.notComputed', { count: notComputed })}</Banner>
      )}
    </>
  );
}

/** What the survey becomes with these choices, and what has to be asked. */
export function SurveySummary({ file, survey }: Props) {
  const { say } = useWords();
  const columns = columnsOfSurvey(survey);
  const people = useApi('participants.list', {}).data ?? [];
  const named = (use: ColumnUse) => columns.filter((column) => column.use === use);
  const join = (some: readonly SurveyColumn[]) =>
    some.map(({ heading }) => heading).join(', ');
  const [attributes, questions] = [named('attribute'), named('answer')];
  const total = survey.table.sheets[survey.sheet]?.total ?? 0;
  const hasId = named('id').length > 0;
  return (
    <>
      <h2 className="import-heading">{say('survey.what')}</h2>
      <ul className="import-notes">
        <li>{say('survey.participants', { count: total })}</li>
        {!hasId && <li>{say('survey.noId')}</li>}
        {attributes.length > 0 && (
          <li>
            {say('survey.attributes', {
              count: attributes.length,
              names: join(attributes),
            })}
          </li>
        )}
        <li>
          {questions.length > 0
            ? say('survey.questions', { count: questions.length, names: join(questions) })
            : say('survey.noQuestions')}
        </li>
        <li>{say('survey.empty')}</li>
      </ul>
      {total > mostPeople && (
        <Banner>{sayProblem(say, tooManyRows(file.fileName, total))}</Banner>
      )}
      <Notes file={file} survey={survey} />
      <TextField
        label={say('survey.name')}
        value={survey.name}
        onCommit={(name) => changeSurvey(file, { name })}
      />
      {people.length > 0 && hasId && (
        <Checkbox
          isChecked={survey.areKnown}
          onChange={(areKnown) => changeSurvey(file, { areKnown })}
        >
          {say('survey.same')}
        </Checkbox>
      )}
    </>
  );
}
