import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type {
  ParticipantId,
  SpeakerId,
  TranscriptId,
  TurnId,
} from '../../shared/domain/ids.ts';
import { enteredText } from '../../shared/domain/text.ts';
import type {
  SetAside,
  Speaker,
  Transcript,
  TranscriptSummary,
  Turn,
} from '../../shared/domain/transcript.ts';
import { Refusal } from '../../shared/errors.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { addReport } from './importReports.ts';
import {
  knownParticipant,
  newParticipantFor,
  participantNamed,
} from './people/participants.ts';
import { positionAtEnd, rowThatIsThere } from './rows.ts';
import { endAfter } from './turns/turnTimes.ts';
import { wordsOfTranscripts } from './wordCounts.ts';

type ImportInput = ParsedOf<Api['transcripts.import']>;

/** A name that no transcript has: `name`, else `name 2`, `name 3` … */
export function freeTranscriptName(project: ReadableProject, wanted: string): string {
  const isTaken = (candidate: string) =>
    project.get('SELECT 1 FROM transcripts WHERE name = :name', { name: candidate }) !==
    undefined;
  let free = wanted;
  for (let n = 2; isTaken(free); n += 1) free = `${wanted} ${n}`;
  return free;
}

/** Turns and speakers as they were read, in one step; text is normalised again, whoever brings it (rulings 13). */
export function importTranscript(
  project: WritableProject,
  input: ImportInput,
): { readonly transcriptId: TranscriptId } {
  const transcriptId = newId<TranscriptId>();
  const language =
    input.language ??
    project.get<{ language: string }>('SELECT language FROM project')?.language ??
    'sv';
  project.run(
    `INSERT INTO transcripts (id, position, name, kind, date, place, minutes, language, status, created_at)
     VALUES (:id, :position, :name, :kind, NULL, NULL, :minutes, :language, 'imported', :now)`,
    {
      id: transcriptId,
      position: positionAtEnd(
        project,
        'SELECT max(position) AS position FROM transcripts',
      ),
      name: freeTranscriptName(project, input.name),
      kind: input.kind,
      minutes: minutesOf(input),
      language,
      now: project.now,
    },
  );
  const speakers = addSpeakers(project, transcriptId, input);
  addTurns(project, { transcriptId, turns: input.turns, speakers });
  addReport(project, transcriptId, input);
  project.describe({ transcript: transcriptId, count: input.turns.length });
  return { transcriptId };
}

function minutesOf(input: ImportInput): number | null {
  const last = input.turns.reduce(
    (latest, turn) => Math.max(latest, turn.endMs ?? turn.startMs ?? 0),
    0,
  );
  return last > 0 ? Math.round(last / 60_000) : null;
}

function addSpeakers(
  project: WritableProject,
  transcriptId: TranscriptId,
  input: ImportInput,
): ReadonlyMap<string, SpeakerId> {
  const labels = [...new Set(input.turns.flatMap((turn) => turn.speaker ?? []))];
  const positions = generateNKeysBetween(null, null, labels.length);
  const byName = new Map<string, SpeakerId>();
  const byLabel = new Map<string, SpeakerId>();
  const choices = new Map(
    input.speakers.toReversed().map((speaker) => [speaker.label, speaker]),
  );
  for (const [index, label] of labels.entries()) {
    const choice = choices.get(label);
    const name = choice?.as ?? label;
    const known = byName.get(name);
    const id = known ?? newId<SpeakerId>();
    if (!known) {
      const role = choice?.role ?? 'participant';
      const participantId =
        role === 'participant'
          ? participantOf(project, { choice, name, transcriptId })
          : null;
      project.run(
        `INSERT INTO speakers (id, transcript_id, position, label, role, participant_id)
         VALUES (:id, :transcriptId, :position, :name, :role, :participantId)`,
        { id, transcriptId, position: positions[index] ?? '', name, role, participantId },
      );
      byName.set(name, id);
    }
    byLabel.set(label, id);
  }
  return byLabel;
}

