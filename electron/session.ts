import { mkdirSync } from 'node:fs';

import type { Finding, ProjectState } from '../shared/domain/projectState.ts';
import type { AnalystId } from '../shared/domain/ids.ts';
import type { Callable, HostEvent } from '../shared/bridge.ts';
import { Refusal, type Problem } from '../shared/errors.ts';
import { backupSchedule, noBackups, type BackupSchedule } from './backupSchedule.ts';
import { computerIdOf } from './computerId.ts';
import type { OpenCodeKey } from './codeKey.ts';
import { dispatch } from './dispatch.ts';
import { indexing, noIndexing, type Indexing } from './indexing.ts';
import { jobs, type Jobs } from './jobs.ts';
import { openLog, type Log } from './log.ts';
import { savedAt, stepLabel } from './project/steps/history.ts';
import { isBeyondKnowing, ownerInWords } from './project/file/lock.ts';
import type { OpenProject } from './project/file/open.ts';
import { projectHead } from './project/file/projectHead.ts';
import { syncServiceOf } from '../shared/domain/syncService.ts';
import { openSettings, type SettingsStore } from './settingsStore.ts';
import { openSoundPlaces, type SoundPlaces } from './soundPlaces.ts';
import { stagedFiles, type StagedFiles } from './stagedFiles.ts';

export interface SessionOptions {
  /** Where settings, the recent list, backups and logs live; made with mode 0700. */
  readonly dataFolder: string;
  readonly nativeDialogs: boolean;
  readonly announce: (event: HostEvent) => void;
  /** A script works, perhaps hundreds of times a day: no place in the recent list and no backups on a schedule. */
  readonly isScript?: boolean;
}

/** What commands work with: one window's open project and what belongs to the computer. */
export interface SessionContext {
  readonly options: SessionOptions;
  readonly settings: SettingsStore;
  readonly jobs: Jobs;
  readonly staged: StagedFiles;
  readonly sounds: SoundPlaces;
  readonly log: Log;
  readonly schedule: BackupSchedule;
  readonly indexing: Indexing;
  /** Opened by the person for this project; never by itself, and closed with it (rulings 16). */
  codeKey: OpenCodeKey | null;
  /** Knows this computer again in a lock file; see computerId.ts. */
  readonly computer: string;
  current: OpenProject | null;
  analystId: AnalystId | null;
  trouble: Problem | null;
  /** What the check after opening found. */
  findings: readonly Finding[];
  announce(event: HostEvent): void;
  /** The open project, or the refusal `project.none`. */
  project(): OpenProject;
  /** The open project for writing, in its place on the disk; refuses a project that is only read. */
  writableProject(): OpenProject;
  state(): ProjectState | null;
  closeProject(): Promise<void>;
  /** One at a time, in the order they came: what changes which project is open. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
}

export interface Session extends Callable {
  readonly context: SessionContext;
}

const heldBy = ({ heldBy: owner }: OpenProject) => owner && ownerInWords(owner);

function stateOf(context: SessionContext): ProjectState | null {
  const { current } = context;
  if (!current) return null;
  const { steps } = current;
  const labelled = (row: ReturnType<typeof steps.nextUndo>) =>
    row ? { seq: row.seq, ...stepLabel(steps.reading, row) } : null;
  return {
    path: current.path,
    ...projectHead(steps.reading),
    analystId: context.analystId,
    isReadOnly: current.heldBy !== null,
    heldBy: heldBy(current),
    heldSince: current.heldBy?.since ?? null,
    mayTakeOver:
      current.heldBy !== null && isBeyondKnowing(current.heldBy, context.computer),
    syncedBy: syncServiceOf(current.path),
    findings: context.findings,
    savedAt: savedAt(steps.reading),
    trouble: context.trouble,
    undo: labelled(steps.nextUndo()),
    redo: labelled(steps.nextRedo()),
  };
}

function createContext(options: SessionOptions): SessionContext {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const store = openSettings(options.dataFolder);
  const settings = options.isScript ? { ...store, rememberProject: () => {} } : store;
  let turn: Promise<unknown> = Promise.resolve();
  const context: SessionContext = {
    options,
    settings,
    jobs: jobs(options.announce),
    staged: stagedFiles(),
    sounds: openSoundPlaces(options.dataFolder),
    log: openLog(options.dataFolder),
    computer: computerIdOf(options.dataFolder),
    schedule: options.isScript ? noBackups : backupSchedule(options.dataFolder),
    indexing: options.isScript ? noIndexing : indexing(options.announce),
    codeKey: null,
    current: null,
    analystId: null,
    trouble: null,
    findings: [],
    announce: options.announce,
    project: () => {
      if (!context.current) throw new Refusal('project.none');
      return context.current;
    },
    writableProject: () => {
      const project = context.project();
      if (project.heldBy)
        throw new Refusal('project.readOnly', { heldBy: heldBy(project) ?? '' });
      project.assertInPlace();
      return project;
    },
    state: () => stateOf(context),
    inTurn: (work) => {
      const done = turn.then(work);
      turn = done.catch(() => {});
      return done;
    },
    closeProject: async () => {
      const project = context.current;
      if (!project) return;
      await context.schedule.end();
      context.indexing.end();
      settings.rememberProject(project);
      context.current = null;
      context.codeKey = null;
      context.analystId = null;
      context.trouble = null;
      context.findings = [];
      project.close();
      context.announce({ kind: 'project' });
    },
  };
  return context;
}

/** The one door behind every host: at most one open project, calls answered in the order they come. */
export function openSession(options: SessionOptions): Session {
  const context = createContext(options);
  return {
    context,
    call: (name, input) => dispatch(context, name, input),
    close: () => context.inTurn(() => context.closeProject()),
  };
}
