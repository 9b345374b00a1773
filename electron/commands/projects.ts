import type { Output, Parsed } from '../../shared/api.ts';
import { initialsOf, type ProjectDescription } from '../../shared/domain/project.ts';
import type { ProjectState } from '../../shared/domain/projectState.ts';
import { Refusal } from '../../shared/errors.ts';
import { backupsOf } from '../backups.ts';
import { checkProject } from '../project/file/check.ts';
import { refusalOfPlace } from '../project/file/diskErrors.ts';
import type { WritableProject } from '../project/handle.ts';
import { ownerInWords, type Owner } from '../project/file/lock.ts';
import { beginNewFile, realPathOf } from '../project/file/newFile.ts';
import {
  createProjectFile,
  openProject,
  type OpenProject,
} from '../project/file/open.ts';
import { analystsOf, beginProject } from '../project/projects.ts';
import type { SessionContext } from '../session.ts';

function stateNow(context: SessionContext): ProjectState {
  const state = context.state();
  if (!state) throw new Refusal('project.none');
  return state;
}

/** The analyst of this computer among the project's, else the first. */
function chooseAnalyst(context: SessionContext): void {
  const analysts = context.current ? analystsOf(context.current.steps.reading) : [];
  const name = context.settings.get().analystName;
  context.analystId =
    (analysts.find((analyst) => analyst.name === name) ?? analysts[0])?.id ?? null;
}

async function open(context: SessionContext, path: string): Promise<ProjectState> {
  if (context.current?.path === path) return stateNow(context);
  return putInPlace(context, openHere(context, path));
}

function openHere(context: SessionContext, path: string, over?: Owner): OpenProject {
  return openProject(path, {
    initials: initialsOf(context.settings.get().analystName),
    computer: context.computer,
    over,
    beforeMigration: (db) => {
      backupsOf(context.options.dataFolder, path).makeNow(db, '', 'migration');
    },
  });
}

/** The open project from now on; the one before is closed. */
async function putInPlace(
  context: SessionContext,
  project: OpenProject,
): Promise<ProjectState> {
  try {
    await context.closeProject();
  } catch (error) {
    project.close();
    throw error;
  }
  context.current = project;
  try {
    chooseAnalyst(context);
  } catch (error) {
    context.current = null;
    project.close();
    throw error;
  }
  context.settings.rememberProject(project);
  context.schedule.begin(project);
  context.indexing.begin(project);
  context.announce({ kind: 'project' });
  setImmediate(() => checkAfterOpening(context, project));
  return stateNow(context);
}

/** The invariants are checked once the window has its first screen; what was found is announced. */
function checkAfterOpening(context: SessionContext, project: OpenProject): void {
  if (context.current !== project) return;
  context.findings = checkProject(project.steps.reading);
  if (context.findings.length > 0) context.announce({ kind: 'project' });
}

/** A new file is made beside the place and moved there when it is whole, so a failure leaves nothing behind. */
async function createWith(
  context: SessionContext,
  place: { readonly path: string; readonly overwrite: boolean },
  fill: (project: WritableProject) => void,
): Promise<ProjectState> {
  const path = realPathOf(place.path);
  if (context.current?.path === path)
    throw new Refusal('project.isOpen', { file: path }, { file: path });
  createProjectFile(path, place.overwrite, (partial) => {
    const project = openProject(partial, { initials: '' });
    try {
      project.steps.step(
        { label: 'project.create', analystId: null, isBeginning: true },
        fill,
      );
    } finally {
      project.close();
    }
  });
  return open(context, path);
}

export async function createProject(
  context: SessionContext,
  input: Parsed<'project.create'>,
): Promise<ProjectState> {
  const begin: { readonly description: ProjectDescription; readonly analyst: string } =
    input;
  if (input.analyst) context.settings.change({ analystName: input.analyst });
  return createWith(context, input, (project) => beginProject(project, begin));
}

/** A copy of the worked example, finished, where the person says. */
export async function openExample(
  context: SessionContext,
  input: Parsed<'project.openExample'>,
): Promise<ProjectState> {
  const { buildExample, exampleDescription } = await import('../example.ts');
  return createWith(context, input, (project) => {
    beginProject(project, {
      description: exampleDescription(),
      analyst: context.settings.get().analystName || 'Utsaga',
    });
    buildExample(project);
  });
}

export function openProjectAt(
  context: SessionContext,
  input: Parsed<'project.open'>,
): Promise<ProjectState> {
  return open(context, realPathOf(input.path));
}

/**
 * Writes from now on a project that another computer has a lock on, after a backup of how it is. `from` is who the
 * person was told has it: another who has come since is not driven out.
 */
export async function takeOver(
  context: SessionContext,
  input: Parsed<'project.takeOver'>,
): Promise<ProjectState> {
  const { path, db, heldBy } = context.project();
  if (!heldBy) return stateNow(context);
  const place = { file: path };
  if (ownerInWords(heldBy) !== input.from)
    throw new Refusal('project.readOnly', { heldBy: ownerInWords(heldBy) }, place);
  await backupsOf(context.options.dataFolder, path).make(
    db,
    stateNow(context).title,
    'takeOver',
  );
  const project = openHere(context, path, heldBy);
  if (project.heldBy) {
    project.close();
    throw new Refusal(
      'project.heldHere',
      { heldBy: ownerInWords(project.heldBy) },
      place,
    );
  }
  return putInPlace(context, project);
}

export async function closeProject(context: SessionContext): Promise<void> {
  await context.closeProject();
}

export function projectState(context: SessionContext): Output<'project.state'> {
  return context.state();
}

/** A whole copy by SQLite's own backup, under another name; the open project stays the open one. */
export async function saveCopy(
  context: SessionContext,
  input: Parsed<'project.saveCopy'>,
): Promise<{ readonly path: string }> {
  const path = realPathOf(input.path);
  const { db, path: openPath } = context.project();
  if (path === openPath)
    throw new Refusal('project.isOpen', { file: path }, { file: path });
  const file = beginNewFile(path, input.overwrite);
  try {
    await db.backup(file.partial);
  } catch (error) {
    file.abandon();
    throw refusalOfPlace(error, path);
  }
  file.finish();
  return { path };
}

export function checkOpenProject(context: SessionContext): Output<'project.check'> {
  return checkProject(context.project().steps.reading);
}

export function beAnalyst(
  context: SessionContext,
  input: Parsed<'analysts.be'>,
): ProjectState {
  const analyst = analystsOf(context.project().steps.reading).find(
    ({ id }) => id === input.analystId,
  );
  if (!analyst) throw new Refusal('gone');
  context.analystId = analyst.id;
  context.settings.change({ analystName: analyst.name });
  context.announce({ kind: 'project' });
  return stateNow(context);
}
