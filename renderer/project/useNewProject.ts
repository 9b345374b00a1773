import { useEffect, useState } from 'react';

import { levelPresets } from '../../shared/domain/levelPreset.ts';
import type { ProjectDescription, ProjectLanguage } from '../../shared/domain/project.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn, useApi } from '../api.ts';
import { useSettings } from '../computerSettings.ts';
import { asFileName, folderOf, joinPath, withEnding } from '../paths.ts';
import { ownLevels } from '../pickers/ProjectChoices.tsx';
import { projectEnding } from '../projectActs.ts';
import { showScreen } from '../screen.ts';
import { useWords } from '../words.ts';

export interface Draft extends Omit<ProjectDescription, 'researchQuestions'> {
  /** One question on each line. */
  readonly questions: string;
  readonly analyst: string;
  /** A place that the person has chosen; null follows the title. */
  readonly place: string | null;
}

export interface NewProjectState {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly choosePreset: (id: string, language?: ProjectLanguage) => void;
  readonly path: string;
  readonly problem: Problem | null;
  readonly isCreating: boolean;
  readonly create: () => Promise<void>;
}

function levelsOf(id: string, language: ProjectLanguage) {
  const preset = levelPresets.find((one) => one.id === id);
  if (!preset) return { levelPreset: id };
  return {
    levelPreset: id,
    levelNames: [...preset.levelNames[language]],
    hasThemes: preset.hasThemes,
  };
}

/** The first name that is free: "Titel", "Titel 2", "Titel 3". */
function freeName(title: string, taken: ReadonlySet<string>): string {
  const name = asFileName(title);
  for (let n = 1; ; n += 1) {
    const candidate = `${name}${n === 1 ? '' : ` ${n}`}${projectEnding}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** The place that follows from the title: in the documents folder, under a name that is free. */
function useProposedPath(title: string): string {
  const info = useApi('app.info', {}).data;
  const folder = info?.documentsFolder;
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (folder === undefined) return;
    call('folders.list', { folder, endings: [projectEnding] }).then(
      ({ entries }) => setTaken(new Set(entries.map(({ name }) => name.toLowerCase()))),
      () => undefined,
    );
  }, [folder]);
  return joinPath(folder ?? '', freeName(title, taken));
}

function descriptionOf(draft: Draft): ProjectDescription {
  const { aim, approach, content, language, levelPreset, hasThemes } = draft;
  return {
    title: draft.title.trim(),
    aim,
    approach,
    content,
    language,
    levelPreset,
    hasThemes,
    levelNames: draft.levelNames.map((name) => name.trim()).filter(Boolean),
    researchQuestions: draft.questions
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

function beginning(title: string, language: ProjectLanguage, analyst: string): Draft {
  return {
    title,
    aim: '',
    questions: '',
    approach: 'inductive',
    content: 'both',
    language,
    levelNames: [],
    hasThemes: true,
    ...levelsOf(levelPresets[0]?.id ?? ownLevels, language),
    analyst,
    place: null,
  };
}

/** What a new project will be, until it is created. */
export function useNewProject(): NewProjectState {
  const { say, language } = useWords();
  const { analystName } = useSettings();
  const [draft, setDraft] = useState(() =>
    beginning(say('newProject.untitled'), language, analystName),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isCreating, setIsCreating] = useState(false);
  const proposed = useProposedPath(draft.title);
  const path = draft.place ?? proposed;

  const change = (changes: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changes }));
    setProblem(null);
  };
  const create = async () => {
    if (isCreating || draft.title.trim() === '') return;
    setIsCreating(true);
    try {
      await call('project.create', {
        path: withEnding(path.trim(), projectEnding),
        description: descriptionOf(draft),
        analyst: draft.analyst.trim(),
      });
      showScreen('main');
    } catch (error) {
      setProblem(problemIn(error));
      setIsCreating(false);
    }
  };
  return {
    draft,
    change,
    choosePreset: (id, of = draft.language) =>
      change({ language: of, ...levelsOf(id, of) }),
    path,
    problem,
    isCreating,
    create,
  };
}

/** The same place under the next name: "Titel 2.utsaga". */
export async function nextFreePath(path: string, title: string): Promise<string> {
  const folder = folderOf(path);
  const { entries } = await call('folders.list', { folder, endings: [projectEnding] });
  const taken = new Set(entries.map(({ name }) => name.toLowerCase()));
  return joinPath(folder, freeName(title, taken));
}
