import { create } from 'zustand';

import { mostHits } from '../../../shared/domain/search.ts';
import type { Problem } from '../../../shared/errors.ts';
import { searchPlaces } from '../../../shared/text/searchPlaces.ts';
import { searchTerms } from '../../../shared/text/searchTerms.ts';
import { call, problemIn } from '../../api.ts';
import type { FindState } from '../../findState.ts';
import { useFindState } from '../../findState.ts';
import { caretNow, scrollToText, selectText, useCaret } from '../caret.ts';
import { isContext, type OpenTranscript } from '../openTranscript.ts';
import { comparePoints, type TextPoint } from '../spansOfSelection.ts';

/** A hit in the open transcript: ordinal of the turn, and where in it. */
export interface FoundPlace {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

export type Finding = Pick<FindState, 'text' | 'way' | 'fold' | 'onlyParticipants'>;

interface Found {
  readonly places: readonly FoundPlace[];
  /** Why nothing could be looked for. */
  readonly problem: Problem | null;
  /** The time was over before all was looked through. */
  readonly isCut: boolean;
  /** The hit that one stands at; null before any was gone to. */
  readonly at: number | null;
}

export const useFound = create<Found>(() => ({
  places: [],
  problem: null,
  isCut: false,
  at: null,
}));

/** Every word may go on: each becomes a beginning, phrases too. */
export function withAllEndings(text: string): string {
  return searchTerms(text)
    .map((term) => (term.kind === 'words' ? `"${term.words.join(' ')}"*` : term.signs))
    .join(' ');
}

/** Every place of what is looked for, in the order of the text; a regular expression is left to the host. */
export function placesInTranscript(
  open: OpenTranscript,
  { text, way, fold, onlyParticipants }: Finding,
): readonly FoundPlace[] {
  const find = searchPlaces({
    text: way === 'endings' ? withAllEndings(text) : text,
    way: way === 'inside' ? 'inside' : 'words',
    fold,
  });
  return open.transcript.turns.flatMap((turn, index) =>
    onlyParticipants && isContext(open, turn)
      ? []
      : find(turn.text).map(({ start, end }) => ({ turn: index, start, end })),
  );
}

/** Every place of a regular expression: it runs where it can be stopped. */
export async function placesOfPattern(
  open: OpenTranscript,
  { text, onlyParticipants }: Finding,
): Promise<Pick<Found, 'places' | 'problem' | 'isCut'>> {
  const { id, turns } = open.transcript;
  try {
    const { turns: found, isCut } = await call('search.find', {
      text,
      way: 'pattern',
      scopes: ['turns'],
      filter: { transcriptIds: [id] },
      limit: mostHits,
    });
    const places = new Map(turns.map((turn, index) => [turn.id, { turn, index }]));
    return {
      places: (found?.hits ?? []).flatMap(({ turnId, start, end }) => {
        const place = places.get(turnId);
        if (!place || (onlyParticipants && isContext(open, place.turn))) return [];
        return [{ turn: place.index, start, end }];
      }),
      problem: null,
      isCut: isCut || (found?.hasMore ?? false),
    };
  } catch (error) {
    return { places: [], problem: problemIn(error), isCut: false };
  }
}

const startOf = ({ turn, start }: FoundPlace): TextPoint => ({ turn, at: start });

/** The first hit at or after a place in the text; from the end it begins again. */
export function firstFrom(places: readonly FoundPlace[], from: TextPoint | null): number {
  if (!from) return 0;
  return Math.max(
    0,
    places.findIndex((place) => comparePoints(startOf(place), from) >= 0),
  );
}

/** Shows a hit, with its words selected; the focus stays in the bar if it is there. */
export function goToFound(index: number): void {
  const place = useFound.getState().places[index];
  if (!place) return;
  useFound.setState({ at: index });
  const isInBar = document.activeElement?.closest('.find-bar') !== null;
  selectText(
    startOf(place),
    { turn: place.turn, at: place.end },
    { keepsFocus: isInBar },
  );
  scrollToText(startOf(place));
}

/** The hit after or before the one that one stands at, else the one next to the caret. */
export function walkFound(by: 1 | -1): void {
  const { places, at } = useFound.getState();
  if (places.length === 0) return;
  const next = at === null ? firstFrom(places, caretNow()) - (by === 1 ? 0 : 1) : at + by;
  goToFound((next + places.length) % places.length);
}

const longestTaken = 80;

/** Opens the bar, with the selected words if there are some on one line. */
export function openFind({ transcript }: OpenTranscript): void {
  const { selection } = useCaret.getState();
  const words =
    selection && selection.from.turn === selection.to.turn
      ? (transcript.turns[selection.from.turn]?.text ?? '').slice(
          selection.from.at,
          selection.to.at,
        )
      : '';
  const isTaken =
    words.trim() !== '' && words.length <= longestTaken && !words.includes('\n');
  useFindState.setState(({ asked, text, way }) => ({
    isOpen: true,
    asked: asked + 1,
    text: isTaken ? words.trim() : text,
    // Words that were selected are no expression.
    way: isTaken && way === 'pattern' ? 'exact' : way,
  }));
}
