import { scrollToText, selectText } from '../caret.ts';
import { advise, type OpenTranscript } from '../openTranscript.ts';
import { loopAlong } from '../sound/player.ts';
import { draftNow, editorNow, openDraft } from './draft.ts';
import { saveOnLeaving } from './saving.ts';
import {
  askAbout,
  askToInsert,
  askToSplit,
  merge,
  moveWords,
  turnsToChange,
} from './turnActs.ts';
import { turnsMeant } from './turnMeant.ts';

/** E: the turn at the caret becomes an editor; what is typed in another is saved first. */
async function correctTurn(open: OpenTranscript): Promise<void> {
  if (open.isReadOnly) {
    advise(open.say('transcript.readOnly'));
    return;
  }
  const wanted = turnsMeant(open);
  if (draftNow() && wanted?.first.id === draftNow()?.turnId) {
    editorNow()?.focus();
    return;
  }
  if (!(await saveOnLeaving(open))) return;
  const meant = turnsToChange(open);
  if (!meant) return;
  scrollToText({ turn: meant.ordinals[0] ?? 0, at: meant.selected.start });
  openDraft(open.transcript, meant.first, meant.selected);
}

/** Alt ↓ and Alt ↑ in the editor: what is typed is saved, and the next or previous turn is corrected; a loop goes along. */
export async function correctBeside(open: OpenTranscript, way: 1 | -1): Promise<void> {
  const { turns } = open.transcript;
  const at = turns.findIndex(({ id }) => id === draftNow()?.turnId) + way;
  const turn = turns[at];
  if (!turn) {
    const noTurn = way === 1 ? 'correcting.noTurnAfter' : 'correcting.noTurnBefore';
    advise(open.say(noTurn));
    return;
  }
  if (!(await saveOnLeaving(open))) return;
  const place = { turn: at, at: 0 };
  selectText(place, place, { keepsFocus: true });
  scrollToText(place);
  openDraft(open.transcript, turn, { start: 0, end: 0 });
  loopAlong(at);
}

/** What can be done with turns from keys, menus and palette, whether one is being corrected or not. */
export function turnCommands(
  open: OpenTranscript,
): Readonly<Record<string, (() => void) | undefined>> {
  return {
    'transcript.correct': () => void correctTurn(open),
    'turn.split': () => askToSplit(open),
    'turn.merge': () => void merge(open),
    'turn.speaker': () => askAbout(open, 'speaker'),
    'turn.moveToPrevious': () => void moveWords(open, -1),
    'turn.moveToNext': () => void moveWords(open, 1),
    'turn.insertBefore': () => askToInsert(open, 'before'),
    'turn.insertAfter': () => askToInsert(open, 'after'),
    'turn.remove': () => askAbout(open, 'remove'),
  };
}
