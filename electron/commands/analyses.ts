import type { Output, Parsed } from '../../shared/api.ts';
import {
  unitToTakeIn,
  type AnalysisPreview,
  type AnalysisReport,
  type ConflictRow,
  type FoundKind,
  type FoundRow,
  type RowCounts,
} from '../../shared/domain/existingAnalysis.ts';
import { Refusal } from '../../shared/errors.ts';
import { sameName } from '../../shared/text/quotes/readQuote.ts';
import { act } from '../acting.ts';
import type { ReadTable } from '../import/analyses/analysisEntries.ts';
import { withoutLevel } from '../import/analyses/analysisColumns.ts';
import {
  placeCodes,
  type CellNames,
  type Placement,
} from '../import/analyses/codePlacement.ts';
import {
  findEntries,
  foundRow,
  rowsByKind,
  strangeSources,
  type FoundEntry,
} from '../import/analyses/findEntries.ts';
import { planUnits, type UnitPlan } from '../import/analyses/planUnits.ts';
import { analysisReportCsv } from '../export/analysisReport.ts';
import type { Job } from '../jobs.ts';
import {
  analysisGround,
  type AnalysisGround,
} from '../project/analysisTable/analysisGround.ts';
import type { OpenProject } from '../project/file/open.ts';
import { readProject } from '../project/projects.ts';
import { takeInAnalysis, unitOfSpans } from '../project/takeInAnalysis.ts';
import type { SessionContext } from '../session.ts';
import { placeFor, writeWholeFile } from '../wholeFile.ts';
import {
  notReadOf,
  readAnalysisFile,
  tablesOf,
  type AnalysisFile,
  type FileAsked,
} from './analysisFile.ts';

const mostConflicts = 500;

/** More than words and who said them, which a transcript in a table has too. */
function saysAnalysis({ headings, roles }: ReadTable): boolean {
  const analytic = ['condensed', 'interpretation', 'code', 'theme'];
  return (
    roles.includes('unit') &&
    (roles.some((role) => analytic.includes(role)) ||
      withoutLevel(headings, roles).length > 0)
  );
}

const nothing = { levels: [], transcripts: [] } as const;

/** Whether a file looks like an analysis; a file that cannot be read does not. */
export async function recogniseAnalysis(
  context: SessionContext,
  input: Parsed<'analyses.recognise'>,
): Promise<Output<'analyses.recognise'>> {
  const file = await readAnalysisFile(context, { ...input, choices: {} }, nothing).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.problem.code !== 'import.notStaged')
        return null;
      throw error;
    },
  );
  if (file === null || file.entries.length === 0) return null;
  const { table, entries } = file;
  if (table === null) return { source: 'comments', units: entries.length };
  return saysAnalysis(table) ? { source: 'table', units: entries.length } : null;
}

interface Worked {
  readonly file: AnalysisFile;
  readonly ground: AnalysisGround;
  readonly placement: Placement;
  readonly found: readonly FoundEntry[];
  readonly plan: UnitPlan;
  readonly conflicts: readonly ConflictRow[];
}

/** Codes of the project that stand elsewhere than the table says: they stay. */
function conflictsWithProject(
  placement: Placement,
  ground: AnalysisGround,
): readonly ConflictRow[] {
  return [...placement.placed.values()].flatMap(({ code, row, table }) => {
    const place = ground.placeOf(code);
    const path = (placement.pathOf(code) ?? []).filter((name) => name !== null);
    const other = path.join(' > ');
    if (place === null || path.length === 0 || sameName(place) === sameName(other))
      return [];
    return {
      row,
      table,
      conflict: 'codeElsewhere' as const,
      params: { code, place, other },
    };
  });
}

/** Names of transcripts in a way of the table's own, which help nothing to find a quotation. */
function strangeNames(
  { entries }: AnalysisFile,
  { transcripts }: AnalysisGround,
): readonly ConflictRow[] {
  const found = strangeSources(entries, transcripts);
  if (found === null) return [];
  const { row, table } = found.first;
  const names = found.names.slice(0, 5).join(', ');
  return [
    {
      row,
      table,
      conflict: 'unknownSource',
      params: { names, count: found.names.length },
    },
  ];
}

