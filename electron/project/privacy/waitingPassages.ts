import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type {
  MeaningUnitId,
  PassageId,
  TranscriptId,
  TurnId,
} from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { Refusal } from '../../../shared/errors.ts';
import { countWords } from '../../../shared/text/countWords.ts';
import {
  heldBy,
  heldRange,
  joinedRanges,
  rangeAfterCuts,
  rangesBesideCuts,
} from '../../../shared/text/cuts.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import { wordsIn, type Language } from '../../../shared/words/words.ts';
import { idList, newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { keepOldWords } from './oldWords.ts';
import { forgetOldWordsOf } from './pseudonymising.ts';
import { correctQuietly, type CutsByTurn } from '../turns/quietCorrection.ts';
import { rowThatIsThere } from '../rows.ts';
import { placeSpans, type PlacedSpan } from '../spans.ts';
import { partsOf, signPlaces, type Part } from './waitingList.ts';

interface UnitSpan extends Span {
  readonly unitId: MeaningUnitId;
}

const inList = 'IN (SELECT value FROM json_each(:ids))';

/** Every span in these turns, by unit. */
function spansIn(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): ReadonlyMap<MeaningUnitId, readonly UnitSpan[]> {
  const rows = project.all<UnitSpan>(
    `SELECT unit_id AS unitId, turn_id AS turnId, start, "end" FROM spans WHERE turn_id ${inList}`,
    { ids: idList(turnIds) },
  );
  return Map.groupBy(rows, ({ unitId }) => unitId);
}

function signWords(project: ReadableProject): (number: number) => string {
  const { language } = project.get<{ language: Language }>(
    'SELECT language FROM project',
  ) ?? { language: 'sv' as const };
  const say = wordsIn(language);
  return (number) => say('pseudonyms.placeholder.waiting', { number });
}

interface NewPart extends PlacedSpan {
  readonly id: string;
  readonly number: number;
  readonly sign: string;
}

function newParts(
  project: ReadableProject,
  placed: readonly PlacedSpan[],
): readonly NewPart[] {
  const signOf = signWords(project);
  const last =
    project.get<{ n: number | null }>('SELECT max(number) AS n FROM waiting_parts')?.n ??
    0;
  return placed.map((span, index) => {
    const number = last + index + 1;
    return { ...span, id: newId(), number, sign: signOf(number) };
  });
}

function writePassage(
  project: WritableProject,
  parts: readonly NewPart[],
  { reason, deadline }: ParsedOf<Api['passages.wait']>,
): PassageId {
  const id = newId<PassageId>();
  project.run(
    `INSERT INTO waiting_passages (id, transcript_id, reason, deadline, analyst_id, created_at)
     VALUES (:id, :transcriptId, :reason, :deadline, :analystId, :now)`,
    {
      id,
      transcriptId: parts[0]!.transcriptId,
      reason,
      deadline,
      analystId: project.analystId,
      now: project.now,
    },
  );
  for (const part of parts)
    project.run(
      `INSERT INTO waiting_parts (id, passage_id, number, sign, speaker_id, text)
       SELECT :partId, :passageId, :number, :sign, speaker_id, :text FROM turns WHERE id = :turnId`,
      {
        partId: part.id,
        passageId: id,
        number: part.number,
        sign: part.sign,
        text: part.text,
        turnId: part.turnId,
      },
    );
  return id;
}

function hide(
  project: WritableProject,
  passageId: PassageId,
  held: {
    readonly unitId: MeaningUnitId;
    readonly partId: string | null;
  } & TextRange,
): void {
  project.run(
    `INSERT INTO waiting_units (id, passage_id, part_id, unit_id, start, "end", was_status)
     SELECT :id, :passageId, :partId, id, :start, :end,
       coalesce((SELECT was_status FROM waiting_units WHERE unit_id = meaning_units.id), status)
     FROM meaning_units WHERE id = :unitId`,
    { id: newId(), passageId, ...held },
  );
}

/** Units whose old words, in these turns, the review list would show. */
function inDoubtAt(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): readonly MeaningUnitId[] {
  return project
    .all<{ id: MeaningUnitId }>(
      `SELECT DISTINCT unit_id AS id FROM review_spans WHERE turn_id ${inList}`,
      { ids: idList(turnIds) },
    )
    .map(({ id }) => id);
}

/**
 * A sensitive passage leaves the text: a sign stands in its place, and the units that hold any of it leave the analysis
 * with it, as they are. Nothing is lost: `releasePassage` puts both back.
 */
export function letPassageWait(
  project: WritableProject,
  input: ParsedOf<Api['passages.wait']>,
): Output<'passages.wait'> {
  const parts = newParts(project, placeSpans(project, input.spans));
  const byTurn = Map.groupBy(parts, ({ turnId }) => turnId);
  const cuts: CutsByTurn = new Map(
    [...byTurn].map(([turnId, own]) => [
      turnId,
      own.map(({ start, end, sign }) => ({ start, end, text: sign })),
    ]),
  );
  const turnIds = [...cuts.keys()];
  const passageId = writePassage(project, parts, input);
  const spans = spansIn(project, turnIds);
  const waiting = new Set(inDoubtAt(project, turnIds));
  for (const unitId of waiting)
    hide(project, passageId, { unitId, partId: null, start: 0, end: 0 });
  for (const { unitId, turnId, start, end } of [...spans.values()].flat())
    for (const held of heldBy({ start, end }, cuts.get(turnId)!)) {
      const partId = byTurn.get(turnId)![held.cut]!.id;
      hide(project, passageId, { unitId, partId, start: held.start, end: held.end });
      waiting.add(unitId);
    }
  const after = [...waiting].map(
    (unitId) =>
      [
        unitId,
        (spans.get(unitId) ?? []).map(({ turnId, ...range }) => ({
          turnId,
          ...rangeAfterCuts(range, cuts.get(turnId)!),
        })),
      ] as const,
  );
  correctQuietly(project, cuts, new Map(after));
  project.run(`UPDATE meaning_units SET status = 'retired' WHERE id ${inList}`, {
    ids: idList([...waiting]),
  });
  describePassage(project, parts[0]!.transcriptId, parts);
  return { passageId, units: waiting.size };
}

/** Where and how long, never what. */
function describePassage(
  project: WritableProject,
  transcript: TranscriptId,
  parts: readonly { readonly text: string }[],
): void {
  const count = parts.reduce((sum, { text }) => sum + countWords(text), 0);
  project.describe({ transcript, count, kind: 'passage' });
}

interface WaitingUnit extends TextRange {
  readonly unitId: MeaningUnitId;
  readonly partId: string | null;
}

/** The passage with where the sign of each part stands now; parts whose sign is gone are left out of `placed`. */
function readPassage(project: ReadableProject, passageId: PassageId) {
  const { transcriptId } = rowThatIsThere<{ transcriptId: TranscriptId }>(
    project,
    'SELECT transcript_id AS transcriptId FROM waiting_passages WHERE id = :passageId',
    { passageId },
  );
  const parts = partsOf(project, passageId);
  const places = signPlaces(project, transcriptId, parts);
  const placed = parts.flatMap((part) => {
    const place = places.get(part.id);
    return place ? [{ ...part, ...place }] : [];
  });
  const units = project.all<WaitingUnit>(
    `SELECT unit_id AS unitId, part_id AS partId, start, "end" FROM waiting_units
     WHERE passage_id = :passageId`,
    { passageId },
  );
  return { transcriptId, parts, placed, units };
}

type Placed = Part & Span;

/** What comes instead of each sign, in the order of each text. */
function cutsAt(
  placed: readonly Placed[],
  textOf: (part: Part) => string,
): {
  readonly cuts: CutsByTurn;
  readonly partsAt: ReadonlyMap<TurnId, readonly Placed[]>;
} {
  const partsAt = Map.groupBy(
    placed.toSorted((a, b) => a.start - b.start),
    ({ turnId }) => turnId,
  );
  const cuts = new Map(
    [...partsAt].map(([turnId, own]) => [
      turnId,
      own.map((part) => ({ start: part.start, end: part.end, text: textOf(part) })),
    ]),
  );
  return { cuts, partsAt };
}

/** Back into the analysis as they were, unless another passage keeps them out of it. */
function bringBack(project: WritableProject, passageId: PassageId): void {
  project.run(
    `UPDATE meaning_units SET status = (
       SELECT was_status FROM waiting_units WHERE unit_id = meaning_units.id LIMIT 1)
     WHERE id IN (SELECT unit_id FROM waiting_units WHERE passage_id = :passageId)
       AND id NOT IN (SELECT unit_id FROM waiting_units WHERE passage_id <> :passageId)`,
    { passageId },
  );
  project.run('DELETE FROM waiting_passages WHERE id = :passageId', { passageId });
}

/** Puts a passage back where its signs stand, and its units as they were; refused when a sign is gone from the text. */
export function releasePassage(
  project: WritableProject,
  { passageId }: ParsedOf<Api['passages.release']>,
): void {
  const { transcriptId, parts, placed, units } = readPassage(project, passageId);
  const lost = parts.find(({ id }) => !placed.some((part) => part.id === id));
  if (lost) throw new Refusal('passage.signLost', { sign: lost.sign });
  const { cuts, partsAt } = cutsAt(placed, ({ text }) => text);
  const spans = spansIn(project, [...cuts.keys()]);
  const heldAt = (turnId: TurnId, unitId: MeaningUnitId) =>
    units.flatMap(({ partId, start, end, ...unit }) => {
      const cut = partsAt.get(turnId)!.findIndex(({ id }) => id === partId);
      return unit.unitId === unitId && cut >= 0
        ? [heldRange(cuts.get(turnId)!, { cut, start, end })]
        : [];
    });
  const spansAfter = (unitId: MeaningUnitId): readonly Span[] =>
    [...cuts].flatMap(([turnId, own]) => {
      const beside = (spans.get(unitId) ?? [])
        .filter((span) => span.turnId === turnId)
        .flatMap((span) => rangesBesideCuts(span, own));
      return joinedRanges([...beside, ...heldAt(turnId, unitId)]).map((range) => ({
        turnId,
        ...range,
      }));
    });
  const ids = [...new Set(units.map(({ unitId }) => unitId))];
  correctQuietly(project, cuts, new Map(ids.map((id) => [id, spansAfter(id)])));
  bringBack(project, passageId);
  describePassage(project, transcriptId, parts);
}

/** A unit that lost words with the passage: in doubt, with nothing of them left on the review list. */
function doubt(
  project: WritableProject,
  unitId: MeaningUnitId,
  { by, hasWords }: { readonly by: string; readonly hasWords: boolean },
): void {
  project.run('UPDATE meaning_units SET review_reason = :reason WHERE id = :unitId', {
    unitId,
    reason: hasWords ? 'edited' : 'gone',
  });
  project.run('DELETE FROM review_spans WHERE unit_id = :unitId', { unitId });
  keepOldWords(project, [unitId]);
  forgetOldWordsOf(project, [unitId], by);
}

/** What the spans hold beside the cuts; the place of the first where that is nothing. */
function besideOrThere(spans: readonly Span[], cuts: CutsByTurn): readonly Span[] {
  const beside = spans.flatMap(({ turnId, ...range }) =>
    rangesBesideCuts(range, cuts.get(turnId)!).map((piece) => ({ turnId, ...piece })),
  );
  const words = beside.filter(({ start, end }) => end > start);
  const [first] = spans;
  if (words.length > 0 || !first) return words;
  const { start } = rangeAfterCuts(first, cuts.get(first.turnId)!);
  return [{ turnId: first.turnId, start, end: start }];
}

/** Removes a waiting passage: the words stay in the history alone, until that is forgotten. */
export function dropPassage(
  project: WritableProject,
  { passageId, by }: ParsedOf<Api['passages.drop']>,
): Output<'passages.drop'> {
  const { transcriptId, parts, placed, units } = readPassage(project, passageId);
  const { cuts } = cutsAt(placed, () => by);
  const spans = spansIn(project, [...cuts.keys()]);
  const ids = [...new Set(units.map(({ unitId }) => unitId))];
  const after = ids.map(
    (unitId) => [unitId, besideOrThere(spans.get(unitId) ?? [], cuts)] as const,
  );
  correctQuietly(project, cuts, new Map(after));
  bringBack(project, passageId);
  for (const unitId of ids) {
    const hasWords =
      project.get('SELECT 1 FROM spans WHERE unit_id = :unitId AND "end" > start', {
        unitId,
      }) !== undefined;
    doubt(project, unitId, { by, hasWords });
  }
  describePassage(project, transcriptId, parts);
  return { inDoubt: ids.length };
}

/** Gives more time. */
export function postponePassage(
  project: WritableProject,
  { passageId, deadline }: ParsedOf<Api['passages.postpone']>,
): void {
  const { transcriptId } = rowThatIsThere<{ transcriptId: TranscriptId }>(
    project,
    'SELECT transcript_id AS transcriptId FROM waiting_passages WHERE id = :passageId',
    { passageId },
  );
  project.run('UPDATE waiting_passages SET deadline = :deadline WHERE id = :passageId', {
    passageId,
    deadline,
  });
  project.describe({ transcript: transcriptId });
}