function participantOf(
  project: WritableProject,
  speaker: {
    readonly choice: ImportInput['speakers'][number] | undefined;
    readonly name: string;
    readonly transcriptId: TranscriptId;
  },
): ParticipantId {
  const { choice, name, transcriptId } = speaker;
  if (choice?.participantId) return knownParticipant(project, choice.participantId);
  if (choice?.pseudonym) return participantNamed(project, choice.pseudonym);
  const transcript = project.get<{ name: string }>(
    'SELECT name FROM transcripts WHERE id = :id',
    {
      id: transcriptId,
    },
  );
  return newParticipantFor(project, name, transcript?.name ?? '');
}

// One statement for all turns: SQLite prepares itself for failure once, not once for every row.
function addTurns(
  project: WritableProject,
  input: {
    readonly transcriptId: TranscriptId;
    readonly turns: ImportInput['turns'];
    readonly speakers: ReadonlyMap<string, SpeakerId>;
  },
): void {
  const positions = generateNKeysBetween(null, null, input.turns.length);
  const rows = input.turns.map((turn, index) => ({
    id: newId<TurnId>(),
    speakerId: turn.speaker === null ? null : (input.speakers.get(turn.speaker) ?? null),
    position: positions[index],
    label: `r${index + 1}`,
    startMs: turn.startMs,
    endMs: endAfter(turn.startMs, turn.endMs),
    text: enteredText(turn.text),
  }));
  project.run(
    `INSERT INTO turns (id, transcript_id, speaker_id, position, label, start_ms, end_ms, text)
     SELECT value ->> 'id', :transcriptId, value ->> 'speakerId', value ->> 'position', value ->> 'label',
       value ->> 'startMs', value ->> 'endMs', value ->> 'text'
     FROM json_each(:rows)`,
    { transcriptId: input.transcriptId, rows: JSON.stringify(rows) },
  );
}

/** All of one transcript: speakers and turns in their order. */
export function readTranscript(
  project: ReadableProject,
  input: ParsedOf<Api['transcripts.read']>,
): Transcript {
  const id = input.transcriptId;
  const row = rowThatIsThere<Omit<Transcript, 'speakers' | 'turns'>>(
    project,
    'SELECT id, name, kind, date, place, minutes, language FROM transcripts WHERE id = :id',
    { id },
  );
  return {
    ...row,
    speakers: project.all<Speaker>(
      `SELECT id, label, role, participant_id AS participantId FROM speakers
       WHERE transcript_id = :id ORDER BY position`,
      { id },
    ),
    turns: project.all<Turn>(
      `SELECT id, label, speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs, text FROM turns
       WHERE transcript_id = :id ORDER BY position`,
      { id },
    ),
  };
}

/** Every transcript in order, with what is marked in it and what is left to judge. */
export function transcripts(project: ReadableProject): readonly TranscriptSummary[] {
  const words = wordsOfTranscripts(project);
  return project
    .all<Omit<TranscriptSummary, 'words'>>(
      `SELECT transcripts.id, name, kind, date,
       (SELECT count(*) FROM turns WHERE transcript_id = transcripts.id) AS turns,
       (SELECT count(*) FROM speakers WHERE transcript_id = transcripts.id AND role = 'participant') AS participants,
       (SELECT count(*) FROM meaning_units
        WHERE transcript_id = transcripts.id AND status = 'active') AS units,
       (SELECT max(created_at) FROM coverage_passes WHERE transcript_id = transcripts.id) AS coveredAt,
       (SELECT pseudonymisations.date FROM pseudonymisations WHERE transcript_id = transcripts.id) AS pseudonymisedOn,
       (SELECT count(*) FROM turns LEFT JOIN speakers ON speakers.id = turns.speaker_id
        WHERE turns.transcript_id = transcripts.id AND coalesce(speakers.role, 'participant') = 'participant'
          AND NOT EXISTS (SELECT 1 FROM set_asides WHERE set_asides.turn_id = turns.id)
          AND NOT EXISTS (SELECT 1 FROM spans JOIN meaning_units ON meaning_units.id = spans.unit_id
                          WHERE spans.turn_id = turns.id AND spans."end" > spans.start
                            AND meaning_units.status = 'active')) AS turnsLeft
     FROM transcripts ORDER BY position`,
    )
    .map((row) => ({ ...row, words: words.get(row.id) ?? 0 }));
}

