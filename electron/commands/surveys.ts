import { extname, basename } from 'node:path';

import type { Output, Parsed } from '../../shared/api.ts';
import type { ImportedFile } from '../../shared/domain/importing.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import {
  mostPeople,
  type SheetPreview,
  type TablePreview,
} from '../../shared/domain/survey.ts';
import { Refusal } from '../../shared/errors.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { proposeColumns, tableOf, type Table } from '../../shared/text/proposeColumns.ts';
import { surveyOf, type Survey, type Question } from '../../shared/text/surveyOf.ts';
import { wordsIn } from '../../shared/words/words.ts';
import { act } from '../acting.ts';
import { looksLikeSurvey } from '../import/tables/looksLikeSurvey.ts';
import { readSheets, type Sheet } from '../import/tables/readSheets.ts';
import {
  fillParticipants,
  participantsNamed,
} from '../project/people/fillParticipants.ts';
import { newId } from '../project/handle.ts';
import type { OpenProject } from '../project/file/open.ts';
import { readProject } from '../project/projects.ts';
import { pseudonymsTaken, setAnswersAside } from '../project/people/surveyAnswers.ts';
import { importTranscript } from '../project/transcripts.ts';
import type { SessionContext } from '../session.ts';
import type { Job } from '../jobs.ts';
import { undo } from './steps.ts';

const read = new WeakMap<Uint8Array, Promise<readonly Sheet[]>>();

/** The sheets of a staged file, read once however often they are looked at. */
function sheetsOf(context: SessionContext, fileId: string): Promise<readonly Sheet[]> {
  const file = context.staged.file(fileId);
  let sheets = read.get(file.bytes);
  if (!sheets) {
    sheets = readSheets(file).then((found) => found.sheets);
    read.set(file.bytes, sheets);
  }
  return sheets;
}

const languageOf = (context: SessionContext) =>
  readProject(context.project().steps.reading).language;

function tableIn(context: SessionContext, sheet: Sheet, withoutHidden: boolean): Table {
  const say = wordsIn(languageOf(context));
  const { rows, hiddenRows } = sheet;
  // Rows keep their places, so that what is said of a row holds in the file.
  const kept = withoutHidden
    ? rows.map((row, at) => (hiddenRows.has(at) ? [] : row))
    : rows;
  return tableOf(kept, (number) => say('survey.column', { number }));
}

const noTable: Table = { headings: [], rows: [], renamed: [], headingRow: 0 };

/** What stands in a table and what its columns are taken for; nothing is written. */
export async function previewTable(
  context: SessionContext,
  input: Parsed<'tables.preview'>,
): Promise<TablePreview> {
  const fileName = context.staged.name(input.fileId);
  const sheets = await sheetsOf(context, input.fileId);
  const tables = sheets.map((sheet) => tableIn(context, sheet, input.withoutHidden));
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const first = filled.find((table) => !sheets[tables.indexOf(table)]?.isHidden);
  return {
    fileId: input.fileId,
    fileName,
    isSurvey: [first ?? filled[0]].some(
      (one) => one !== undefined && looksLikeSurvey(one),
    ),
    sheets: sheets.map((sheet, at): SheetPreview => {
      const table = tables[at] ?? noTable;
      if (input.withRows) refuseTooMany(table, fileName);
      return {
        name: sheet.name,
        isHidden: sheet.isHidden,
        notComputed: sheet.notComputed,
        hiddenRows: sheet.hiddenRows.size,
        headingRow: table.headingRow,
        total: table.rows.length,
        columns: proposeColumns(table),
        renamed: table.renamed,
        rows: input.withRows ? table.rows : [],
      };
    }),
  };
}

function refuseTooMany({ rows }: Table, file: string): void {
  if (rows.length <= mostPeople) return;
  throw new Refusal(
    'survey.tooMany',
    { file, rows: rows.length, limit: mostPeople },
    { file },
  );
}

interface Order {
  readonly context: SessionContext;
  readonly project: OpenProject;
  readonly heading: string;
  readonly input: Parsed<'surveys.run'>;
  readonly survey: Survey;
  readonly name: string;
}

/** Another project that is opened meanwhile gets nothing of it. */
function refuseOther({ context, project }: Order): void {
  if (context.current !== project) throw new Refusal('job.cancelled');
}

const rowsAtOnce = 500;

/** Pseudonyms as they will be: the ids of the file, with its name before those that are somebody else's. */
function pseudonymsOf({ context, survey, input, name }: Order): readonly string[] {
  const taken = pseudonymsTaken(context.project().steps.reading);
  return survey.people.map(({ id }) => {
    if (input.areKnown || !taken.has(id)) return id;
    let free = `${name}:${id}`;
    for (let n = 2; taken.has(free); n += 1) free = `${name}:${id} ${n}`;
    return free;
  });
}

