import { generateKeyBetween } from 'fractional-indexing';

import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import type {
  NewVersion,
  TurnChange,
  TurnSide,
} from '../../../shared/domain/newVersion.ts';
import { enteredText } from '../../../shared/domain/text.ts';
import { Refusal } from '../../../shared/errors.ts';
import { alignTurns } from '../../../shared/text/alignTurns.ts';
import { labelAfter } from '../../../shared/text/turnLabels.ts';
import { layTurns } from '../../../shared/text/turnLayout.ts';
import type { PlannedTurn } from '../../../shared/text/turnPieces.ts';
import { correctTurns, fatesOf, turnsInOrder, type TurnRow } from './corrections.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { addReport } from '../importReports.ts';
import { rowThatIsThere } from '../rows.ts';
import { speakerIn, type SpeakerChoice } from '../people/speakers.ts';
import { endAfter } from './turnTimes.ts';

type Input = Pick<ParsedOf<Api['transcripts.renew']>, 'transcriptId' | 'turns'>;
type GivenTurn = Input['turns'][number];

/** A turn of the new version, with what it was in the old one. */
interface RenewedTurn {
  readonly planned: PlannedTurn;
  readonly old: TurnRow | null;
  readonly given: GivenTurn;
}

interface Renewal {
  readonly before: readonly TurnRow[];
  readonly turns: readonly RenewedTurn[];
  /** Who each label of the file is among the speakers of the transcript; a label that is missing is somebody new. */
  readonly speakers: ReadonlyMap<string, SpeakerId>;
}

