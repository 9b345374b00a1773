import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ReadableProject, WritableProject } from '../../electron/project/handle.ts';
import {
  createProjectFile,
  openProject,
  type OpenProject,
} from '../../electron/project/file/open.ts';
import { analystsOf, beginProject } from '../../electron/project/projects.ts';
import {
  projectDescription,
  type ProjectDescription,
} from '../../shared/domain/project.ts';

/** A real project file in a folder of its own, open for writing. */
export interface TestProject {
  readonly path: string;
  readonly opened: OpenProject;
  readonly read: ReadableProject;
  /** One step, by the project's analyst. */
  write<Result>(work: (project: WritableProject) => Result, label?: string): Result;
  undo(): void;
  redo(): void;
  /** As after a restart. */
  reopen(): void;
  /** Leaves the file to another program. */
  close(): void;
  /** Closes the project and removes its folder. */
  remove(): void;
}

export function aDescription(
  facts: Partial<ProjectDescription> = {},
): ProjectDescription {
  return projectDescription.parse({
    title: 'Provprojekt',
    aim: 'Att pröva.',
    researchQuestions: ['Vad händer?'],
    approach: 'inductive',
    content: 'both',
    language: 'sv',
    levelPreset: 'subMain',
    levelNames: ['Underkategori', 'Huvudkategori'],
    hasThemes: true,
    ...facts,
  });
}

export function newProject(facts: Partial<ProjectDescription> = {}): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-test-'));
  const path = join(folder, 'prov.utsaga');
  createProjectFile(path, false);
  let opened = openProject(path, { initials: 'EL' });
  opened.steps.step(
    { label: 'project.create', analystId: null, isBeginning: true },
    (project) =>
      beginProject(project, { description: aDescription(facts), analyst: 'Elin Lund' }),
  );
  return {
    path,
    get opened() {
      return opened;
    },
    get read() {
      return opened.steps.reading;
    },
    write: (work, label = 'project.describe') => {
      const analystId = analystsOf(opened.steps.reading)[0]?.id ?? null;
      return opened.steps.step({ label, analystId }, work).result;
    },
    undo: () => void opened.steps.undo(),
    redo: () => void opened.steps.redo(),
    reopen: () => {
      opened.close();
      opened = openProject(path, { initials: 'EL' });
    },
    close: () => opened.close(),
    remove: () => {
      if (opened.db.open) opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