/** The people with their attributes, some hundred in each step so that others are served in between. */
async function fillPeople(
  order: Order,
  pseudonyms: readonly string[],
  tell: (done: number) => Promise<void>,
): Promise<ReadonlyMap<string, ParticipantId>> {
  const { context, survey, heading } = order;
  let known: ReadonlyMap<string, ParticipantId> = new Map();
  for (let from = 0; from < pseudonyms.length; from += rowsAtOnce) {
    await tell(from);
    refuseOther(order);
    const rows = survey.people.slice(from, from + rowsAtOnce).map(({ values }, at) => ({
      pseudonym: pseudonyms[from + at] ?? '',
      cells: values.map(({ attribute, value }) => ({ attribute, value })),
    }));
    known = act(context, {
      label: 'participants.fill',
      heading,
      work: (project) => {
        fillParticipants(project, {
          newAttributes: survey.attributes.map(({ name, type }) => ({ name, type })),
          rows,
          isAllowing: true,
        });
        return participantsNamed(project, []);
      },
    });
  }
  return known;
}

interface Asked {
  readonly question: Question;
  readonly participants: readonly (ParticipantId | undefined)[];
}

function importQuestion(order: Order, { question, participants }: Asked): ImportedFile {
  const { context, heading, survey, input, name } = order;
  const fileName = context.staged.name(input.fileId);
  const turns = question.answers.map(({ person, text }) => ({
    speaker: survey.people[person]?.id ?? null,
    startMs: null,
    endMs: null,
    text,
  }));
  const speakers = question.answers.flatMap(({ person }) => {
    const label = survey.people[person]?.id;
    const participantId = participants[person];
    return label && participantId
      ? [{ label, role: 'participant' as const, participantId }]
      : [];
  });
  const say = wordsIn(languageOf(context));
  const { transcriptId } = act(context, {
    label: 'transcripts.import',
    heading,
    work: (project) => {
      const made = importTranscript(project, {
        name: `${name}: ${question.name}`.slice(0, 200),
        kind: 'freeText',
        turns,
        speakers,
        report: {
          fileName,
          sha256: context.staged.sha256(input.fileId),
          format: 'survey',
          encoding: null,
          changes: [],
          warnings: [],
        },
      });
      // `-` and `Vet ej` were answered but say nothing to judge: they are set aside, not left out.
      setAnswersAside(project, made.transcriptId, {
        places: question.answers.flatMap((answer, at) =>
          answer.saysNothing ? [at] : [],
        ),
        reason: say('survey.noAnswer'),
      });
      return made;
    },
  });
  return {
    fileName: question.name,
    transcriptId,
    turns: turns.length,
    words: turns.reduce((sum, { text }) => sum + countWords(text), 0),
    encoding: null,
    format: 'survey',
    speakers: [],
    changes: [],
    warnings: [],
  };
}

async function runAll(order: Order, job: Job): Promise<Output<'surveys.run'>> {
  const { survey } = order;
  const total = survey.people.length * (1 + survey.questions.length);
  const pseudonyms = pseudonymsOf(order);
  const known = await fillPeople(order, pseudonyms, (done) =>
    job.progress(done, total, 'progress.reading'),
  );
  const participants = pseudonyms.map((pseudonym) => known.get(pseudonym));
  const imported: ImportedFile[] = [];
  for (const [at, question] of survey.questions.entries()) {
    await job.progress((at + 1) * survey.people.length, total, 'progress.reading');
    refuseOther(order);
    if (question.answers.length > 0)
      imported.push(importQuestion(order, { question, participants }));
  }
  return {
    people: survey.people.length,
    attributes: survey.attributes.length,
    imported,
  };
}

/** A cancelled survey leaves the project as it was; the file stays staged for another try. */
function takeBack({ context, project, heading }: Order): void {
  if (context.current !== project) return;
  if (context.project().steps.nextUndo()?.heading === heading)
    undo(context, { times: 1 });
}

/** Reads a survey in: people with attributes, and each open question as a transcript, all under one heading. */
export async function runSurvey(
  context: SessionContext,
  input: Parsed<'surveys.run'>,
): Promise<Output<'surveys.run'>> {
  const project = context.writableProject();
  const fileName = context.staged.name(input.fileId);
  const sheet = (await sheetsOf(context, input.fileId))[input.sheet];
  if (!sheet) throw new Refusal('tables.empty', { file: fileName }, { file: fileName });
  const table = tableIn(context, sheet, input.withoutHidden);
  refuseTooMany(table, fileName);
  const survey = surveyOf(table, input.columns ?? proposeColumns(table));
  if (survey.people.length === 0)
    throw new Refusal('tables.empty', { file: fileName }, { file: fileName });
  const order: Order = {
    context,
    project,
    heading: newId<string>(),
    input,
    survey,
    name:
      input.name ??
      (basename(fileName, extname(fileName)).replaceAll('_', ' ').trim() || fileName),
  };
  try {
    const outcome = await context.jobs.run(input.job, (job) => runAll(order, job));
    context.staged.discard(input.fileId);
    return outcome;
  } catch (error) {
    takeBack(order);
    throw error;
  }
}
