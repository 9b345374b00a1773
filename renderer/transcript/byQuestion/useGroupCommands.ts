import { useCommands } from '../../keys/commands.ts';
import { usePlace } from '../../place.ts';
import { showSegmenting } from '../../segmenting.ts';
import { announce } from '../../ui/announce.ts';
import { caretNow, scrollToText, selectText } from '../caret.ts';
import { addSpans, mark } from '../marking.ts';
import { unitMeant, type OpenTranscript } from '../openTranscript.ts';
import { sayTurn } from '../sayPlace.ts';
import { setAside } from '../settingAside.ts';
import { codeAsLatest, goToField, retire, star } from '../unitCommands.ts';
import { startOfUnit } from '../unitsAt.ts';
import { goToLeft, goToTurn, goToUnit, narrow, widen } from '../walking.ts';
import type { GroupColumn } from './groupsText.ts';

function groupAt(columns: readonly GroupColumn[], turn: number): number {
  return columns.findIndex(({ from, to }) => from <= turn && turn < to);
}

/** To the first answer of the next group that has any. */
function goToGroup(columns: readonly GroupColumn[], direction: 1 | -1): void {
  const at = groupAt(columns, caretNow()?.turn ?? -1);
  const there =
    direction === 1 ? columns.slice(at + 1) : columns.slice(0, at).toReversed();
  const next = there.find(({ from, to }) => from < to);
  if (!next) return;
  selectText({ turn: next.from, at: 0 });
  scrollToText({ turn: next.from, at: 0 });
  announce(next.name);
}

/** To the words where they were said: the unit at the caret, else the turn. */
function goToWords(open: OpenTranscript, columns: readonly GroupColumn[]): void {
  const unit = unitMeant(open);
  const point = unit ? startOfUnit(unit) : caretNow();
  const group = point && columns[groupAt(columns, point.turn)];
  if (!group) return;
  const { transcriptId } = group;
  const { goToWords: showUnit, goToPlace } = usePlace.getState();
  // To read there, not to divide.
  showSegmenting(false);
  if (unit) return showUnit({ id: unit.id, transcriptId });
  const { id: turnId } = open.transcript.turns[point.turn]!;
  goToPlace({ transcriptId, turnId, start: point.at, end: point.at });
}

function whereAmI(open: OpenTranscript, columns: readonly GroupColumn[]): void {
  const turn = caretNow()?.turn ?? -1;
  const group = columns[groupAt(columns, turn)];
  announce(
    group ? `${group.name}. ${sayTurn(open, turn)}` : open.say('transcript.noWords'),
    'assertive',
  );
}

/** What the keys, the palette and the menu can do among the answers: the transcript's own acts, on the same words. */
export function useGroupCommands(
  open: OpenTranscript,
  columns: readonly GroupColumn[],
): void {
  const goToSummary = () => {
    const at = Math.max(0, groupAt(columns, caretNow()?.turn ?? -1));
    const head = document.querySelectorAll<HTMLElement>('.group-head').item(at);
    head?.querySelector('textarea')?.focus();
  };
  useCommands({
    'transcript.mark': () => mark(open),
    'transcript.addSpan': () => void addSpans(open),
    'transcript.widen': () => widen(open),
    'transcript.narrow': () => narrow(open),
    'transcript.retire': () => void retire(open),
    'transcript.setAside': () => setAside(open),
    'transcript.nextTurn': () => goToTurn(open, 1),
    'transcript.previousTurn': () => goToTurn(open, -1),
    'transcript.nextUnit': () => goToUnit(open, 1),
    'transcript.previousUnit': () => goToUnit(open, -1),
    'transcript.nextLeft': () => goToLeft(open, 1),
    'transcript.previousLeft': () => goToLeft(open, -1),
    'transcript.condense': () => goToField(open, 'condensed'),
    'transcript.code': () => goToField(open, 'code'),
    'transcript.latestCode': () => void codeAsLatest(open),
    'transcript.star': () => void star(open),
    'transcript.memo': () => goToField(open, 'memo'),
    'transcript.whereAmI': () => whereAmI(open, columns),
    'byQuestion.nextGroup': () => goToGroup(columns, 1),
    'byQuestion.previousGroup': () => goToGroup(columns, -1),
    'byQuestion.summary': goToSummary,
    'place.words': () => goToWords(open, columns),
  });
}
