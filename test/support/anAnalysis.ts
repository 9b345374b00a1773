import { createCategory } from '../../electron/project/categories.ts';
import { createCode, moveCodes } from '../../electron/project/codes.ts';
import { codeUnits } from '../../electron/project/codings.ts';
import { condenseUnit, markUnit } from '../../electron/project/meaningUnits.ts';
import { importTranscript } from '../../electron/project/transcripts.ts';
import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  TranscriptId,
  TurnId,
} from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import type { TestProject } from './newProject.ts';

/** Imports what was said, `P1: …` line by line; `M` is a moderator, `-` is nobody, P1 is the same person everywhere. */
export function aTranscript(
  project: TestProject,
  name: string,
  lines: readonly string[],
): { readonly id: TranscriptId; readonly turns: readonly TurnId[] } {
  const turns = lines.map((line) => {
    const [speaker = '', ...text] = line.split(': ');
    return {
      speaker: speaker === '-' ? null : speaker,
      text: text.join(': '),
      startMs: null,
      endMs: null,
    };
  });
  const { transcriptId: id } = project.write((writing) =>
    importTranscript(writing, {
      name,
      kind: 'focusGroup',
      turns,
      speakers: [...new Set(turns.flatMap((turn) => turn.speaker ?? []))].map((label) =>
        label === 'M'
          ? { label, role: 'moderator' as const }
          : { label, role: 'participant' as const, pseudonym: label },
      ),
      report: {
        fileName: `${name}.txt`,
        sha256: '',
        format: 'plainText',
        encoding: null,
        changes: [],
        warnings: [],
      },
    }),
  );
  const rows = project.read.all<{ id: TurnId }>(
    'SELECT id FROM turns WHERE transcript_id = :id ORDER BY position',
    { id },
  );
  return { id, turns: rows.map((row) => row.id) };
}

/** Marks whole turns as one unit, condenses it and codes it, each as far as it is said. */
export function aUnit(
  project: TestProject,
  turnIds: readonly TurnId[],
  facts: { readonly condensed?: string; readonly codes?: readonly CodeId[] } = {},
): MeaningUnitId {
  return project.write((writing) => {
    const spans = turnIds.map((turnId) => ({
      turnId,
      start: 0,
      end: writing.get<{ text: string }>('SELECT text FROM turns WHERE id = :turnId', {
        turnId,
      })!.text.length,
    }));
    const { id } = markUnit(writing, { spans });
    if (facts.condensed) condenseUnit(writing, { unitId: id, text: facts.condensed });
    if (facts.codes)
      codeUnits(writing, { unitIds: [id], codeIds: [...facts.codes], create: [] });
    return id;
  });
}

export function aCode(
  project: TestProject,
  name: string,
  categoryId: CategoryId | null = null,
): CodeId {
  return project.write((writing) => {
    const { id } = createCode(writing, { name, definition: '' });
    if (categoryId) moveCodes(writing, { codeIds: [id], categoryId });
    return id;
  });
}

export function aCategory(
  project: TestProject,
  name: string,
  place: { readonly depth?: number; readonly under?: CategoryId } = {},
): CategoryId {
  return project.write(
    (writing) =>
      createCategory(writing, {
        name,
        depth: place.depth ?? 1,
        parentId: place.under ?? null,
        codeIds: [],
        categoryIds: [],
      }).id,
  );
}

/** The code of the refusal that the work ends in. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'nothing was refused';
}
