import type { Output, Parsed } from '../../shared/api.ts';
import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { formatsOf, type Withheld } from '../../shared/domain/exporting.ts';
import type { TranscriptId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import { wordsIn, type Language } from '../../shared/words/words.ts';
import type { Edition } from '../export/edition.ts';
import type { SummedQuestion } from '../export/summaries.ts';
import { analysisRows, rowsOfUnits } from '../project/analysisTable/analysisTable.ts';
import { answersTo } from '../project/questions/answers.ts';
import { attributesOf } from '../project/people/attributes.ts';
import { categories } from '../project/categories.ts';
import { codes } from '../project/codes.ts';
import { questionsNow } from '../project/questions/guideVersions.ts';
import type { ReadableProject } from '../project/handle.ts';
import { rowsToTakeHome, transcriptToTakeHome } from '../project/privacy/quotable.ts';
import { readProject } from '../project/projects.ts';
import { summariesOf } from '../project/questions/summaries.ts';
import { themes } from '../project/themes.ts';
import { readTranscript, transcripts } from '../project/transcripts.ts';
import type { SessionContext } from '../session.ts';
import { placeFor, writeWholeFile } from '../wholeFile.ts';

type Request = Parsed<'exports.write'>;
type RowsAsked = NonNullable<Request['rows']>;

/** One reading of the project for one file; the writers load their format libraries when they are needed. */
interface Order {
  readonly project: ReadableProject;
  readonly edition: Edition;
  readonly request: Request;
  /** Whose words give way to a sign, once for each place. */
  readonly withheld: string[];
}

function editionOf(project: ReadableProject, language?: Language): Edition {
  const facts = readProject(project);
  const spoken = language ?? facts.language;
  return {
    title: facts.title,
    levels: facts.levels,
    hasThemes: facts.hasThemes || themes(project).length > 0,
    attributes: attributesOf(project).filter(({ isHidden }) => !isHidden),
    language: spoken,
    say: wordsIn(spoken),
    transcripts: transcripts(project).length,
  };
}

const mostAtOnce = 20_000;

function allRows(project: ReadableProject, asked: RowsAsked): readonly AnalysisRow[] {
  const rows: AnalysisRow[] = [];
  for (let offset = 0; ; offset += mostAtOnce) {
    const page = analysisRows(project, { ...asked, offset, limit: mostAtOnce });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

const inTextOrder: RowsAsked = {
  filter: {},
  sort: 'place',
  descending: false,
  groupByCategory: false,
};

/** The rows without words that may not be quoted. */
function rowsHome(
  { project, edition, withheld }: Pick<Order, 'project' | 'edition' | 'withheld'>,
  rows: readonly AnalysisRow[],
): readonly AnalysisRow[] {
  withheld.push(...rows.flatMap((row) => row.withheld ?? []));
  return rowsToTakeHome(project, rows, edition.say('export.quoteWithheld'));
}

function counted(withheld: readonly string[]): Withheld {
  const byName = Map.groupBy(withheld, (pseudonym) => pseudonym);
  return [...byName].map(([pseudonym, places]) => ({ pseudonym, places: places.length }));
}

/** Nothing is written rather than a file that only has headings. */
function some<Thing>(things: readonly Thing[]): readonly Thing[] {
  if (things.length === 0) throw new Refusal('export.nothing');
  return things;
}

const delimiterOf = ({ request, edition }: Order) =>
  request.delimiter ?? (edition.language === 'sv' ? ';' : ',');

/** On paper equal categories stand in one cell, so there the order of the text gives way to that of the categories. */
function rowsAsked({ rows = inTextOrder, format }: Request): RowsAsked {
  return format === 'docx' && rows.sort === 'place'
    ? { ...rows, groupByCategory: true }
    : rows;
}

async function analysisTable(order: Order): Promise<Uint8Array> {
  const { project, edition, request } = order;
  const rows = rowsHome(order, some(allRows(project, rowsAsked(request))));
  const table = { rows, columns: request.columns };
  if (request.format === 'docx') {
    const { analysisTableDocx } = await import('../export/analysisTableWord.ts');
    return analysisTableDocx(edition, table);
  }
  if (request.format === 'xlsx') {
    const { analysisTableXlsx } = await import('../export/analysisTableSheet.ts');
    return analysisTableXlsx(edition, table);
  }
  const { analysisTableCsv, analysisTableJson } =
    await import('../export/analysisTable.ts');
  return request.format === 'json'
    ? analysisTableJson(rows)
    : analysisTableCsv(edition, table, delimiterOf(order));
}

async function overview({ project, edition, request }: Order): Promise<Uint8Array> {
  const subject = {
    categories: some(categories(project)),
    codes: codes(project),
    themes: themes(project),
  };
  const { overviewDocx } = await import('../export/overviewWord.ts');
  return overviewDocx(edition, subject, request);
}

async function codebook(order: Order): Promise<Uint8Array> {
  const { project, edition, request } = order;
  const subject = {
    categories: categories(project),
    codes: some(codes(project)),
    rows: rowsHome(order, allRows(project, inTextOrder)),
  };
  if (request.format === 'docx') {
    const { codebookDocx } = await import('../export/codebookWord.ts');
    return codebookDocx(edition, subject);
  }
  const { codebookCsv } = await import('../export/codebook.ts');
  return codebookCsv(edition, subject, delimiterOf(order));
}

/** The questions that something was written of, what is of all groups first, with the units behind it. */
function summedQuestions(project: ReadableProject): readonly SummedQuestion[] {
  const written = summariesOf(project);
  return questionsNow(project).flatMap(({ id, number, text }) => {
    const own = written.filter(({ questionId }) => questionId === id);
    if (own.length === 0) return [];
    const { groups, turns, units } = answersTo(project, { questionId: id });
    const unitsOf = (transcriptId: TranscriptId | null) =>
      units
        .filter(
          ({ spans: [first] }) =>
            transcriptId === null || turns[first![0]]?.transcriptId === transcriptId,
        )
        .map((unit) => unit.number);
    const nameOf = (transcriptId: TranscriptId | null) =>
      groups.find((group) => group.transcriptId === transcriptId)?.name ?? null;
    const inOrder = own
      .toSorted(
        (a, b) => Number(a.transcriptId !== null) - Number(b.transcriptId !== null),
      )
      .map((summary) => ({
        group: nameOf(summary.transcriptId),
        text: summary.text,
        units: unitsOf(summary.transcriptId),
      }));
    return [{ number, text, summaries: inOrder }];
  });
}

async function summaryFile(order: Order): Promise<Uint8Array> {
  const { project, edition, request } = order;
  const questions = some(summedQuestions(project));
  if (request.format === 'docx') {
    const { summariesDocx } = await import('../export/summariesWord.ts');
    return summariesDocx(edition, questions);
  }
  const { summariesCsv, summariesXlsx } = await import('../export/summaries.ts');
  return request.format === 'xlsx'
    ? summariesXlsx(edition, questions)
    : summariesCsv(edition, questions, delimiterOf(order));
}

async function transcriptFile(order: Order): Promise<Uint8Array> {
  const { project, edition, request } = order;
  const sign = edition.say('export.turnWithheld');
  const all = some(transcripts(project)).map(({ id }) => {
    const whole = readTranscript(project, { transcriptId: id });
    const { transcript, withheld } = transcriptToTakeHome(project, whole, sign);
    order.withheld.push(...withheld);
    return transcript;
  });
  if (request.format === 'docx') {
    const { transcriptsDocx } = await import('../export/transcriptsWord.ts');
    return transcriptsDocx(edition, all);
  }
  const { transcriptsJson, transcriptsTxt } = await import('../export/transcripts.ts');
  return request.format === 'json' ? transcriptsJson(all) : transcriptsTxt(all);
}

const writers = {
  'analysis-table': analysisTable,
  overview,
  codebook,
  summaries: summaryFile,
  transcripts: transcriptFile,
} as const;

/** Takes something home as one whole file; the project itself is never written over. */
export function writeExport(
  context: SessionContext,
  input: Request,
): Promise<Output<'exports.write'>> {
  const { what, format } = input;
  const formats = formatsOf[what];
  if (!formats.includes(format))
    throw new Refusal('export.format', { what, format, formats: formats.join(', ') });
  const { path: projectPath, steps } = context.project();
  const project = steps.reading;
  const path = placeFor(input.to, { project: projectPath, overwrite: input.overwrite });
  return context.jobs.run(input.job, async (job) => {
    await job.progress(0, 2, 'progress.exporting');
    const edition = editionOf(project, input.language);
    const withheld: string[] = [];
    const bytes = await writers[what]({ project, edition, request: input, withheld });
    await job.progress(1, 2, 'progress.exporting');
    return {
      path,
      bytes: await writeWholeFile(path, bytes),
      withheld: counted(withheld),
    };
  });
}

/** The chosen rows as a table for Word and Excel and as tab-separated text. */
export async function copyRows(
  context: SessionContext,
  input: Parsed<'exports.clipboard'>,
): Promise<Output<'exports.clipboard'>> {
  const project = context.project().steps.reading;
  const edition = editionOf(project);
  const withheld: string[] = [];
  const rows = rowsHome(
    { project, edition, withheld },
    some(rowsOfUnits(project, input.unitIds)),
  );
  const { clipboardTable } = await import('../export/clipboardTable.ts');
  const table = clipboardTable(edition, { rows, columns: input.columns });
  return { ...table, withheld: counted(withheld) };
}
