import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

import type { Output, Parsed } from '../../shared/api.ts';
import type {
  ImportedFile,
  ImportPreview,
  ProposedSpeaker,
  StagedFile,
} from '../../shared/domain/importing.ts';
import type { ParsedTranscript } from '../../shared/domain/importedTranscript.ts';
import { Refusal, type Problem } from '../../shared/errors.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { nameOfFile } from '../../shared/text/nameOfFile.ts';
import { proposeSpeakers } from '../../shared/text/proposeSpeakers.ts';
import { act, seldomTold } from '../acting.ts';
import { refuseTooLarge } from '../import/readTranscript.ts';
import { decodeForDisplay } from '../import/sourceText.ts';
import { refusalOfDisk } from '../project/file/diskErrors.ts';
import { newId } from '../project/handle.ts';
import { nameOfSameFile } from '../project/importReports.ts';
import { compareVersions, renewTranscript } from '../project/turns/newVersions.ts';
import { freeTranscriptName, importTranscript } from '../project/transcripts.ts';
import type { OpenProject } from '../project/file/open.ts';
import type { SessionContext } from '../session.ts';
import { undo } from './steps.ts';

const shownTurns = 500;

/** Reads a file into memory; its size is asked before a byte of it is read. */
export async function stageFile(
  context: SessionContext,
  input: Parsed<'imports.stage'>,
): Promise<StagedFile> {
  if ('base64' in input) {
    return context.staged.add(basename(input.name), Buffer.from(input.base64, 'base64'));
  }
  const path = resolve(input.path);
  try {
    const facts = statSync(path);
    if (facts.isDirectory())
      throw new Refusal('file.isFolder', { file: path }, { file: path });
    // A device has no end, and a pipe waits for somebody to write into it.
    if (!facts.isFile())
      throw new Refusal('file.notFile', { file: path }, { file: path });
    refuseTooLarge(path, facts.size);
    return context.staged.add(basename(path), await readFile(path));
  } catch (error) {
    throw refusalOfDisk(error, path);
  }
}

function wordsOf(parsed: ParsedTranscript): number {
  return parsed.turns.reduce((sum, turn) => sum + countWords(turn.text), 0);
}

/** What would come in with these choices; nothing is written. */
export async function previewImport(
  context: SessionContext,
  input: Parsed<'imports.preview'>,
): Promise<ImportPreview> {
  const parsed = await context.staged.parse(input.fileId, input.choices);
  const { reading } = context.project().steps;
  const fileName = context.staged.name(input.fileId);
  return {
    fileId: input.fileId,
    fileName,
    proposedName: freeTranscriptName(reading, nameOfFile(fileName)),
    parsed: { ...parsed, turns: parsed.turns.slice(0, shownTurns) },
    turns: parsed.turns.length,
    words: wordsOf(parsed),
    speakers: proposeSpeakers(parsed.turns),
    sameAs: nameOfSameFile(reading, context.staged.sha256(input.fileId)),
  };
}

/** The file's own text, so that the person can compare; empty for formats that are not text (Word). */
export async function importSource(
  context: SessionContext,
  input: Parsed<'imports.source'>,
): Promise<Output<'imports.source'>> {
  return {
    text: await decodeForDisplay(context.staged.file(input.fileId), input.choices),
  };
}

type FileToImport = Parsed<'imports.run'>['files'][number];

function chosenSpeakers(file: FileToImport, proposed: readonly ProposedSpeaker[]) {
  return proposed.map(
    (speaker) =>
      file.speakers.find((choice) => choice.label === speaker.label) ?? {
        label: speaker.label,
        role: speaker.role,
      },
  );
}

/** What the project keeps of the file that was read. */
function reportOf(context: SessionContext, fileId: string, parsed: ParsedTranscript) {
  return {
    fileName: context.staged.name(fileId),
    sha256: context.staged.sha256(fileId),
    format: parsed.format,
    encoding: parsed.encoding,
    changes: [...parsed.changes],
    warnings: [...parsed.warnings],
  };
}

