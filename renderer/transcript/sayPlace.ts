import type { TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { lineAt, referenceLines } from '../../shared/text/referenceLines.ts';
import { isContext, type OpenTranscript } from './openTranscript.ts';
import type { TextPoint } from './spansOfSelection.ts';
import { unitsAt } from './unitsAt.ts';

/** "P3, replik 10" */
export function sayTurn(open: OpenTranscript, ordinal: number): string {
  const turn = open.transcript.turns[ordinal];
  if (!turn) return '';
  const speaker = open.transcript.speakers.find(({ id }) => id === turn.speakerId);
  const label = turn.label.replace(/^r/, '');
  return speaker
    ? open.say('transcript.place.turn', { speaker: speaker.label, label })
    : open.say('transcript.place.paragraph', { label });
}

/** "Meningsenhet 7, svårbegriplig information" */
export function sayUnit({ say, book }: OpenTranscript, unit: MarkedUnit): string {
  const codes = unit.codeIds.flatMap((id) => book.byId.get(id)?.name ?? []).join(', ');
  const n = unit.number;
  return codes === ''
    ? say('transcript.unit.uncoded', { n })
    : say('transcript.unit.coded', { n, codes });
}

function sayState(open: OpenTranscript, { turn: ordinal }: TextPoint): readonly string[] {
  const { say, transcript, aside } = open;
  const turn = transcript.turns[ordinal];
  if (!turn) return [];
  if (isContext(open, turn)) return [say('transcript.place.context')];
  const reason = aside.get(turn.id);
  if (reason !== undefined)
    return [
      reason === ''
        ? say('transcript.place.aside')
        : say('transcript.place.asideFor', { reason }),
    ];
  const isMarked = open.units.some(({ spans }) => spans.some(([at]) => at === ordinal));
  return isMarked ? [] : [say('transcript.place.left')];
}

/** The question of a turn; nothing where the transcript is not divided. */
export function sayQuestion(
  { questions, say }: OpenTranscript,
  turn: number,
): readonly string[] {
  const question = questions.ofTurn[turn];
  if (question === undefined) return [];
  if (question === null) return [say('questions.outside')];
  const number = questions.byId.get(question)?.number;
  return number === undefined ? [] : [say('questions.by.go', { n: number })];
}

/** Everything about where the caret stands, in one sentence. */
export function sayWhere(
  open: OpenTranscript,
  point: TextPoint,
  lineLength: number,
): string {
  const { say, transcript, units } = open;
  const before = transcript.turns
    .slice(0, point.turn)
    .reduce((sum, { text }) => sum + referenceLines(text, lineLength).length, 0);
  const lines = referenceLines(transcript.turns[point.turn]?.text ?? '', lineLength);
  const here = unitsAt(units, point);
  return [
    sayTurn(open, point.turn),
    ...sayQuestion(open, point.turn),
    say('transcript.place.line', { n: before + lineAt(lines, point.at) + 1 }),
    ...sayState(open, point),
    ...(open.listened.has(transcript.turns[point.turn]?.id ?? ('' as TurnId))
      ? [say('sound.listened')]
      : []),
    ...here.map((unit) =>
      unit.condensed === ''
        ? say('transcript.place.notCondensed', { unit: sayUnit(open, unit) })
        : say('transcript.unit.condensed', {
            unit: sayUnit(open, unit),
            condensed: unit.condensed,
          }),
    ),
  ].join('. ');
}
