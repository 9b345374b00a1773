import { type MouseEvent, useCallback } from 'react';

import { keysOf, type CommandId } from '../keys/keymap.ts';
import { isOffered, runCommand } from '../keys/commands.ts';
import { usePlace } from '../place.ts';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { given } from '../ui/given.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useWords } from '../words.ts';
import { focusText, selectionNow, selectText } from './caret.ts';
import { unitMeant, type OpenTranscript } from './openTranscript.ts';
import { comparePoints, isCollapsed } from './spansOfSelection.ts';
import { pointUnder } from './usePointing.ts';

const ofWords: readonly CommandId[] = [
  'transcript.mark',
  'transcript.addSpan',
  'transcript.takeSelection',
  'transcript.replace',
  'transcript.removePassage',
];
const ofUnit: readonly CommandId[] = [
  'transcript.condense',
  'transcript.code',
  'transcript.latestCode',
  'transcript.star',
  'transcript.memo',
  'transcript.moveEnds',
  'transcript.retire',
];
/** Offered as far as there is sound and time. */
const ofSound: readonly CommandId[] = [
  'sound.playHere',
  'sound.loopTurn',
  'sound.setTime',
  'sound.removeTime',
  'sound.listened',
];
const ofTurn: readonly CommandId[] = [
  'transcript.setAside',
  'transcript.nextLeft',
  'transcript.whereAmI',
];

const ofTurnText: readonly CommandId[] = [
  'transcript.correct',
  'turn.split',
  'turn.merge',
  'turn.speaker',
  'turn.moveToPrevious',
  'turn.moveToNext',
  'turn.insertBefore',
  'turn.insertAfter',
  'turn.remove',
];

/** A right-click outside the selection moves the caret there first, as in any text. */
function followClick(event: MouseEvent): void {
  const point = pointUnder(event.clientX, event.clientY);
  const selection = selectionNow();
  if (!point || (event.clientX === 0 && event.clientY === 0)) return;
  const isInside =
    selection &&
    !isCollapsed(selection) &&
    comparePoints(selection.from, point) <= 0 &&
    comparePoints(point, selection.to) <= 0;
  if (!isInside) selectText(point);
}

/** All that can be done with the words, the unit and the turn under the pointer. */
export function useTranscriptMenu(latest: () => OpenTranscript) {
  const { say } = useWords();
  const { openFor, menu } = useContextMenu(say('transcript.menu'));
  const onContextMenu = useCallback(
    (event: MouseEvent) => {
      followClick(event);
      const open = latest();
      const unit = unitMeant(open);
      // While the menu is open the text has no focus: the commands go by what is selected.
      if (unit) usePlace.getState().select({ kind: 'unit', id: unit.id });
      const entry = (id: CommandId): MenuEntry => ({
        id,
        words: say(`command.${id}`),
        ...given({ keys: keysOf(id) ?? undefined }),
        onAction: () => {
          focusText();
          runCommand(id);
        },
      });
      const separator = (id: string): MenuEntry => ({ id, separator: true });
      const writing = (ids: readonly CommandId[]) =>
        open.isReadOnly ? [] : ids.filter(isOffered).map(entry);
      openFor(event, [
        ...writing(ofWords),
        ...(unit ? [separator('unit'), ...writing(ofUnit)] : []),
        ...(unit && isOffered('sound.playUnit') ? [entry('sound.playUnit')] : []),
        separator('turn'),
        ...ofTurn.filter(isOffered).map(entry),
        ...ofSound.filter(isOffered).map(entry),
        ...(isOffered('transcript.correct') ? [separator('turnText')] : []),
        ...writing(ofTurnText),
      ]);
    },
    [openFor, latest, say],
  );
  return { onContextMenu, menu };
}
