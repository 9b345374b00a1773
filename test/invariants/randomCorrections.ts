import type { Input } from '../../shared/api.ts';
import { snapToGrapheme } from '../../shared/text/graphemes.ts';
import { interview } from '../support/sampleProject.ts';
import type { Draw, DrawnTurn, Generators } from './randomInputs.ts';

type Correcting = Pick<
  Generators,
  | 'transcripts.renew'
  | 'turns.correct'
  | 'turns.split'
  | 'turns.merge'
  | 'turns.moveText'
  | 'turns.changeSpeaker'
  | 'turns.remove'
  | 'turns.insert'
  | 'turns.replaceAll'
  | 'identifiers.replace'
  | 'identifiers.leave'
  | 'identifiers.takeUp'
  | `passages.${'remove' | 'wait' | 'postpone' | 'release' | 'drop'}`
  | `transcripts.${'markPseudonymised' | 'unmarkPseudonymised'}`
  | 'reviews.accept'
>;

const signs = ['\u0301', ' \u0302', '👩‍👩‍👧', '\u200d', '\r\n', '\ud83d', 'שלום', '🇸🇪', ' '];

const typing = (draw: Draw) =>
  draw.isLucky(0.3) ? draw.one(signs) + draw.text() : draw.text();

/** Between any two code units, as no person can: what is written must be sound all the same. */
const placeIn = (draw: Draw, { text }: DrawnTurn) => draw.below(text.length + 1);

function edits(
  draw: Draw,
  turn: DrawnTurn,
): { start: number; end: number; text: string }[] {
  const places = Array.from({ length: 2 * (1 + draw.below(3)) }, () =>
    placeIn(draw, turn),
  ).toSorted((a, b) => a - b);
  return Array.from({ length: places.length / 2 }, (_, index) => {
    const [start, end] = [places[2 * index]!, places[2 * index + 1]!];
    // Mostly about a word.
    return {
      start,
      end: draw.isLucky(0.8) ? Math.min(end, start + draw.below(9)) : end,
      text: draw.isLucky(0.2) ? '' : typing(draw),
    };
  });
}

function newText(draw: Draw, turn: DrawnTurn): string {
  const start = placeIn(draw, turn);
  return (
    turn.text.slice(0, start) + typing(draw) + turn.text.slice(start + draw.below(12))
  );
}

const neighbour = (draw: Draw, { order, index, id }: DrawnTurn) =>
  order[index + draw.one([1, -1])] ?? id;

const speaker = (draw: Draw): NonNullable<Input<'turns.split'>['speaker']> =>
  draw.isLucky(0.3)
    ? { label: draw.name() }
    : { speakerId: draw.isLucky(0.2) ? null : draw.one(draw.ids.speakers) };

/** A transcriber's new version: turns that were heard otherwise, missed, left out, cut in two, or said by somebody else. */
function newVersion(draw: Draw): Input<'transcripts.renew'> {
  const { transcriptId, turns } = draw.version();
  const heard = turns.flatMap((turn) => {
    if (draw.isLucky(0.6)) return [turn];
    const { text } = turn;
    const at = draw.below(text.length + 1);
    const other = { ...turn, speaker: draw.isLucky(0.2) ? null : draw.name() };
    return draw.one([
      [],
      [{ ...turn, text: text.slice(0, at) + typing(draw) + text.slice(at) }],
      [
        { ...turn, text: text.slice(0, at) },
        { ...other, text: text.slice(at) },
      ],
      [turn, { ...other, text: typing(draw) }],
      [other],
    ]);
  });
  const { report } = interview;
  return { transcriptId, turns: heard.length > 0 ? heard : turns, report };
}

