import { generateNKeysBetween } from 'fractional-indexing';

import type { ParsedOf } from '../../shared/contract.ts';
import type { Api } from '../../shared/api.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import {
  levelNamedTwice,
  initialsOf,
  type Analyst,
  type Level,
  type Project,
  type ProjectDescription,
} from '../../shared/domain/project.ts';
import { Refusal } from '../../shared/errors.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { rowThatIsThere } from './rows.ts';

interface ProjectRow {
  readonly title: string;
  readonly aim: string;
  readonly approach: Project['approach'];
  readonly content: Project['content'];
  readonly language: Project['language'];
  readonly level_preset: string;
  readonly has_themes: number;
  readonly line_length: number;
  readonly colour_level: number | null;
}

export function levelsOf(project: ReadableProject): readonly Level[] {
  return project.all<Level>('SELECT depth, name FROM levels ORDER BY depth');
}

export function analystsOf(project: ReadableProject): readonly Analyst[] {
  return project.all<Analyst>(
    'SELECT id, name, initials, colour FROM analysts ORDER BY id',
  );
}

/** The project's own row with its levels (low to high), questions and analysts. */
export function readProject(project: ReadableProject): Project {
  const row = rowThatIsThere<ProjectRow>(project, 'SELECT * FROM project', {});
  const questions = project.all<{ text: string }>(
    'SELECT text FROM research_questions ORDER BY position',
  );
  return {
    title: row.title,
    aim: row.aim,
    researchQuestions: questions.map((question) => question.text),
    approach: row.approach,
    content: row.content,
    language: row.language,
    levelPreset: row.level_preset,
    levels: levelsOf(project),
    hasThemes: row.has_themes === 1,
    lineLength: row.line_length,
    colourLevel: row.colour_level,
    analysts: analystsOf(project),
  };
}

/** Writes the project's first rows into an empty file. */
export function beginProject(
  project: WritableProject,
  input: { readonly description: ProjectDescription; readonly analyst: string },
): void {
  const { description } = input;
  project.run(
    `INSERT INTO project (id, title, aim, approach, content, way_of_working, language, level_preset,
       has_themes, line_length, colour_level, created_at)
     VALUES (:id, :title, :aim, :approach, :content, 'contentAnalysis', :language, :preset, :hasThemes, 66, NULL, :now)`,
    {
      id: newId(),
      title: description.title,
      aim: description.aim,
      approach: description.approach,
      content: description.content,
      language: description.language,
      preset: description.levelPreset,
      hasThemes: description.hasThemes ? 1 : 0,
      now: project.now,
    },
  );
  setQuestions(project, description.researchQuestions);
  setLevelNames(project, description.levelNames);
  if (input.analyst) addAnalyst(project, { name: input.analyst });
}

function setQuestions(project: WritableProject, questions: readonly string[]): void {
  const asked = questions.filter((text) => text !== '');
  project.run('DELETE FROM research_questions');
  const positions = generateNKeysBetween(null, null, asked.length);
  for (const [index, text] of asked.entries()) {
    project.run(
      'INSERT INTO research_questions (id, position, text) VALUES (:id, :position, :text)',
      {
        id: newId(),
        position: positions[index] ?? '',
        text,
      },
    );
  }
}

function setLevelNames(project: WritableProject, names: readonly string[]): void {
  const twice = levelNamedTwice(names);
  if (twice !== undefined) throw new Refusal('levels.nameTwice', { name: twice });
  const now = levelsOf(project);
  for (const [index, levelName] of names.entries()) {
    const depth = index + 1;
    const isThere = now.some((level) => level.depth === depth);
    project.run(
      isThere
        ? 'UPDATE levels SET name = :name WHERE depth = :depth'
        : `INSERT INTO levels (id, depth, name) VALUES ('${newId<string>()}', :depth, :name)`,
      { depth, name: levelName },
    );
  }
  for (const level of now.filter(({ depth }) => depth > names.length)) {
    const isUsed = project.get('SELECT 1 FROM categories WHERE depth = :depth', {
      depth: level.depth,
    });
    if (isUsed) throw new Refusal('levels.inUse', { level: level.name });
    project.run('DELETE FROM levels WHERE depth = :depth', { depth: level.depth });
  }
}

/** Changes what is given and leaves the rest. */
export function describeProject(
  project: WritableProject,
  input: ParsedOf<Api['project.describe']>,
): void {
  if (input.researchQuestions) setQuestions(project, input.researchQuestions);
  const columns = {
    title: input.title,
    aim: input.aim,
    approach: input.approach,
    content: input.content,
    language: input.language,
    has_themes: input.hasThemes === undefined ? undefined : Number(input.hasThemes),
  };
  for (const [column, value] of Object.entries(columns)) {
    if (value !== undefined)
      project.run(`UPDATE project SET ${column} = :value`, { value });
  }
}

/** Renames, adds or removes levels; a level that holds categories cannot be removed. */
export function setLevels(
  project: WritableProject,
  input: ParsedOf<Api['project.setLevels']>,
): void {
  setLevelNames(project, input.levelNames);
  project.run('UPDATE project SET level_preset = :preset, has_themes = :hasThemes', {
    preset: input.levelPreset,
    hasThemes: Number(input.hasThemes),
  });
}

/** How the text is read everywhere: reference lines and which level gives colour. */
export function setReading(
  project: WritableProject,
  input: ParsedOf<Api['project.setReading']>,
): void {
  if (input.lineLength !== undefined) {
    project.run('UPDATE project SET line_length = :value', { value: input.lineLength });
  }
  if (input.colourLevel !== undefined) {
    project.run('UPDATE project SET colour_level = :value', { value: input.colourLevel });
  }
}

export function addAnalyst(
  project: WritableProject,
  input: ParsedOf<Api['analysts.add']>,
): { readonly id: AnalystId } {
  const id = newId<AnalystId>();
  const taken = project.get<{ n: number }>('SELECT count(*) AS n FROM analysts')?.n ?? 0;
  project.run(
    'INSERT INTO analysts (id, name, initials, colour) VALUES (:id, :name, :initials, :colour)',
    {
      id,
      name: input.name,
      initials: input.initials || initialsOf(input.name),
      colour: (taken % 8) + 1,
    },
  );
  return { id };
}

export function renameAnalyst(
  project: WritableProject,
  input: ParsedOf<Api['analysts.rename']>,
): void {
  const { changes } = project.run(
    'UPDATE analysts SET name = :name, initials = :initials WHERE id = :id',
    {
      id: input.analystId,
      name: input.name,
      initials: input.initials || initialsOf(input.name),
    },
  );
  if (changes === 0) throw new Refusal('gone');
}