/** Changes what is given of a transcript's facts. */
export function describeTranscript(
  project: WritableProject,
  input: ParsedOf<Api['transcripts.describe']>,
): void {
  const { transcriptId: id, ...facts } = input;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :id', { id });
  const other = project.get(
    'SELECT 1 FROM transcripts WHERE name = :name AND id <> :id',
    {
      name: facts.name ?? '',
      id,
    },
  );
  if (facts.name !== undefined && other) {
    throw new Refusal('transcript.nameTaken', { name: facts.name });
  }
  for (const [column, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    project.run(`UPDATE transcripts SET ${column} = :value WHERE id = :id`, {
      id,
      value,
    });
  }
  project.describe({ transcript: id });
}

/** The index after which it comes: -1 is before all of them. */
function placeAfter(
  order: readonly { readonly id: TranscriptId }[],
  after: TranscriptId | null | undefined,
): number {
  if (after === undefined) return order.length - 1;
  if (after === null) return -1;
  const index = order.findIndex((row) => row.id === after);
  if (index < 0) throw new Refusal('gone');
  return index;
}

export function moveTranscript(
  project: WritableProject,
  input: ParsedOf<Api['transcripts.move']>,
): void {
  if (input.after === input.transcriptId) return;
  const order = project
    .all<{ id: TranscriptId; position: string }>(
      'SELECT id, position FROM transcripts ORDER BY position',
    )
    .filter((row) => row.id !== input.transcriptId);
  const index = placeAfter(order, input.after);
  const { changes } = project.run(
    'UPDATE transcripts SET position = :position WHERE id = :id',
    {
      id: input.transcriptId,
      position: generateKeyBetween(
        order[index]?.position ?? null,
        order[index + 1]?.position ?? null,
      ),
    },
  );
  if (changes === 0) throw new Refusal('gone');
  project.describe({ transcript: input.transcriptId });
}

/** Takes a transcript away with everything marked in it; undo brings all of it back. */
export function removeTranscript(
  project: WritableProject,
  input: ParsedOf<Api['transcripts.remove']>,
): void {
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :id', {
    id: input.transcriptId,
  });
  project.describe({ transcript: input.transcriptId });
  project.run('DELETE FROM transcripts WHERE id = :id', { id: input.transcriptId });
}

export function setAsides(
  project: ReadableProject,
  input: ParsedOf<Api['turns.setAsides']>,
): readonly SetAside[] {
  return project.all<SetAside>(
    `SELECT turn_id AS turnId, reason FROM set_asides JOIN turns ON turns.id = set_asides.turn_id
     WHERE turns.transcript_id = :id ORDER BY turns.position`,
    { id: input.transcriptId },
  );
}

/** Judges turns not to bear on the aim; a new reason replaces the old. */
export function setTurnsAside(
  project: WritableProject,
  input: ParsedOf<Api['turns.setAside']>,
): void {
  for (const turnId of input.turnIds) {
    rowThatIsThere(project, 'SELECT 1 FROM turns WHERE id = :turnId', { turnId });
    project.run(
      `INSERT INTO set_asides (id, turn_id, reason, analyst_id, created_at)
       VALUES (:id, :turnId, :reason, :analystId, :now)
       ON CONFLICT (turn_id) DO UPDATE SET reason = excluded.reason`,
      {
        id: newId(),
        turnId,
        reason: input.reason,
        analystId: project.analystId,
        now: project.now,
      },
    );
  }
  project.describe({ count: input.turnIds.length });
}

export function takeTurnsBack(
  project: WritableProject,
  input: ParsedOf<Api['turns.takeBack']>,
): void {
  for (const turnId of input.turnIds) {
    project.run('DELETE FROM set_asides WHERE turn_id = :turnId', { turnId });
  }
  project.describe({ count: input.turnIds.length });
}
