import { useEffect, useLayoutEffect, useRef } from 'react';

import { usePlace, type WordsToShow } from '../place.ts';
import { scrollToText, selectText, useCaret } from './caret.ts';
import { selectedUnit, type OpenTranscript } from './openTranscript.ts';
import { goToPlaceLeft, notePlace } from './placeLeft.ts';
import { startOfUnit } from './unitsAt.ts';

const shownFor = 2000;

/** Outlines the words of a unit for a moment. */
function flash(number: number): void {
  const marks = document.querySelectorAll(`mark[data-u~="${number}"]`);
  for (const mark of marks) mark.classList.add('mark-shown');
  setTimeout(() => {
    for (const mark of marks) mark.classList.remove('mark-shown');
  }, shownFor);
}

function hasNoFocus(): boolean {
  const { activeElement } = document;
  return (
    !activeElement || activeElement === document.body || activeElement.matches('main')
  );
}

function showWords({ transcript }: OpenTranscript, words: WordsToShow): void {
  const turn = transcript.turns.findIndex(({ id }) => id === words.turnId);
  if (turn < 0) return;
  selectText({ turn, at: words.start }, { turn, at: words.end });
  scrollToText({ turn, at: words.start });
}

/** The selected turn's place in the text; -1 when none is, or it is another transcript's. */
function selectedTurn({ transcript }: OpenTranscript): number {
  const { selected } = usePlace.getState();
  if (selected?.kind !== 'turn') return -1;
  return transcript.turns.findIndex(({ id }) => id === selected.id);
}

function show(open: OpenTranscript, keepsFocus: boolean): void {
  const words = usePlace.getState().takeWordsToShow();
  const unit = selectedUnit(open);
  const turn = selectedTurn(open);
  if (words) {
    showWords(open, words);
  } else if (unit) {
    const start = startOfUnit(unit);
    selectText(start, start, { keepsFocus });
    scrollToText(start);
    flash(unit.number);
  } else if (turn >= 0) {
    selectText({ turn, at: 0 });
    scrollToText({ turn, at: 0 });
  } else if (hasNoFocus()) {
    selectText(useCaret.getState().selection?.from ?? { turn: 0, at: 0 });
  }
}

/** Shows the selected unit's words when another view asked for them, else where the person was; gives the text the focus if nothing has it. */
export function useReveal(open: OpenTranscript, hasUnits: boolean): void {
  const reveal = usePlace((place) => place.reveal);
  const shown = useRef<number | null>(null);
  const { id } = open.transcript;
  useLayoutEffect(() => () => notePlace(id), [id]);
  useEffect(() => {
    if (!hasUnits || shown.current === reveal) return;
    const isFirst = shown.current === null;
    shown.current = reveal;
    if (isFirst && goToPlaceLeft(id, !hasNoFocus())) return;
    show(open, isFirst && reveal === 0);
  });
}