/** Whoever wrote comments and is no analyst of the project; what they have coded is the analyst's who takes it in. */
function strangeAuthors(
  { entries }: AnalysisFile,
  { analystOf }: AnalysisGround,
): readonly ConflictRow[] {
  const first = new Map<string, AnalysisFile['entries'][number]>();
  for (const entry of entries)
    if (entry.author !== null && !first.has(entry.author)) first.set(entry.author, entry);
  return [...first].flatMap(([author, { row, table }]) =>
    analystOf(author) === null
      ? { row, table, conflict: 'authorUnknown' as const, params: { author } }
      : [],
  );
}

function namesIn(file: AnalysisFile, isKnown: (name: string) => boolean): CellNames {
  return { isKnown, isOurs: file.table?.isOurs ?? false };
}

async function work(
  context: SessionContext,
  asked: FileAsked,
  job: Job,
): Promise<Worked> {
  await job.progress(0, 1, 'progress.reading');
  const ground = analysisGround(context.project().steps.reading);
  const file = await readAnalysisFile(context, asked, ground);
  const placement = placeCodes(file.entries, namesIn(file, ground.isCode));
  const found = await findEntries(file.entries, ground.transcripts, (done, total) =>
    job.progress(done, total, 'progress.finding'),
  );
  const themes = namesIn(file, ground.isTheme);
  const plan = planUnits(found, placement, { ...ground, themes });
  const conflicts = [
    ...notReadOf(file, ground.levels, asked.choices),
    ...strangeNames(file, ground),
    ...strangeAuthors(file, ground),
    ...placement.conflicts,
    ...conflictsWithProject(placement, ground),
    ...plan.conflicts,
  ];
  return { file, ground, placement, found, plan, conflicts: inOrder(conflicts) };
}

/** What is about the whole file first, then table by table and row by row. */
function inOrder(conflicts: readonly ConflictRow[]): readonly ConflictRow[] {
  const tables = [...new Set(conflicts.map(({ table }) => table))];
  const place = new Map(tables.map((table, at) => [table, at]));
  const placeOf = ({ row, table }: ConflictRow) =>
    row === 0 ? -1 : (place.get(table) ?? 0);
  return conflicts.toSorted((a, b) => placeOf(a) - placeOf(b) || a.row - b.row);
}

function rowsOf({ found, ground, placement }: Worked): readonly FoundRow[] {
  return found.map((one) => foundRow(one, ground.transcripts, placement.codesOf));
}

function countsOf(rows: Readonly<Record<FoundKind, readonly FoundRow[]>>): RowCounts {
  const { exact, normalised, review, refused } = rows;
  return {
    exact: exact.length,
    normalised: normalised.length,
    review: review.length,
    refused: refused.length,
  };
}

function columnsOf({ table }: AnalysisFile): AnalysisPreview['columns'] {
  return (table?.headings ?? []).map((heading, at) => ({
    heading,
    role: table?.roles[at] ?? 'ignore',
    sample: (table?.rows ?? [])
      .slice(0, 200)
      .map(({ cells }) => (cells[at] ?? '').trim().slice(0, 200).toWellFormed())
      .filter(Boolean)
      .slice(0, 3),
  }));
}

function codesIn({ plan, ground }: Worked): AnalysisPreview['codes'] {
  const names = new Set(
    plan.units.flatMap(({ codes }) => codes.map(({ name }) => sameName(name))),
  );
  const known = [...names].filter(ground.isCode).length;
  return { known, fresh: names.size - known };
}

