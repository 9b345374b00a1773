import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import {
  participantId,
  speakerId,
  transcriptId,
  turnId,
  type ParticipantId,
  type TranscriptId,
} from '../domain/ids.ts';
import {
  fileToImport,
  importChoices,
  parsedTurn,
  speakerChoice,
  type ImportedFile,
  type ImportPreview,
  type StagedFile,
} from '../domain/importing.ts';
import { filePath, line, name } from '../domain/text.ts';
import {
  speakerRole,
  transcriptKind,
  type ImportReport,
  type Participant,
  type RemovedParticipant,
  type RemovedTranscript,
  type SetAside,
  type Transcript,
  type TranscriptSummary,
} from '../domain/transcript.ts';
import type { Problem } from '../errors.ts';

const nothing = z.object({});
const path = filePath;
const job = z.string().max(60).optional();
/** Between which siblings: after the given one, or first when null, or last when absent. */
const after = <Id extends z.ZodType>(id: Id) => id.nullable().optional();

/** From a file to turns, and the people who speak in them. */
export const transcriptsApi = {
  'imports.stage': command<StagedFile>()(
    z.union([z.object({ path }), z.object({ name: name(300), base64: z.string() })]),
  ),
  'imports.preview': command<ImportPreview>()(
    z.object({ fileId: z.string(), choices: importChoices.default({}) }),
  ),
  'imports.source': command<{ readonly text: string }>()(
    z.object({ fileId: z.string(), choices: importChoices.default({}) }),
  ),
  'imports.run': command<{
    readonly imported: readonly ImportedFile[];
    readonly refused: readonly Problem[];
  }>()(z.object({ files: z.array(fileToImport).min(1).max(2000), job })),
  'imports.discard': command()(z.object({ fileIds: z.array(z.string()) })),
  'imports.reports': query<readonly ImportReport[]>()(z.object({ transcriptId })),
  'transcripts.import': action<{ readonly transcriptId: TranscriptId }>()(
    'transcripts.import',
    z.object({
      name: name(200),
      kind: transcriptKind,
      language: z.enum(['sv', 'en']).optional(),
      turns: z.array(parsedTurn).min(1).max(200_000),
      speakers: z.array(speakerChoice),
      report: z.object({
        fileName: line(300),
        sha256: z.string().max(64),
        format: z.string().max(40),
        encoding: z.string().max(40).nullable(),
        changes: z.array(z.unknown()),
        warnings: z.array(z.unknown()),
      }),
    }),
  ),
  'transcripts.list': query<readonly TranscriptSummary[]>()(nothing),
  'transcripts.read': query<Transcript>()(z.object({ transcriptId })),
  'transcripts.describe': action()(
    'transcripts.describe',
    z.object({
      transcriptId,
      name: name(200).optional(),
      kind: transcriptKind.optional(),
      date: z.iso.date().nullable().optional(),
      place: line(200).nullable().optional(),
      minutes: z.int().min(0).max(6000).nullable().optional(),
    }),
  ),
  'transcripts.move': action()(
    'transcripts.move',
    z.object({ transcriptId, after: after(transcriptId) }),
  ),
  'transcripts.remove': action()('transcripts.remove', z.object({ transcriptId })),
  /** Removed, or read in and undone, but still in the history: to be erased from there by `transcripts.forget`. */
  'transcripts.removed': query<readonly RemovedTranscript[]>()(nothing),
  'transcripts.forget': command()(z.object({ transcriptId, typed: z.string() })),
  /** Who is heard in the meaning units, over all transcripts: each label once, in the order of names. */
  'speakers.inUnits':
    query<readonly { readonly label: string; readonly units: number }[]>()(nothing),
  'speakers.rename': action()(
    'speakers.rename',
    z.object({ speakerId, label: name(200) }),
  ),
  'speakers.assign': action()(
    'speakers.assign',
    z.object({
      speakerId,
      role: speakerRole,
      participantId: participantId.nullable().optional(),
      pseudonym: name(100).optional(),
    }),
  ),
  'participants.list': query<
    readonly (Participant & {
      readonly transcripts: number;
      readonly turns: number;
      readonly words: number;
      readonly units: number;
    })[]
  >()(nothing),
  'participants.add': action<{ readonly id: ParticipantId }>()(
    'participants.add',
    z.object({ pseudonym: name(100) }),
  ),
  'participants.rename': action()(
    'participants.rename',
    z.object({ participantId, pseudonym: name(100) }),
  ),
  'participants.remove': action()('participants.remove', z.object({ participantId })),
  'participants.removed': query<readonly RemovedParticipant[]>()(nothing),
  /** With a placeholder, `[replik borttagen]`, their turns stay as places where somebody spoke. */
  'participants.forget': command()(
    z.object({ participantId, typed: z.string(), placeholder: name(200).optional() }),
  ),
  'turns.setAside': action()(
    'turns.setAside',
    z.object({ turnIds: z.array(turnId).min(1), reason: line(200).default('') }),
  ),
  'turns.takeBack': action()(
    'turns.takeBack',
    z.object({ turnIds: z.array(turnId).min(1) }),
  ),
  'turns.setAsides': query<readonly SetAside[]>()(z.object({ transcriptId })),
} as const;
