import type { ImportNote } from '../../shared/domain/importedTranscript.ts';
import type { ImportedFile, ProposedSpeaker } from '../../shared/domain/importing.ts';
import { transcriptKinds, type TranscriptKind } from '../../shared/domain/transcript.ts';
import type { Problem } from '../../shared/errors.ts';
import { chosen } from './call.ts';
import {
  ask,
  openToWrite,
  operand,
  pathFrom,
  Refused,
  sayCode,
  type Answer,
  type Ground,
} from './ground.ts';
import { importSurveys } from './importSurvey.ts';

type Choices = { readonly speechTiers?: string[] };

/** A file that can be read, with what it is taken for. */
interface Ready {
  readonly path: string;
  readonly fileId: string;
  readonly kind: TranscriptKind;
  readonly choices: Choices;
}

/** More than two participants are a group; a text that nobody speaks in is a document. */
export function kindOf(
  speakers: readonly Pick<ProposedSpeaker, 'role'>[],
): TranscriptKind {
  if (speakers.length === 0) return 'document';
  const participants = speakers.filter(({ role }) => role === 'participant');
  return participants.length > 2 ? 'focusGroup' : 'interview';
}

async function ready(
  ground: Ground,
  path: string,
  { kind, choices }: Chosen,
): Promise<Ready> {
  const { fileId } = await ask(ground, 'imports.stage', { path });
  const { speakers } = await ask(ground, 'imports.preview', { fileId, choices });
  return { path, fileId, kind: kind ?? kindOf(speakers), choices };
}

interface Chosen {
  readonly kind: TranscriptKind | undefined;
  readonly choices: Choices;
}

/** What was chosen for all of the files. */
function chosenForAll({ call: { options } }: Ground): Chosen {
  const kind = chosen(options, 'kind', transcriptKinds);
  const tiers = (options.tiers ?? '').split(',').map((name) => name.trim());
  const speechTiers = tiers.filter((name) => name !== '');
  return { kind, choices: speechTiers.length > 0 ? { speechTiers } : {} };
}

function wordedNote(ground: Ground, note: ImportNote) {
  const { code, params, count, lines } = note;
  const message = sayCode(ground, `importNote.${code}`, { count, ...params });
  return { code, message, count, lines };
}

function fileValue(ground: Ground, path: string, file: ImportedFile) {
  return {
    file: path,
    transcriptId: file.transcriptId,
    turns: file.turns,
    speakers: file.speakers.map(({ label, role, turns, words }) => ({
      label,
      role,
      turns,
      words,
    })),
    words: file.words,
    encoding: file.encoding,
    format: file.format,
    changes: file.changes.map((note) => wordedNote(ground, note)),
    warnings: file.warnings.map((note) => wordedNote(ground, note)),
  };
}

function fileLines(
  ground: Ground,
  value: ReturnType<typeof fileValue>,
): readonly string[] {
  const { say } = ground;
  const speakers =
    value.speakers.map(({ label, turns }) => `${label} ${turns}`).join(', ') ||
    say('cli.noSpeakers');
  const { file, turns, words } = value;
  return [
    say('cli.imported', { file, count: turns, words, speakers }),
    ...value.warnings.map(({ message }) => say('cli.note', { message })),
  ];
}

/** Runs what can be read as one import, and finds for each answer the path that it came from. */
async function runAll(ground: Ground, files: readonly Ready[]) {
  if (files.length === 0) return { values: [], refused: [] };
  const { imported, refused } = await ask(ground, 'imports.run', {
    files: files.map(({ fileId, kind, choices }) => ({ fileId, kind, choices })),
  });
  const answers = [...imported];
  const values: ReturnType<typeof fileValue>[] = [];
  for (const { path } of files) {
    const [next] = answers;
    if (!next || !path.endsWith(next.fileName)) continue;
    answers.shift();
    values.push(fileValue(ground, path, next));
  }
  return { values, refused };
}

/** Every file that can be read, as one step each under one heading; those that cannot are told and do not stop the others. */
export async function importFiles(ground: Ground): Promise<Answer> {
  const { columns } = ground.call.options;
  if (columns !== undefined) return importSurveys(ground, columns);
  operand(ground, 1, 'PATH');
  const forAll = chosenForAll(ground);
  await openToWrite(ground);
  const files: Ready[] = [];
  const refused: Problem[] = [];
  for (const given of ground.call.operands.slice(1)) {
    const path = pathFrom(given);
    try {
      files.push(await ready(ground, path, forAll));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ ...error.problem, file: path });
    }
  }
  const run = await runAll(ground, files);
  refused.push(...run.refused);
  return {
    value: { files: run.values },
    lines: run.values.flatMap((value) => fileLines(ground, value)),
    status: refused.length > 0 ? 1 : 0,
    refused,
  };
}