/** What would come in with these choices; nothing is written. */
export function previewAnalysis(
  context: SessionContext,
  input: Parsed<'analyses.preview'>,
): Promise<AnalysisPreview> {
  return context.jobs.run(input.job, async (job) => {
    const worked = await work(context, input, job);
    const { file, plan, conflicts } = worked;
    const rows = rowsByKind(rowsOf(worked));
    const project = context.project().steps.reading;
    const known = plan.units.filter(({ spans }) => unitOfSpans(project, spans));
    const some = (kind: FoundKind) => rows[kind].slice(0, input.shown);
    return {
      fileName: file.fileName,
      source: file.table === null ? 'comments' : 'table',
      tables: tablesOf(file),
      table: file.tables.chosen,
      columns: columnsOf(file),
      carryDown: file.table?.carryDown ?? false,
      hiddenRows: file.table?.hidden.length ?? 0,
      withoutHidden: input.choices.withoutHidden ?? false,
      counts: countsOf(rows),
      rows: {
        exact: some('exact'),
        normalised: some('normalised'),
        review: some('review'),
        refused: some('refused'),
      },
      conflicts: conflicts.slice(0, mostConflicts),
      conflictCount: conflicts.length,
      units: plan.units.length - known.length,
      known: known.length,
      codes: codesIn(worked),
    };
  });
}

/** Looks the rows of a table up in a transcript that need not be in any project. */
export function compareAnalysis(
  context: SessionContext,
  input: Parsed<'analyses.compare'>,
): Promise<Output<'analyses.compare'>> {
  return context.jobs.run(input.job, async (job) => {
    const parsed = await context.staged.parse(input.transcriptFileId, {});
    const name = context.staged.name(input.transcriptFileId);
    const turns = parsed.turns.map(({ speaker, text }, at) => ({
      label: `r${at + 1}`,
      speaker,
      text,
    }));
    const transcripts = [{ name, turns }];
    const file = await readAnalysisFile(context, input, { levels: [], transcripts });
    refuseWithoutUnit(file);
    const placement = placeCodes(
      file.entries,
      namesIn(file, () => false),
    );
    const found = await findEntries(file.entries, transcripts, (done, total) =>
      job.progress(done, total, 'progress.finding'),
    );
    return rowsByKind(found.map((one) => foundRow(one, transcripts, placement.codesOf)));
  });
}

function refuseWithoutUnit({ table, entries, fileName }: AnalysisFile): void {
  if (table !== null && !table.roles.includes('unit'))
    throw new Refusal('analysis.noUnit', { file: fileName }, { file: fileName });
  if (entries.length === 0)
    throw new Refusal('analysis.nothing', { file: fileName }, { file: fileName });
}

/** Takes the analysis in as one step; what stands nowhere stays out and is told. */
export function runAnalysis(
  context: SessionContext,
  input: Parsed<'analyses.run'>,
): Promise<Output<'analyses.run'>> {
  const begun = context.writableProject();
  return context.jobs.run(input.job, async (job) => {
    const worked = await work(context, input, job);
    const { file, plan, conflicts } = worked;
    refuseWithoutUnit(file);
    if (plan.units.length === 0)
      throw new Refusal(
        'analysis.nowhere',
        { file: file.fileName },
        { file: file.fileName },
      );
    await job.progress(file.entries.length, file.entries.length, 'progress.takingIn');
    if (context.current !== begun) throw new Refusal('job.cancelled');
    const units = plan.units.map((unit) => unitToTakeIn.parse(unit));
    const taken = act(context, {
      label: 'analyses.takeIn',
      work: (project) => takeInAnalysis(project, { units }),
    });
    context.staged.discard(input.fileId);
    const { review, refused, ...found } = rowsByKind(rowsOf(worked));
    const counts = countsOf({ review, refused, ...found });
    const { fileName } = file;
    const report = { fileName, counts, review, refused, conflicts, taken };
    lastReport.set(begun, report);
    return report;
  });
}

/** What became of the analysis that came into a project last, until the project is closed. */
const lastReport = new WeakMap<OpenProject, AnalysisReport>();

/** Writes what did not come in of the last analysis, so that it can be gone back to. */
export async function saveReport(
  context: SessionContext,
  { to, overwrite }: Parsed<'analyses.saveReport'>,
): Promise<Output<'analyses.saveReport'>> {
  const project = context.project();
  const report = lastReport.get(project);
  if (report === undefined) throw new Refusal('export.nothing');
  const path = placeFor(to, { project: project.path, overwrite });
  const { language } = readProject(project.steps.reading);
  await writeWholeFile(path, analysisReportCsv(report, language));
  return { path };
}
