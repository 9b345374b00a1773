import type { Output, Parsed } from '../../shared/api.ts';
import {
  unitToTakeIn,
  type AnalysisChoices,
  type AnalysisPreview,
  type ConflictRow,
  type FoundKind,
  type FoundRow,
  type RowCounts,
} from '../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../shared/domain/project.ts';
import { Refusal } from '../../shared/errors.ts';
import { sameName } from '../../shared/text/quotes/readQuote.ts';
import { act } from '../acting.ts';
import type { AnalysisSource } from '../import/analyses/analysisSource.ts';
import {
  entriesOfComments,
  readTable,
  recognisedIn,
  type AnalysisEntry,
  type ReadTable,
} from '../import/analyses/analysisEntries.ts';
import { withoutLevel } from '../import/analyses/analysisColumns.ts';
import { placeCodes, type Placement } from '../import/analyses/codePlacement.ts';
import {
  findEntries,
  foundRow,
  rowsByKind,
  type FoundEntry,
} from '../import/analyses/findEntries.ts';
import { planUnits, type UnitPlan } from '../import/analyses/planUnits.ts';
import { readAnalysis } from '../import/analyses/readAnalysis.ts';
import type { Job } from '../jobs.ts';
import { analysisGround, type AnalysisGround } from '../project/analysisGround.ts';
import { takeInAnalysis, unitOfSpans } from '../project/takeInAnalysis.ts';
import type { SessionContext } from '../session.ts';

const mostConflicts = 500;

/** The table that is most like an analysis; comments when no table is and there are any. */
function proposedTable({ sheets, comments }: AnalysisSource): number {
  const known = sheets.map(recognisedIn);
  const most = known.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0 && comments.length > 0) return sheets.length;
  return Math.max(0, known.indexOf(most));
}

interface ReadFile {
  readonly fileName: string;
  readonly source: AnalysisSource;
  readonly at: number;
  /** Null where the comments are read. */
  readonly table: ReadTable | null;
  readonly entries: readonly AnalysisEntry[];
}

interface FileAsked {
  readonly fileId: string;
  readonly choices: AnalysisChoices;
}

async function readFile(
  context: SessionContext,
  { fileId, choices }: FileAsked,
  levels: readonly Level[],
): Promise<ReadFile> {
  const fileName = context.staged.name(fileId);
  const source = await readAnalysis(context.staged.file(fileId));
  const at = choices.table ?? proposedTable(source);
  const sheet = source.sheets[at];
  if (sheet === undefined) {
    const entries = entriesOfComments(source.comments);
    if (entries.length === 0)
      throw new Refusal('analysis.nothing', { file: fileName }, { file: fileName });
    return { fileName, source, at, table: null, entries };
  }
  const table = readTable(sheet, levels, choices);
  return { fileName, source, at, table, entries: table.entries };
}

/** More than words and who said them, which a transcript in a table has too. */
function saysAnalysis({ headings, roles }: ReadTable): boolean {
  const analytic = ['condensed', 'interpretation', 'code', 'theme'];
  return (
    roles.includes('unit') &&
    (roles.some((role) => analytic.includes(role)) ||
      withoutLevel(headings, roles).length > 0)
  );
}

/** Whether a file looks like an analysis; a file that cannot be read does not. */
export async function recogniseAnalysis(
  context: SessionContext,
  input: Parsed<'analyses.recognise'>,
): Promise<Output<'analyses.recognise'>> {
  const file = await readFile(context, { ...input, choices: {} }, []).catch(
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

/** Columns of categories that are left over when every level of the project has one. */
function conflictsOfColumns(
  { table }: ReadFile,
  levels: readonly Level[],
): readonly ConflictRow[] {
  if (table === null) return [];
  const used = table.roles.filter((role) => role.startsWith('level-')).length;
  if (used < levels.length) return [];
  return withoutLevel(table.headings, table.roles).map((column) => ({
    row: 1,
    conflict: 'noLevel' as const,
    params: { column },
  }));
}

interface Worked {
  readonly file: ReadFile;
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
  return [...placement.placed.values()].flatMap(({ code, row }) => {
    const place = ground.placeOf(code);
    const path = (placement.pathOf(code) ?? []).filter((name) => name !== null);
    const other = path.join(' > ');
    if (place === null || path.length === 0 || sameName(place) === sameName(other))
      return [];
    return { row, conflict: 'codeElsewhere' as const, params: { code, place, other } };
  });
}

async function work(
  context: SessionContext,
  asked: FileAsked,
  job: Job,
): Promise<Worked> {
  await job.progress(0, 1, 'progress.reading');
  const ground = analysisGround(context.project().steps.reading);
  const file = await readFile(context, asked, ground.levels);
  const placement = placeCodes(file.entries, ground.isCode);
  const found = await findEntries(file.entries, ground.transcripts, (done, total) =>
    job.progress(done, total, 'progress.finding'),
  );
  const plan = planUnits(found, placement, ground);
  const conflicts = [
    ...conflictsOfColumns(file, ground.levels),
    ...placement.conflicts,
    ...conflictsWithProject(placement, ground),
    ...plan.conflicts,
  ].toSorted((a, b) => a.row - b.row);
  return { file, ground, placement, found, plan, conflicts };
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

function columnsOf({ table }: ReadFile): AnalysisPreview['columns'] {
  return (table?.headings ?? []).map((heading, at) => ({
    heading,
    role: table?.roles[at] ?? 'ignore',
    sample: (table?.rows ?? [])
      .slice(0, 200)
      .map((row) => (row[at] ?? '').trim().slice(0, 200).toWellFormed())
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
      tables: [
        ...file.source.sheets.map(({ name }) => name),
        ...(file.source.comments.length > 0 ? [''] : []),
      ],
      table: file.at,
      columns: columnsOf(file),
      carryDown: file.table?.carryDown ?? false,
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
    const file = await readFile(context, input, []);
    refuseWithoutUnit(file);
    const placement = placeCodes(file.entries, () => false);
    const found = await findEntries(file.entries, transcripts, (done, total) =>
      job.progress(done, total, 'progress.finding'),
    );
    return rowsByKind(found.map((one) => foundRow(one, transcripts, placement.codesOf)));
  });
}

function refuseWithoutUnit({ table, entries, fileName }: ReadFile): void {
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
    return {
      fileName: file.fileName,
      counts: countsOf({ review, refused, ...found }),
      review,
      refused,
      conflicts,
      taken,
    };
  });
}
