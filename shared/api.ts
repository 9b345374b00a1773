import { z } from 'zod';

import { action, command, query, type InputOf, type OutputOf } from './contract.ts';
import { cellEdit, rowsRequest, type AnalysisRow } from './domain/analysisTable.ts';
import type { Category } from './domain/category.ts';
import { origin, type Code } from './domain/code.ts';
import { exportRequest } from './domain/exporting.ts';
import {
  analystId,
  categoryId,
  codeId,
  meaningUnitId,
  memoId,
  participantId,
  speakerId,
  themeId,
  transcriptId,
  turnId,
  type AnalystId,
  type CategoryId,
  type CodeId,
  type MeaningUnitId,
  type MemoId,
  type ParticipantId,
  type ThemeId,
  type TranscriptId,
} from './domain/ids.ts';
import {
  fileToImport,
  importChoices,
  parsedTurn,
  speakerChoice,
  type ImportedFile,
  type ImportPreview,
  type StagedFile,
} from './domain/importing.ts';
import type { MarkedUnit, MeaningUnit } from './domain/meaningUnit.ts';
import { projectDescription, type Project } from './domain/project.ts';
import type { Finding, ProjectState } from './domain/projectState.ts';
import { settingsPatch, type RecentProject, type Settings } from './domain/settings.ts';
import { span } from './domain/span.ts';
import type { Change, Step } from './domain/step.ts';
import { line, name, prose } from './domain/text.ts';
import type { Memo, Theme } from './domain/theme.ts';
import {
  speakerRole,
  transcriptKind,
  type ImportReport,
  type Participant,
  type SetAside,
  type Transcript,
  type TranscriptSummary,
} from './domain/transcript.ts';
import type { Problem } from './errors.ts';

const nothing = z.object({});
const path = z.string().min(1).max(4096);
const units = z.array(meaningUnitId).min(1).max(20_000);
const newCode = z.object({ name: name(200), definition: prose().default('') });
const job = z.string().max(60).optional();
/** Between which siblings: after the given one, or first when null, or last when absent. */
const after = <Id extends z.ZodType>(id: Id) => id.nullable().optional();

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  readonly systemLanguage: 'sv' | 'en';
  /** False in a browser: open and save dialogs are then the app's own (rulings 22). */
  readonly hasNativeDialogs: boolean;
  readonly documentsFolder: string;
  readonly dataFolder: string;
  /** Worked example is at hand. */
  readonly hasExample: boolean;
}

export interface Stats {
  readonly transcripts: number;
  readonly turns: number;
  readonly words: number;
  readonly speakers: number;
  readonly participants: number;
  readonly units: number;
  readonly retired: number;
  readonly spans: number;
  readonly condensed: number;
  readonly coded: number;
  readonly codes: number;
  readonly unplacedCodes: number;
  readonly categories: number;
  readonly themes: number;
  readonly setAside: number;
  readonly toReview: number;
  readonly steps: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
  readonly bytes: number;
  readonly changedAt: string;
}

export interface Backup {
  readonly id: string;
  readonly title: string;
  readonly madeAt: string;
  readonly bytes: number;
  readonly reason: 'schedule' | 'migration' | 'restore' | 'asked';
}