function speakerLabels(
  project: ReadableProject,
  transcriptId: Input['transcriptId'],
): ReadonlyMap<SpeakerId, string> {
  const rows = project.all<{ id: SpeakerId; label: string }>(
    'SELECT id, label FROM speakers WHERE transcript_id = :transcriptId ORDER BY position',
    { transcriptId },
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** Whose words the label's turns were: a speaker whose label was changed after the first reading, and that the file does not name, is known by what she says. */
function speakersByLabel(
  turns: readonly RenewedTurn[],
  known: ReadonlyMap<SpeakerId, string>,
): ReadonlyMap<string, SpeakerId> {
  const byLabel = new Map([...known].map(([id, label]) => [label, id]));
  const said = Map.groupBy(
    turns.filter(({ given }) => given.speaker !== null),
    ({ given }) => given.speaker!,
  );
  for (const [label, own] of said) {
    if (byLabel.has(label)) continue;
    const counts = Map.groupBy(
      own
        .flatMap(({ old }) => old?.speakerId ?? [])
        .filter((id) => !said.has(known.get(id) ?? '')),
      (id) => id,
    );
    const [most] = [...counts].toSorted((a, b) => b[1].length - a[1].length);
    if (most && 2 * most[1].length > own.length) byLabel.set(label, most[0]);
  }
  return byLabel;
}

function renewalOf(project: ReadableProject, input: Input): Renewal {
  const { transcriptId } = input;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  const given = input.turns
    .map((turn) => ({ ...turn, text: enteredText(turn.text).trim() }))
    .filter(({ text }) => text !== '');
  if (given.length === 0) throw new Refusal('turn.noWords');
  const before = turnsInOrder(project, transcriptId);
  const byId = new Map(before.map((turn) => [turn.id, turn]));
  const turns = alignTurns(
    before,
    given.map(({ text }) => text),
  ).map(({ oldId, pieces }, index): RenewedTurn => ({
    planned: { id: oldId ?? newId<TurnId>(), pieces },
    old: oldId === null ? null : byId.get(oldId)!,
    given: given[index]!,
  }));
  const speakers = speakersByLabel(turns, speakerLabels(project, transcriptId));
  return { before, turns, speakers };
}

const planOf = ({ turns }: Renewal) => turns.map(({ planned }) => planned);

type Place = Pick<TurnRow, 'position' | 'label'>;

/** The first known turn at or after each. */
function knownFrom(turns: readonly RenewedTurn[]): readonly (TurnRow | null)[] {
  let known: TurnRow | null = null;
  return turns
    .toReversed()
    .map(({ old }) => (known = old ?? known))
    .toReversed();
}

/** A turn that was missed comes after the one before it, `r10b`; before the first it is `r0`, as when it is put in by hand. */
function labelBeside(last: Place | null, used: ReadonlySet<string>): string {
  if (!last && !used.has('r0')) return 'r0';
  return labelAfter(last?.label ?? 'r0', used);
}

/** Where the turns that are not there yet come. */
function freshPlaces({ turns, before }: Renewal): ReadonlyMap<TurnId, Place> {
  const used = new Set(before.map(({ label }) => label));
  const known = knownFrom(turns);
  const places = new Map<TurnId, Place>();
  let last: Place | null = null;
  for (const [index, { planned, old }] of turns.entries()) {
    if (old) {
      last = old;
      continue;
    }
    const next = known[index]?.position ?? null;
    last = {
      position: generateKeyBetween(last?.position ?? null, next),
      label: labelBeside(last, used),
    };
    used.add(last.label);
    places.set(planned.id, last);
  }
  return places;
}

/** The facts of the turns that are not there yet. */
function freshTurns(
  renewal: Renewal,
  facts: {
    readonly transcriptId: Input['transcriptId'];
    readonly speakerOf: (turn: GivenTurn) => SpeakerId | null;
  },
): readonly Omit<TurnRow, 'text'>[] {
  const places = freshPlaces(renewal);
  return renewal.turns
    .filter(({ old }) => old === null)
    .map(({ planned: { id }, given }) => ({
      id,
      transcriptId: facts.transcriptId,
      speakerId: facts.speakerOf(given),
      ...places.get(id)!,
      startMs: given.startMs,
      endMs: endAfter(given.startMs, given.endMs),
    }));
}

/** The times that a turn that stays comes to have; null when they are those that it has. */
function timesOf(
  old: TurnRow,
  given: GivenTurn,
): Pick<TurnRow, 'startMs' | 'endMs'> | null {
  const startMs = given.startMs ?? old.startMs;
  const endMs = endAfter(startMs, given.endMs ?? old.endMs);
  return startMs === old.startMs && endMs === old.endMs ? null : { startMs, endMs };
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How much of the old transcript's letters stand in the new version. */
function keptShareOf({ before, turns }: Renewal): number {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  const all = before.reduce((sum, { text }) => sum + lettersIn(text), 0);
  const kept = turns
    .flatMap(({ planned }) => planned.pieces)
    .reduce((sum, piece) => {
      if (piece.kind === 'typed') return sum;
      const text = texts.get(piece.turnId) ?? '';
      return sum + lettersIn(text.slice(piece.start, piece.end));
    }, 0);
  return all === 0 ? 1 : kept / all;
}

/** Gives a turn that stays the speaker and the times of the new version; a version without times leaves those that are there. */
function renewFacts(
  project: WritableProject,
  old: TurnRow,
  now: { readonly speakerId: SpeakerId | null; readonly given: GivenTurn },
): void {
  const { id } = old;
  const { speakerId } = now;
  const times = timesOf(old, now.given);
  if (speakerId !== old.speakerId)
    for (const [table, column] of [
      ['turns', 'id'],
      ['review_spans', 'turn_id'],
    ] as const)
      project.run(`UPDATE ${table} SET speaker_id = :speakerId WHERE ${column} = :id`, {
        speakerId,
        id,
      });
  if (times)
    project.run('UPDATE turns SET start_ms = :startMs, end_ms = :endMs WHERE id = :id', {
      ...times,
      id,
    });
}

/**
 * Takes the words, turns, speakers and times of a new version of the file into a transcript; its meaning units are
 * carried over by the rules of every correction.
 */
export function renewTranscript(
  project: WritableProject,
  input: ParsedOf<Api['transcripts.renew']>,
): Output<'transcripts.renew'> {
  const { transcriptId } = input;
  const renewal = renewalOf(project, input);
  const made = new Map<string, SpeakerId | null>(renewal.speakers);
  const speakerOf = ({ speaker }: GivenTurn): SpeakerId | null => {
    if (speaker === null) return null;
    const choice: SpeakerChoice = { label: speaker };
    if (!made.has(speaker)) made.set(speaker, speakerIn(project, transcriptId, choice));
    return made.get(speaker)!;
  };
  // A speaker has to be there before the turns that are theirs.
  for (const { given } of renewal.turns) speakerOf(given);
  const units = correctTurns(project, {
    before: renewal.before,
    plan: planOf(renewal),
    fresh: freshTurns(renewal, { transcriptId, speakerOf }),
  });
  for (const { old, given } of renewal.turns)
    if (old) renewFacts(project, old, { speakerId: speakerOf(given), given });
  addReport(project, transcriptId, input);
  project.describe({
    transcript: transcriptId,
    transcripts: transcriptId,
    count: input.turns.length,
  });
  return units;
}

type LabelOf = (id: SpeakerId) => string;

function sideOf(turn: TurnRow, labelOf: LabelOf): TurnSide {
  const { speakerId, text } = turn;
  return { speaker: speakerId === null ? null : labelOf(speakerId), text };
}

/** The turns that are in the new version, where they are not as they were. */
function changedTurns(
  renewal: Renewal,
  labelOf: LabelOf,
): readonly (TurnChange | null)[] {
  const { before, turns, speakers } = renewal;
  const { after } = layTurns(before, planOf(renewal));
  return turns.map(({ old, given }, index) => {
    const known = given.speaker === null ? undefined : speakers.get(given.speaker);
    const now = {
      speaker: known === undefined ? given.speaker : labelOf(known),
      text: after[index]!.text,
    };
    const was = old && sideOf(old, labelOf);
    if (was?.text === now.text && was.speaker === now.speaker) return null;
    return { label: old?.label ?? null, before: was, after: now };
  });
}

/** The turns of both versions in one order: what is gone stands where it stood. */
function changesOf(renewal: Renewal, labelOf: LabelOf): readonly TurnChange[] {
  const { before, turns } = renewal;
  const staying = new Set(turns.flatMap(({ old }) => old?.id ?? []));
  const place = new Map(before.map(({ id }, index) => [id, index]));
  const changed = changedTurns(renewal, labelOf);
  let next = 0;
  const goneUpTo = (end: number): readonly TurnChange[] => {
    const gone = before.slice(next, end).filter(({ id }) => !staying.has(id));
    next = Math.max(next, end);
    return gone.map((turn) => ({
      label: turn.label,
      before: sideOf(turn, labelOf),
      after: null,
    }));
  };
  const inPlace = turns.flatMap(({ old }, index) => [
    ...(old ? goneUpTo(place.get(old.id)!) : []),
    ...(changed[index] ? [changed[index]] : []),
  ]);
  return [...inPlace, ...goneUpTo(before.length)];
}

const mostShown = 2000;

/** What a new version would do to a transcript and its meaning units; nothing is written. */
export function compareVersions(
  project: ReadableProject,
  input: Input,
): Omit<NewVersion, 'fileName' | 'warnings'> {
  const renewal = renewalOf(project, input);
  const labels = speakerLabels(project, input.transcriptId);
  const changes = changesOf(renewal, (id) => labels.get(id) ?? '');
  const given = new Set(renewal.turns.flatMap(({ given: turn }) => turn.speaker ?? []));
  const waiting = project.get<{ n: number }>(
    'SELECT count(*) AS n FROM waiting_passages WHERE transcript_id = :transcriptId',
    { transcriptId: input.transcriptId },
  );
  return {
    waiting: waiting?.n ?? 0,
    turns: {
      same: renewal.turns.length - changes.filter(({ after }) => after !== null).length,
      changed: changes.filter(({ before, after }) => before && after).length,
      added: changes.filter(({ before }) => before === null).length,
      removed: changes.filter(({ after }) => after === null).length,
    },
    units: fatesOf(project, { before: renewal.before, plan: planOf(renewal) }),
    speakers: [...given].map((label) => {
      const id = renewal.speakers.get(label);
      return { label, is: id === undefined ? null : (labels.get(id) ?? null) };
    }),
    times: renewal.turns.filter(({ old, given: turn }) => old && timesOf(old, turn))
      .length,
    keptShare: keptShareOf(renewal),
    changes: changes.slice(0, mostShown),
  };
}
