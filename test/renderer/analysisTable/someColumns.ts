import { allColumns, type Column } from '../../../renderer/analysisTable/columns.ts';
import type { Project } from '../../../shared/domain/project.ts';
import { wordsIn } from '../../../shared/words/words.ts';

export const aProject: Project = {
  title: 'Hemtjänst i förändring',
  aim: '',
  researchQuestions: [],
  approach: 'inductive',
  content: 'both',
  language: 'sv',
  levelPreset: 'own',
  levels: [
    { depth: 1, name: 'Underkategori' },
    { depth: 2, name: 'Huvudkategori' },
  ],
  hasThemes: true,
  lineLength: 66,
  colourLevel: null,
  analysts: [],
};

/** The columns of a project with two levels, themes and two transcripts. */
export const someColumns = (project: Project = aProject, transcripts = 2) =>
  allColumns({ project, transcripts, say: wordsIn('sv') });

export const columnOf = (columns: readonly Column[], id: string): Column =>
  columns.find((column) => column.id === id)!;
