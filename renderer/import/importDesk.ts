import { create } from 'zustand';

import type { ImportChoices } from '../../shared/domain/importedTranscript.ts';
import type {
  ImportedFile,
  ImportPreview,
  ProposedSpeaker,
} from '../../shared/domain/importing.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { SpeakerRole, TranscriptKind } from '../../shared/domain/transcript.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { stageFile } from '../stageFile.ts';
import { type DeskSurvey, surveyIn } from './deskSurvey.ts';

/** What the person has decided about one label of a file. */
export interface SpeakerDecision {
  readonly role: SpeakerRole;
  /** Another label that it is the same speaker as. */
  readonly sameAs?: string | undefined;
  /** The person said that it is somebody else than the nearly equal label. */
  readonly isSettled?: boolean | undefined;
  readonly participantId?: ParticipantId | undefined;
  readonly pseudonym?: string | undefined;
}

/** A file on the desk: staged, previewed, decided upon, but not read in. */
export interface DeskFile {
  readonly key: string;
  readonly fileName: string;
  readonly fileId: string | null;
  readonly preview: ImportPreview | null;
  readonly problem: Problem | null;
  readonly isBusy: boolean;
  /** It is not yet known whether it is a survey. */
  readonly isLooking: boolean;
  readonly name: string | null;
  readonly kind: TranscriptKind | null;
  readonly choices: ImportChoices;
  readonly decisions: Readonly<Record<string, SpeakerDecision>>;
  /** The same file as a table of people, when it can be one. */
  readonly survey: DeskSurvey | null;
}

export interface ImportOutcome {
  readonly imported: readonly ImportedFile[];
  readonly refused: readonly Problem[];
  /** Of the surveys among the files. */
  readonly people?: number;
}

interface Desk {
  readonly files: readonly DeskFile[];
  readonly shownKey: string | null;
  readonly outcome: ImportOutcome | null;
}

/** Survives going to another workspace and back; emptied when the files have been read in or put away. */
export const useImportDesk = create<Desk>(() => ({
  files: [],
  shownKey: null,
  outcome: null,
}));

const { getState, setState } = useImportDesk;

export function changeFile(key: string, patch: Partial<DeskFile>): void {
  setState({
    files: getState().files.map((file) =>
      file.key === key ? { ...file, ...patch } : file,
    ),
  });
}

export function showFile(key: string): void {
  setState({ shownKey: key });
}

export function showOutcome(outcome: ImportOutcome | null): void {
  setState({ outcome });
}

async function stageAndPreview(key: string, source: File | string): Promise<void> {
  try {
    const staged = await stageFile(source);
    if (!('fileId' in staged)) {
      changeFile(key, { problem: staged, isBusy: false, isLooking: false });
      return;
    }
    changeFile(key, { fileId: staged.fileId });
    await previewFile(key, {});
    const file = getState().files.find((one) => one.key === key);
    const survey = file ? await surveyIn(file) : null;
    changeFile(key, { survey, isLooking: false });
  } catch (error) {
    changeFile(key, { problem: problemIn(error), isBusy: false, isLooking: false });
  }
}

/** Reads a file again with these choices. */
export async function previewFile(key: string, choices: ImportChoices): Promise<void> {
  const fileId = getState().files.find((file) => file.key === key)?.fileId;
  if (!fileId) return;
  changeFile(key, { choices, isBusy: true });
  try {
    const preview = await call('imports.preview', { fileId, choices: mutable(choices) });
    changeFile(key, { preview, problem: null, isBusy: false });
  } catch (error) {
    changeFile(key, { problem: problemIn(error), isBusy: false });
  }
}

/** The schema's lists are mutable, the domain's are not. */
export function mutable({
  alsoSpeakers,
  notSpeakers,
  speechTiers,
  ...choices
}: ImportChoices) {
  return {
    ...choices,
    ...(alsoSpeakers ? { alsoSpeakers: [...alsoSpeakers] } : {}),
    ...(notSpeakers ? { notSpeakers: [...notSpeakers] } : {}),
    ...(speechTiers ? { speechTiers: [...speechTiers] } : {}),
  };
}

/** Puts files on the desk, one after the other, so that three hundred do not fill the memory at once. */
export async function addFiles(sources: readonly (File | string)[]): Promise<void> {
  const added = sources.map((source): DeskFile => ({
    key: crypto.randomUUID(),
    fileName:
      typeof source === 'string' ? (source.split(/[\\/]/).at(-1) ?? source) : source.name,
    fileId: null,
    preview: null,
    problem: null,
    isBusy: true,
    isLooking: true,
    name: null,
    kind: null,
    choices: {},
    decisions: {},
    survey: null,
  }));
  const { files, shownKey } = getState();
  setState({
    files: [...files, ...added],
    shownKey: shownKey ?? added[0]?.key ?? null,
    outcome: null,
  });
  for (const [index, source] of sources.entries()) {
    const { key } = added[index]!;
    // Whoever put the file away meanwhile need not wait for it.
    if (getState().files.some((file) => file.key === key))
      await stageAndPreview(key, source);
  }
}

/** Puts files away without reading them in. */
export function putAway(keys: readonly string[]): void {
  const { files, shownKey } = getState();
  const gone = files.filter((file) => keys.includes(file.key));
  const fileIds = gone.flatMap((file) => file.fileId ?? []);
  if (fileIds.length > 0) void call('imports.discard', { fileIds });
  const left = files.filter((file) => !keys.includes(file.key));
  const isShownLeft = left.some((file) => file.key === shownKey);
  setState({ files: left, shownKey: isShownLeft ? shownKey : (left[0]?.key ?? null) });
}

/** The kind a transcript has until somebody says otherwise, by how many take part. */
export function kindOf(file: DeskFile): TranscriptKind {
  if (file.kind) return file.kind;
  const speakers = file.preview?.speakers ?? [];
  if (speakers.length === 0) return 'document';
  const participants = speakers.filter(
    (speaker) => decisionOf(file, speaker).role === 'participant',
  );
  return participants.length > 2 ? 'focusGroup' : 'interview';
}

export function decisionOf(file: DeskFile, speaker: ProposedSpeaker): SpeakerDecision {
  return file.decisions[speaker.label] ?? { role: speaker.role };
}

/** Labels that look like another and that nobody has decided about. */
export function doubtsOf(file: DeskFile): readonly ProposedSpeaker[] {
  return (file.preview?.speakers ?? []).filter((speaker) => {
    const decision = file.decisions[speaker.label];
    return speaker.nearly !== null && !decision?.sameAs && !decision?.isSettled;
  });
}

export function decide(file: DeskFile, label: string, decision: SpeakerDecision): void {
  changeFile(file.key, { decisions: { ...file.decisions, [label]: decision } });
}

/** What `imports.run` is told about a file. */
export function toImport(file: DeskFile) {
  const speakers = (file.preview?.speakers ?? []).map((speaker) => {
    const decision = decisionOf(file, speaker);
    const target = decision.sameAs ?? speaker.label;
    const other = file.preview?.speakers.find(({ label }) => label === decision.sameAs);
    const { role, participantId, pseudonym } = other ? decisionOf(file, other) : decision;
    return {
      label: speaker.label,
      as: target,
      role,
      ...(participantId ? { participantId } : {}),
      ...(pseudonym ? { pseudonym } : {}),
    };
  });
  return {
    fileId: file.fileId ?? '',
    name: file.name ?? file.preview?.proposedName ?? file.fileName,
    kind: kindOf(file),
    choices: mutable(file.choices),
    speakers,
  };
}
