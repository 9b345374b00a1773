import { createHash } from 'node:crypto';

import type {
  CategoryId,
  MeaningUnitId,
  TranscriptId,
  TurnId,
} from '../../shared/domain/ids.ts';
import {
  projectDescription,
  type ProjectDescription,
} from '../../shared/domain/project.ts';
import { createCategory, describeCategory } from './categories.ts';
import { codeNamed, moveCodes } from './codes.ts';
import { codeUnits } from './codings.ts';
import type { WritableProject } from './handle.ts';
import { condenseUnit, markUnit } from './meaningUnits.ts';
import { writeMemo } from './memos.ts';
import { createTheme, linkTheme } from './themes.ts';
import { describeTranscript, importTranscript, setTurnsAside } from './transcripts.ts';

interface ExampleCategory {
  readonly name: string;
  readonly definition: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly subcategories?: readonly ExampleCategory[];
}

/** The worked example as it stands in resources/example; turns count from 1. */
export interface ExampleFiles {
  readonly text: string;
  readonly analysis: readonly {
    readonly turn: number;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly condensed: string;
    readonly code: string;
    readonly subcategory: string;
  }[];
  readonly codebook: {
    readonly language: 'sv';
    readonly title: string;
    readonly aim: string;
    readonly researchQuestions: readonly string[];
    readonly levelNames: readonly string[];
    readonly transcript: {
      readonly name: string;
      readonly minutes: number;
      readonly place: string;
    };
    readonly categories: readonly ExampleCategory[];
    readonly theme: {
      readonly name: string;
      readonly memo: string;
      readonly alternative: string;
      readonly support: readonly number[];
    };
    readonly setAside: readonly { readonly turn: number; readonly reason: string }[];
  };
}

/** What the example says of itself as a project: induction, manifest in the categories and latent in the theme. */
export function exampleDescription({ codebook }: ExampleFiles): ProjectDescription {
  return projectDescription.parse({
    title: codebook.title,
    aim: codebook.aim,
    researchQuestions: codebook.researchQuestions,
    approach: 'inductive',
    content: 'both',
    language: codebook.language,
    levelPreset: 'subMain',
    levelNames: codebook.levelNames,
    hasThemes: true,
  });
}

/** The whole analysis of the example in a project that holds nothing but its description. */
export function buildExample(project: WritableProject, files: ExampleFiles): void {
  const { transcriptId, turnIds } = addTranscript(project, files);
  const places = addCategories(project, files.codebook.categories);
  const unitIds = addUnits(project, { files, turnIds, places });
  for (const { turn, reason } of files.codebook.setAside)
    setTurnsAside(project, { turnIds: [turnIds[turn - 1]!], reason });
  addTheme(project, files, {
    unitIds,
    categoryIds: files.codebook.categories.map(({ name }) => places.get(name)!),
  });
  project.describe({ transcript: transcriptId, count: unitIds.length });
}

function addTranscript(
  project: WritableProject,
  { text, codebook }: ExampleFiles,
): { readonly transcriptId: TranscriptId; readonly turnIds: readonly TurnId[] } {
  const turns = text.split('\n').flatMap((line) => {
    const colon = line.indexOf(': ');
    if (colon < 0) return [];
    const said = { speaker: line.slice(0, colon), text: line.slice(colon + 2) };
    return [{ ...said, startMs: null, endMs: null }];
  });
  const labels = [...new Set(turns.map((turn) => turn.speaker))];
  const { transcriptId } = importTranscript(project, {
    name: codebook.transcript.name,
    kind: 'focusGroup',
    language: codebook.language,
    turns,
    speakers: labels.map((label) => ({
      label,
      role: label === 'Moderator' ? 'moderator' : 'participant',
    })),
    report: {
      fileName: 'example_fg1.txt',
      sha256: createHash('sha256').update(text).digest('hex'),
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  const { place, minutes } = codebook.transcript;
  describeTranscript(project, { transcriptId, place, minutes });
  const rows = project.all<{ id: TurnId }>(
    'SELECT id FROM turns WHERE transcript_id = :transcriptId ORDER BY position',
    { transcriptId },
  );
  return { transcriptId, turnIds: rows.map((row) => row.id) };
}

type Places = ReadonlyMap<string, CategoryId>;

function addCategories(
  project: WritableProject,
  mains: readonly ExampleCategory[],
): Places {
  const places = new Map<string, CategoryId>();
  const add = (category: ExampleCategory, depth: number, parentId: CategoryId | null) => {
    const { id } = createCategory(project, {
      name: category.name,
      depth,
      parentId,
      codeIds: [],
      categoryIds: [],
    });
    describeCategory(project, {
      categoryId: id,
      definition: category.definition,
      inclusion: category.include ?? '',
      exclusion: category.exclude ?? '',
    });
    places.set(category.name, id);
    return id;
  };
  for (const main of mains) {
    const parentId = add(main, 2, null);
    for (const sub of main.subcategories ?? []) add(sub, 1, parentId);
  }
  return places;
}

function addUnits(
  project: WritableProject,
  example: {
    readonly files: ExampleFiles;
    readonly turnIds: readonly TurnId[];
    readonly places: Places;
  },
): readonly MeaningUnitId[] {
  const placed = new Set<string>();
  return example.files.analysis.map((unit) => {
    const { start, end } = unit;
    const span = { turnId: example.turnIds[unit.turn - 1]!, start, end };
    const { id } = markUnit(project, { spans: [span] });
    condenseUnit(project, { unitId: id, text: unit.condensed });
    const codeId = codeNamed(project, { name: unit.code, definition: '' });
    codeUnits(project, { unitIds: [id], codeIds: [codeId], create: [] });
    if (!placed.has(codeId)) {
      const categoryId = example.places.get(unit.subcategory)!;
      moveCodes(project, { codeIds: [codeId], categoryId });
      placed.add(codeId);
    }
    return id;
  });
}

function addTheme(
  project: WritableProject,
  { codebook: { theme } }: ExampleFiles,
  built: {
    readonly unitIds: readonly MeaningUnitId[];
    readonly categoryIds: readonly CategoryId[];
  },
): void {
  const { id: themeId } = createTheme(project, { name: theme.name, parentId: null });
  linkTheme(project, {
    themeId,
    unitIds: theme.support.map((n) => built.unitIds[n - 1]!),
    codeIds: [],
    categoryIds: [...built.categoryIds],
  });
  writeMemo(project, { themeId, text: theme.memo });
  writeMemo(project, { themeId, text: theme.alternative });
}