/** Everything that the window, the command line and scripts may ask. */
export const api = {
  'app.info': command<AppInfo>()(nothing),
  'settings.get': command<Settings>()(nothing),
  'settings.change': command<Settings>()(settingsPatch),
  'recent.list': command<readonly RecentProject[]>()(nothing),
  'recent.remove': command()(z.object({ path })),
  'folders.list': command<{
    readonly folder: string;
    readonly parent: string | null;
    readonly places: readonly FolderEntry[];
    readonly entries: readonly FolderEntry[];
  }>()(
    z.object({
      folder: path.optional(),
      endings: z.array(z.string().max(12)).optional(),
    }),
  ),
  'folders.make': command<{ readonly path: string }>()(
    z.object({ parent: path, name: name(120) }),
  ),
  'jobs.cancel': command()(z.object({ job: z.string().max(60) })),

  'project.create': command<ProjectState>()(
    z.object({
      path,
      description: projectDescription,
      analyst: line(200).default(''),
      overwrite: z.boolean().default(false),
    }),
  ),
  'project.openExample': command<ProjectState>()(
    z.object({ path, overwrite: z.boolean().default(false) }),
  ),
  'project.open': command<ProjectState>()(z.object({ path, job })),
  'project.close': command()(nothing),
  'project.state': command<ProjectState | null>()(nothing),
  'project.saveCopy': command<{ readonly path: string }>()(
    z.object({ path, overwrite: z.boolean().default(false) }),
  ),
  'project.check': command<readonly Finding[]>()(nothing),
  'project.stats': query<Stats>()(nothing),
  'project.read': query<Project>()(nothing),
  'project.describe': action()(
    'project.describe',
    projectDescription.partial().omit({ levelPreset: true, levelNames: true }),
  ),
  'project.setLevels': action()(
    'project.setLevels',
    z.object({
      levelPreset: z.string().max(40),
      levelNames: z.array(name(60)).min(1).max(6),
      hasThemes: z.boolean(),
    }),
  ),
  'project.setReading': action()(
    'project.setReading',
    z.object({
      lineLength: z.int().min(50).max(90).optional(),
      colourLevel: z.int().min(0).max(6).nullable().optional(),
    }),
  ),
  'analysts.add': action<{ readonly id: AnalystId }>()(
    'analysts.add',
    z.object({ name: name(200), initials: line(4).optional() }),
  ),
  'analysts.rename': action()(
    'analysts.rename',
    z.object({ analystId, name: name(200), initials: line(4).optional() }),
  ),
  'analysts.be': command<ProjectState>()(z.object({ analystId })),

  'imports.stage': command<StagedFile>()(
    z.union([z.object({ path }), z.object({ name: name(300), base64: z.string() })]),
  ),
  'imports.preview': command<ImportPreview>()(
    z.object({ fileId: z.string(), choices: importChoices.default({}) }),
  ),
  'imports.source': command<{ readonly text: string }>()(
    z.object({ fileId: z.string(), choices: importChoices.default({}) }),
  ),
  'imports.run': command<{
    readonly imported: readonly ImportedFile[];
    readonly refused: readonly Problem[];
  }>()(z.object({ files: z.array(fileToImport).min(1).max(2000), job })),
  'imports.discard': command()(z.object({ fileIds: z.array(z.string()) })),
  'imports.reports': query<readonly ImportReport[]>()(z.object({ transcriptId })),
  'transcripts.import': action<{ readonly transcriptId: TranscriptId }>()(
    'transcripts.import',
    z.object({
      name: name(200),
      kind: transcriptKind,
      language: z.enum(['sv', 'en']).optional(),
      turns: z.array(parsedTurn).min(1).max(200_000),
      speakers: z.array(speakerChoice),
      report: z.object({
        fileName: line(300),
        sha256: z.string().max(64),
        format: z.string().max(40),
        encoding: z.string().max(40).nullable(),
        changes: z.array(z.unknown()),
        warnings: z.array(z.unknown()),
      }),
    }),
  ),
  'transcripts.list': query<readonly TranscriptSummary[]>()(nothing),
  'transcripts.read': query<Transcript>()(z.object({ transcriptId })),
  'transcripts.describe': action()(
    'transcripts.describe',
    z.object({
      transcriptId,
      name: name(200).optional(),
      kind: transcriptKind.optional(),
      date: z.iso.date().nullable().optional(),
      place: line(200).nullable().optional(),
      minutes: z.int().min(0).max(6000).nullable().optional(),
    }),
  ),
  'transcripts.move': action()(
    'transcripts.move',
    z.object({ transcriptId, after: after(transcriptId) }),
  ),
  'transcripts.remove': action()('transcripts.remove', z.object({ transcriptId })),
  'transcripts.forget': command()(z.object({ transcriptId, typed: z.string() })),
  'speakers.rename': action()(
    'speakers.rename',
    z.object({ speakerId, label: name(200) }),
  ),
  'speakers.assign': action()(
    'speakers.assign',
    z.object({
      speakerId,
      role: speakerRole,
      participantId: participantId.nullable().optional(),
      pseudonym: name(100).optional(),
    }),
  ),
  'participants.list':
    query<
      readonly (Participant & {
        readonly transcripts: number;
        readonly turns: number;
        readonly words: number;
        readonly units: number;
      })[]
    >()(nothing),
  'participants.add': action<{ readonly id: ParticipantId }>()(
    'participants.add',
    z.object({ pseudonym: name(100) }),
  ),
  'participants.rename': action()(
    'participants.rename',
    z.object({ participantId, pseudonym: name(100) }),
  ),
  'participants.remove': action()('participants.remove', z.object({ participantId })),
  'participants.forget': command()(z.object({ participantId, typed: z.string() })),
  'turns.setAside': action()(
    'turns.setAside',
    z.object({ turnIds: z.array(turnId).min(1), reason: line(200).default('') }),
  ),
  'turns.takeBack': action()(
    'turns.takeBack',
    z.object({ turnIds: z.array(turnId).min(1) }),
  ),
  'turns.setAsides': query<readonly SetAside[]>()(z.object({ transcriptId })),

  'meaningUnits.ofTranscript': query<readonly MarkedUnit[]>()(z.object({ transcriptId })),
  'meaningUnits.read': query<MeaningUnit>()(z.object({ unitId: meaningUnitId })),
  'meaningUnits.retired': query<readonly MeaningUnit[]>()(nothing),
  'meaningUnits.mark': action<{
    readonly id: MeaningUnitId;
    readonly number: number;
    readonly words: number;
  }>()('meaningUnits.mark', z.object({ spans: z.array(span).min(1).max(500) })),
  'meaningUnits.addSpans': action()(
    'meaningUnits.addSpans',
    z.object({ unitId: meaningUnitId, spans: z.array(span).min(1).max(500) }),
  ),
  'meaningUnits.resize': action()(
    'meaningUnits.resize',
    z.object({ unitId: meaningUnitId, spans: z.array(span).min(1).max(500) }),
  ),
  'meaningUnits.retire': action()(
    'meaningUnits.retire',
    z.object({ unitIds: units, reason: line(300).default('') }),
  ),
  'meaningUnits.restore': action()('meaningUnits.restore', z.object({ unitIds: units })),
  'meaningUnits.star': action()(
    'meaningUnits.star',
    z.object({ unitIds: units, isQuotable: z.boolean() }),
  ),
  'meaningUnits.condense': action()(
    'meaningUnits.condense',
    z.object({ unitId: meaningUnitId, text: prose(20_000) }),
  ),
  'meaningUnits.interpret': action()(
    'meaningUnits.interpret',
    z.object({ unitId: meaningUnitId, text: prose(20_000) }),
  ),
  'meaningUnits.code': action<{ readonly codeIds: readonly CodeId[] }>()(
    'meaningUnits.code',
    z.object({
      unitIds: units,
      codeIds: z.array(codeId).default([]),
      create: z.array(newCode).default([]),
    }),
  ),
  'meaningUnits.uncode': action()(
    'meaningUnits.uncode',
    z.object({ unitIds: units, codeId }),
  ),

  'codes.list': query<readonly Code[]>()(nothing),
  'codes.units': query<readonly MeaningUnit[]>()(
    z.object({
      codeIds: z.array(codeId).min(1).max(500),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  'codes.create': action<{ readonly id: CodeId }>()(
    'codes.create',
    newCode.extend({ categoryId: categoryId.optional() }),
  ),
  'codes.rename': action()('codes.rename', z.object({ codeId, name: name(200) })),
  'codes.describe': action()(
    'codes.describe',
    z.object({
      codeId,
      definition: prose().optional(),
      inclusion: prose().optional(),
      exclusion: prose().optional(),
      origin: origin.optional(),
    }),
  ),
  'codes.colour': action()(
    'codes.colour',
    z.object({ codeId, colour: z.int().min(1).max(16).nullable() }),
  ),
  'codes.move': action()(
    'codes.move',
    z.object({
      codeIds: z.array(codeId).min(1).max(5000),
      categoryId: categoryId.nullable(),
      after: after(codeId),
    }),
  ),
  'codes.merge': action()(
    'codes.merge',
    z.object({ into: codeId, from: z.array(codeId).min(1), name: name(200).optional() }),
  ),
  'codes.split': action<{ readonly id: CodeId }>()(
    'codes.split',
    z.object({ codeId, unitIds: units, name: name(200) }),
  ),
  'codes.remove': action()('codes.remove', z.object({ codeIds: z.array(codeId).min(1) })),

  'categories.list': query<readonly Category[]>()(nothing),
  'categories.units': query<readonly MeaningUnit[]>()(
    z.object({
      categoryId,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  'categories.create': action<{ readonly id: CategoryId }>()(
    'categories.create',
    z.object({
      name: name(300),
      depth: z.int().min(1).max(6),
      parentId: categoryId.nullable().default(null),
      after: after(categoryId),
      codeIds: z.array(codeId).default([]),
      categoryIds: z.array(categoryId).default([]),
    }),
  ),
  'categories.rename': action()(
    'categories.rename',
    z.object({ categoryId, name: name(300) }),
  ),
  'categories.describe': action()(
    'categories.describe',
    z.object({
      categoryId,
      definition: prose().optional(),
      inclusion: prose().optional(),
      exclusion: prose().optional(),
    }),
  ),
  'categories.colour': action()(
    'categories.colour',
    z.object({ categoryId, colour: z.int().min(1).max(16).nullable() }),
  ),
  'categories.move': action()(
    'categories.move',
    z.object({
      categoryIds: z.array(categoryId).min(1),
      parentId: categoryId.nullable(),
      after: after(categoryId),
    }),
  ),
  'categories.dissolve': action()('categories.dissolve', z.object({ categoryId })),

  'themes.list': query<readonly Theme[]>()(nothing),
  'themes.create': action<{ readonly id: ThemeId }>()(
    'themes.create',
    z.object({ name: name(300), parentId: themeId.nullable().default(null) }),
  ),
  'themes.rename': action()('themes.rename', z.object({ themeId, name: name(300) })),
  'themes.move': action()(
    'themes.move',
    z.object({ themeId, parentId: themeId.nullable(), after: after(themeId) }),
  ),
  'themes.link': action()(
    'themes.link',
    z.object({
      themeId,
      unitIds: z.array(meaningUnitId).default([]),
      codeIds: z.array(codeId).default([]),
      categoryIds: z.array(categoryId).default([]),
    }),
  ),
  'themes.unlink': action()(
    'themes.unlink',
    z.object({
      themeId,
      unitIds: z.array(meaningUnitId).default([]),
      codeIds: z.array(codeId).default([]),
      categoryIds: z.array(categoryId).default([]),
    }),
  ),
  'themes.remove': action()('themes.remove', z.object({ themeId })),
  'memos.about': query<readonly Memo[]>()(
    z.object({
      transcriptId: transcriptId.optional(),
      unitId: meaningUnitId.optional(),
      codeId: codeId.optional(),
      categoryId: categoryId.optional(),
      themeId: themeId.optional(),
    }),
  ),
  'memos.write': action<{ readonly id: MemoId }>()(
    'memos.write',
    z.object({
      memoId: memoId.optional(),
      text: prose().pipe(z.string().min(1)),
      transcriptId: transcriptId.optional(),
      unitId: meaningUnitId.optional(),
      codeId: codeId.optional(),
      categoryId: categoryId.optional(),
      themeId: themeId.optional(),
    }),
  ),
  'memos.remove': action()('memos.remove', z.object({ memoId })),

  'analysisTable.rows': query<{
    readonly total: number;
    readonly rows: readonly AnalysisRow[];
  }>()(rowsRequest),
  'analysisTable.placeOf': query<{ readonly index: number | null }>()(
    rowsRequest.extend({ unitId: meaningUnitId }),
  ),
  'analysisTable.edit': action()(
    'analysisTable.edit',
    z.object({ cells: z.array(cellEdit).min(1).max(20_000) }),
  ),

  'exports.write': command<{ readonly path: string; readonly bytes: number }>()(
    exportRequest.extend({ job }),
  ),
  'exports.clipboard': command<{ readonly html: string; readonly text: string }>()(
    z.object({ unitIds: units, columns: z.array(z.string().max(40)).optional() }),
  ),

  'steps.history': query<{ readonly total: number; readonly steps: readonly Step[] }>()(
    z.object({
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
      analystId: analystId.optional(),
      text: line(100).optional(),
    }),
  ),
  'steps.changes': query<readonly Change[]>()(
    z.object({ seq: z.int(), limit: z.int().min(1).max(1000).default(100) }),
  ),
  'steps.undo': command<{ readonly undone: readonly Step[] }>()(
    z.object({ times: z.int().min(1).max(100_000).default(1) }),
  ),
  'steps.redo': command<{ readonly redone: readonly Step[] }>()(
    z.object({ times: z.int().min(1).max(100_000).default(1) }),
  ),
  'steps.goTo': command<{ readonly step: Step | null }>()(
    z.object({ seq: z.int().min(0) }),
  ),

  'backups.list': command<readonly Backup[]>()(nothing),
  'backups.make': command<Backup>()(nothing),
  'backups.restore': command<ProjectState>()(
    z.object({ id: z.string().max(200), to: path.optional() }),
  ),
} as const;

export type Api = typeof api;
export type ApiName = keyof Api;
export type Input<Name extends ApiName> = InputOf<Api[Name]>;
export type Output<Name extends ApiName> = OutputOf<Api[Name]>;