interface Import {
  readonly heading: string;
  /** The project that was open when it began: another one that is opened meanwhile gets nothing of it. */
  readonly project: OpenProject;
  readonly told: ReturnType<typeof seldomTold>['told'];
}

async function importOne(
  context: SessionContext,
  file: FileToImport,
  { heading, project: begun, told }: Import,
): Promise<ImportedFile> {
  const parsed = await context.staged.parse(file.fileId, file.choices);
  if (context.current !== begun) throw new Refusal('job.cancelled');
  const fileName = context.staged.name(file.fileId);
  const speakers = proposeSpeakers(parsed.turns);
  const { transcriptId } = act(context, {
    label: 'transcripts.import',
    heading,
    told,
    work: (project) =>
      importTranscript(project, {
        name: file.name ?? nameOfFile(fileName),
        kind: file.kind,
        turns: [...parsed.turns],
        speakers: chosenSpeakers(file, speakers),
        report: reportOf(context, file.fileId, parsed),
      }),
  });
  return {
    fileName,
    transcriptId,
    turns: parsed.turns.length,
    words: wordsOf(parsed),
    encoding: parsed.encoding,
    format: parsed.format,
    speakers: speakers.map(({ label, role, turns, words }) => ({
      label,
      role,
      turns,
      words,
    })),
    changes: parsed.changes,
    warnings: parsed.warnings,
  };
}

/** One step per file under one heading; a file that cannot be read does not stop the others. */
export function runImport(
  context: SessionContext,
  input: Parsed<'imports.run'>,
): Promise<Output<'imports.run'>> {
  const heading = newId<string>();
  const project = context.writableProject();
  const { told, tellRest } = seldomTold(context);
  return context.jobs
    .run(input.job, async (job) => {
      const imported: ImportedFile[] = [];
      const refused: Problem[] = [];
      for (const [index, file] of input.files.entries()) {
        await job.progress(index, input.files.length, 'progress.reading');
        try {
          imported.push(await importOne(context, file, { heading, project, told }));
        } catch (error) {
          if (!(error instanceof Refusal) || context.current !== project) throw error;
          refused.push(error.problem);
        }
      }
      for (const file of input.files) context.staged.discard(file.fileId);
      return { imported, refused };
    })
    .finally(() => {
      if (context.current === project) tellRest();
    })
    .catch((error: unknown) => {
      if (context.current === project) takeBackImport(context, heading);
      throw error;
    });
}

/** A cancelled import leaves the project as it was; the files stay staged for another try. */
function takeBackImport(context: SessionContext, heading: string): void {
  const { steps } = context.project();
  if (steps.nextUndo()?.heading === heading) undo(context, { times: 1 });
}

/** Lays a new version of the file beside the transcript that is there; nothing is written. */
export async function compareImport(
  context: SessionContext,
  { transcriptId, fileId, choices }: Parsed<'imports.compare'>,
): Promise<Output<'imports.compare'>> {
  const parsed = await context.staged.parse(fileId, choices);
  const { reading } = context.project().steps;
  return {
    ...compareVersions(reading, { transcriptId, turns: [...parsed.turns] }),
    fileName: context.staged.name(fileId),
    warnings: parsed.warnings,
  };
}

/** Takes a new version of the file into the transcript that is there, as one step. */
export async function renewImport(
  context: SessionContext,
  { transcriptId, fileId, choices }: Parsed<'imports.renew'>,
): Promise<Output<'imports.renew'>> {
  const begun = context.writableProject();
  const parsed = await context.staged.parse(fileId, choices);
  if (context.current !== begun) throw new Refusal('job.cancelled');
  const units = act(context, {
    label: 'transcripts.renew',
    work: (project) =>
      renewTranscript(project, {
        transcriptId,
        turns: [...parsed.turns],
        report: reportOf(context, fileId, parsed),
      }),
  });
  context.staged.discard(fileId);
  return units;
}

export function discardFiles(
  context: SessionContext,
  input: Parsed<'imports.discard'>,
): void {
  for (const fileId of input.fileIds) context.staged.discard(fileId);
}