/** Corrections of turns, for the random walks. */
export const randomCorrections: Correcting = {
  'transcripts.renew': { weight: 1, input: newVersion },
  'turns.correct': {
    weight: 10,
    input: (draw) => {
      const turn = draw.turn();
      return draw.isLucky(0.5)
        ? { turnId: turn.id, text: newText(draw, turn) }
        : { turnId: turn.id, edits: edits(draw, turn) };
    },
  },
  'turns.split': {
    weight: 3,
    input: (draw) => {
      const turn = draw.turn();
      return {
        turnId: turn.id,
        at: placeIn(draw, turn),
        ...(draw.isLucky(0.5) ? { speaker: speaker(draw) } : {}),
      };
    },
  },
  'turns.merge': {
    weight: 3,
    input: (draw) => {
      const { order, index, id } = draw.turn();
      const turns = order.slice(index, index + 2 + draw.below(2));
      return { turnIds: turns.length > 1 ? turns : [id, draw.one(draw.ids.turns)] };
    },
  },
  'turns.moveText': {
    weight: 4,
    input: (draw) => {
      const turn = draw.turn();
      const start = placeIn(draw, turn);
      const end = Math.min(turn.text.length, start + draw.below(30));
      return {
        from: { turnId: turn.id, start, end: Math.max(start + 1, end) },
        to: { turnId: neighbour(draw, turn), at: draw.isLucky(0.6) ? 0 : draw.below(20) },
      };
    },
  },
  'turns.changeSpeaker': {
    weight: 2,
    input: (draw) => ({
      turnIds: draw.some(draw.ids.turns, 2),
      speaker: speaker(draw),
    }),
  },
  'turns.remove': {
    weight: 1,
    input: (draw) => {
      const { order, index, id } = draw.turn();
      return {
        turnIds: draw.isLucky(0.7) ? [id] : order.slice(index, index + 1 + draw.below(3)),
      };
    },
  },
  'turns.insert': {
    weight: 2,
    input: (draw) => {
      const turn = draw.turn();
      return {
        transcriptId: turn.transcriptId,
        after: draw.isLucky(0.2) ? null : turn.id,
        text: typing(draw),
        ...(draw.isLucky(0.5) ? { speaker: speaker(draw) } : {}),
      };
    },
  },
  'turns.replaceAll': {
    weight: 2,
    input: (draw) => {
      const { text, transcriptId } = draw.turn();
      const start = snapToGrapheme(text, draw.below(text.length + 1), 'back');
      const word = /\S+/u.exec(text.slice(start, start + 30))?.[0] ?? 'jag';
      return {
        words: word.toWellFormed(),
        by: draw.isLucky(0.2) ? '' : typing(draw),
        matchCase: draw.isLucky(0.5),
        wholeWords: draw.isLucky(0.5),
        ...(draw.isLucky(0.5) ? { transcriptId } : {}),
      };
    },
  },
  'identifiers.replace': {
    weight: 2,
    input: (draw) => {
      const { id, text } = draw.turn();
      const found = /\S+/u.exec(text.slice(draw.below(text.length + 1)));
      const start = text.indexOf(found?.[0] ?? 'jag');
      const words = (found?.[0] ?? 'jag').toWellFormed();
      const place = { turnId: id, start: Math.max(0, start), end: start + words.length };
      return {
        words,
        kind: 'name',
        by: draw.name(),
        places: [{ ...place, end: Math.max(1, place.end) }],
      };
    },
  },
  'identifiers.leave': {
    weight: 1,
    input: (draw) => ({ words: [draw.name(), draw.name()] }),
  },
  'identifiers.takeUp': { weight: 1, input: (draw) => ({ words: draw.name() }) },
  'passages.remove': {
    weight: 1,
    input: (draw) => ({ spans: draw.spans(), by: '[avsnitt borttaget]' }),
  },
  'passages.wait': {
    weight: 2,
    input: (draw) => ({
      spans: draw.spans(),
      reason: draw.text(),
      deadline: '2026-07-01',
    }),
  },
  'passages.postpone': {
    weight: 0.3,
    input: (draw) => ({
      passageId: draw.one(draw.ids.passages),
      deadline: '2026-08-01',
    }),
  },
  'passages.release': {
    weight: 2,
    input: (draw) => ({ passageId: draw.one(draw.ids.passages) }),
  },
  'passages.drop': {
    weight: 1,
    input: (draw) => ({
      passageId: draw.one(draw.ids.passages),
      by: '[avsnitt borttaget]',
    }),
  },
  'transcripts.markPseudonymised': {
    weight: 0.3,
    input: (draw) => ({
      transcriptId: draw.one(draw.ids.transcripts),
      date: '2026-03-06',
    }),
  },
  'transcripts.unmarkPseudonymised': {
    weight: 0.3,
    input: (draw) => ({ transcriptId: draw.one(draw.ids.transcripts) }),
  },
  'reviews.accept': {
    weight: 2,
    input: (draw) => ({ unitIds: draw.some(draw.ids.inDoubt, 3) }),
  },
};
