import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { CorrectedUnits, FoundPlace } from '../../../shared/domain/review.ts';
import { anchor, type Span } from '../../../shared/domain/span.ts';
import { enteredText } from '../../../shared/domain/text.ts';
import { Refusal } from '../../../shared/errors.ts';
import { editTurn, unchanged } from '../../../shared/text/correctTurns.ts';
import { editsBetween } from '../../../shared/text/editsBetween.ts';
import { placesOf } from '../../../shared/text/findPlaces.ts';
import type { TextEdit } from '../../../shared/text/textEdit.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import { atOnce } from '../../../shared/text/turnLayout.ts';
import type { PlannedTurn } from '../../../shared/text/turnPieces.ts';
import {
  correctTurns,
  foresee,
  judging,
  turnRows,
  type Correction,
  type Judgement,
} from './corrections.ts';
import { idList, type ReadableProject, type WritableProject } from '../handle.ts';

type Sought = ParsedOf<Api['turns.places']>;

interface TurnOfTranscript {
  readonly id: TurnId;
  readonly label: string;
  readonly text: string;
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
}

interface TurnWithPlaces extends TurnOfTranscript {
  readonly places: readonly TextRange[];
}

/** More than anybody looks through before they are replaced. */
const mostPlaces = 20_000;

function turnsWithPlaces(
  project: ReadableProject,
  sought: Sought,
): readonly TurnWithPlaces[] {
  const find = placesOf(sought);
  const turns = project.all<TurnOfTranscript>(
    `SELECT turns.id, turns.label, turns.text, transcript_id AS transcriptId, transcripts.name AS transcriptName
     FROM turns JOIN transcripts ON transcripts.id = transcript_id
     WHERE (:transcriptId IS NULL OR transcript_id = :transcriptId)
       AND (:words IS NULL OR instr(text, :words) > 0)
     ORDER BY transcripts.position, turns.position`,
    {
      transcriptId: sought.transcriptId ?? null,
      words: sought.matchCase ? sought.words : null,
    },
  );
  const found: TurnWithPlaces[] = [];
  let count = 0;
  for (const turn of turns) {
    const places = find(turn.text);
    count += places.length;
    if (count > mostPlaces) throw new Refusal('replace.tooMany', { most: mostPlaces });
    if (places.length > 0) found.push({ ...turn, places });
  }
  return found;
}

type UnitSpan = Span & { readonly number: number };

function spansIn(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): ReadonlyMap<TurnId, readonly UnitSpan[]> {
  const rows = project.all<UnitSpan>(
    `SELECT turn_id AS turnId, start, "end", number FROM spans
     JOIN meaning_units ON meaning_units.id = unit_id AND status = 'active'
     WHERE turn_id IN (SELECT value FROM json_each(:ids)) ORDER BY number`,
    { ids: idList(turnIds) },
  );
  return Map.groupBy(rows, (row) => row.turnId);
}

/** Every place where the words stand, in the order of the text, with the units that they are in. */
export function findPlaces(
  project: ReadableProject,
  input: Sought,
): readonly FoundPlace[] {
  const turns = turnsWithPlaces(project, input);
  const spans = spansIn(
    project,
    turns.map((turn) => turn.id),
  );
  return turns.flatMap((turn) =>
    turn.places.map((place) => ({
      ...anchor({ turnId: turn.id, ...place }, turn.text),
      turnLabel: turn.label,
      transcriptId: turn.transcriptId,
      transcriptName: turn.transcriptName,
      units: (spans.get(turn.id) ?? [])
        .filter(({ start, end }) => start < place.end && end > place.start)
        .map(({ number }) => number),
    })),
  );
}

const nameOf = (turnId: TurnId, { start, end }: TextRange) => `${turnId} ${start} ${end}`;

/** The places that were chosen in the preview; refuses when one of them is no place any longer. */
function chosen(
  found: readonly TurnWithPlaces[],
  places: readonly Span[] | undefined,
): readonly TurnWithPlaces[] {
  if (places === undefined) return found;
  const names = new Set(places.map((place) => nameOf(place.turnId, place)));
  const kept = found
    .map((turn) => ({
      ...turn,
      places: turn.places.filter((place) => names.delete(nameOf(turn.id, place))),
    }))
    .filter((turn) => turn.places.length > 0);
  if (names.size > 0) throw new Refusal('replace.changed');
  return kept;
}

/** The same words are replaced by the same in every place: what that makes of them is found once. */
function rememberedEdits(): typeof editsBetween {
  const known = new Map<string, readonly TextEdit[]>();
  return (before, after) => {
    const found = known.get(before) ?? editsBetween(before, after);
    known.set(before, found);
    return found;
  };
}

interface Replacement {
  readonly correction: Correction;
  readonly places: number;
}

/** The correction that puts the new words in every place; null when there is none. Stops after each turn. */
function* correcting(
  project: ReadableProject,
  input: ParsedOf<Api['turns.replaceAll']>,
): Generator<undefined, Replacement | null> {
  const turns = chosen(turnsWithPlaces(project, input), input.places);
  if (turns.length === 0) return null;
  const text = enteredText(input.by);
  const placesIn = new Map(turns.map((turn) => [turn.id, turn.places]));
  const before = turnRows(project, [...placesIn.keys()]);
  const between = rememberedEdits();
  const plan: PlannedTurn[] = [];
  for (const turn of before) {
    const edits = placesIn.get(turn.id)?.map((place) => ({ ...place, text }));
    plan.push(edits ? editTurn(turn, edits, between) : unchanged(turn));
    yield;
  }
  const places = turns.reduce((sum, turn) => sum + turn.places.length, 0);
  return { correction: { before, plan }, places };
}

/** What replacing words in these places would do to the units. */
export function foreseeReplacing(
  project: ReadableProject,
  input: ParsedOf<Api['turns.foreseen']>,
): CorrectedUnits {
  const found = atOnce(correcting(project, input));
  return found ? foresee(project, found.correction) : { changed: [], inDoubt: [] };
}

/** A replacement that has been judged and only has to be written. */
export interface Prepared {
  readonly found: Replacement | null;
  readonly judged?: Judgement | undefined;
}

/** Finds and judges what a replacement is to write, and stops often on the way. */
export function* preparing(
  project: ReadableProject,
  input: ParsedOf<Api['turns.replaceAll']>,
): Generator<undefined, Prepared> {
  const found = yield* correcting(project, input);
  return { found, judged: found ? yield* judging(project, found.correction) : undefined };
}

/** Replaces words throughout, or in the chosen places, in one step. */
export function replaceThroughout(
  project: WritableProject,
  input: ParsedOf<Api['turns.replaceAll']>,
): Output<'turns.replaceAll'> {
  return writeReplacement(project, { found: atOnce(correcting(project, input)) });
}

/** Writes what has been prepared, of the project as it still is. */
export function writeReplacement(
  project: WritableProject,
  { found, judged }: Prepared,
): Output<'turns.replaceAll'> {
  const { before } = found?.correction ?? { before: [] };
  project.describe({
    count: found?.places ?? 0,
    transcripts: [...new Set(before.map((turn) => turn.transcriptId))].join(' '),
  });
  if (!found) return { changed: [], inDoubt: [], places: 0 };
  return { ...correctTurns(project, found.correction, judged), places: found.places };
}
