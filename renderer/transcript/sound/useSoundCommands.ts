import { call } from '../../api.ts';
import { useCommands } from '../../keys/commands.ts';
import { announce } from '../../ui/announce.ts';
import { caretNow, selectionNow, selectText, scrollToText, useCaret } from '../caret.ts';
import { advise, attempt, takeUnit, type OpenTranscript } from '../openTranscript.ts';
import { sayTimeStamp } from '../sayTimeStamp.ts';
import { isCollapsed, type TextPoint } from '../spansOfSelection.ts';
import { draftNow, editorNow } from '../correcting/draft.ts';
import { startOfUnit } from '../unitsAt.ts';
import { linkSound, lookAgain, unlinkSound } from './linkSound.ts';
import {
  changeRate,
  jumpBack,
  loopTurn,
  playFrom,
  playOrPause,
  positionMs,
  timedTurn,
  turnsInTime,
  usePlayer,
} from './player.ts';
import { timeOf } from './timeline.ts';

/** Plays from a place in the words, or says why that cannot be. */
function playAt(
  { transcript, say }: OpenTranscript,
  place: { readonly turn: number; readonly at: number } | null,
): void {
  const ms = place && timeOf(turnsInTime(), transcript.turns, place);
  if (ms === null) advise(say('sound.noTimeHere'));
  else playFrom(ms);
}

/** Before it plays, it is looked whether the file is still there. */
function playOrPauseHere(): void {
  if (!usePlayer.getState().isPlaying) void lookAgain();
  playOrPause();
}

/** Where the caret is in the turn that is being corrected, while somebody types in it. */
function placeInEditor({ transcript }: OpenTranscript): TextPoint | null {
  const draft = draftNow();
  if (!draft || useCaret.getState().isFocused) return null;
  const turn = transcript.turns.findIndex(({ id }) => id === draft.turnId);
  return turn < 0 ? null : { turn, at: editorNow()?.selection().start ?? 0 };
}

/** The turn that the sound commands are about: the one that is being corrected, else where the caret is, else the one being spoken. */
const turnMeant = (open: OpenTranscript): number | null =>
  placeInEditor(open)?.turn ??
  caretNow()?.turn ??
  useCaret.getState().selection?.from.turn ??
  usePlayer.getState().spoken;

function loopHere(open: OpenTranscript): void {
  const { say } = open;
  const { loop, isPlaying, spoken } = usePlayer.getState();
  if (loop) {
    loopTurn(null);
    announce(say('sound.loopEnded'));
    return;
  }
  const isHere = !isPlaying || placeInEditor(open) !== null;
  const index = isHere ? turnMeant(open) : spoken;
  const turn = index === null ? null : timedTurn(index);
  if (turn) loopTurn(turn);
  else advise(say('sound.noTimeHere'));
}

/** The turn at the caret begins now, or has no time; with a time the caret goes on to the turn that is said next. */
async function setTime(open: OpenTranscript, startMs: number | null): Promise<void> {
  const index = turnMeant(open);
  const turn = index === null ? undefined : open.transcript.turns[index];
  if (!turn || index === null) return;
  const isInText = useCaret.getState().isFocused;
  const done = await attempt(open, () =>
    call('turns.setTime', { turnId: turn.id, startMs }),
  );
  if (!done) return;
  const label = turn.label.replace(/^r/, '');
  if (startMs === null) return announce(open.say('sound.timeRemoved', { label }));
  announce(open.say('sound.timeSet', { label, time: sayTimeStamp(startMs) }));
  if (!isInText || index + 1 >= open.transcript.turns.length) return undefined;
  selectText({ turn: index + 1, at: 0 });
  scrollToText({ turn: index + 1, at: 0 });
}

/** Marks the turns of the selection as listened through; those that all were, as not. */
async function toggleListened(open: OpenTranscript): Promise<void> {
  const selection = selectionNow();
  if (!selection) return;
  const last =
    selection.to.at === 0 && !isCollapsed(selection)
      ? selection.to.turn
      : selection.to.turn + 1;
  const turnIds = open.transcript.turns
    .slice(selection.from.turn, Math.max(last, selection.from.turn + 1))
    .map(({ id }) => id);
  const areHeard = turnIds.every((id) => open.listened.has(id));
  const done = await attempt(open, () =>
    call(areHeard ? 'turns.notListened' : 'turns.listened', { turnIds }),
  );
  if (done)
    announce(
      open.say(areHeard ? 'sound.markedNotListened' : 'sound.markedListened', {
        count: turnIds.length,
      }),
    );
}

function playUnit(open: OpenTranscript): void {
  const unit = takeUnit(open);
  if (unit) playAt(open, startOfUnit(unit));
}

export interface SoundCommandsOptions {
  readonly open: OpenTranscript;
  readonly hasSound: boolean;
  /** There is a player that can play it. */
  readonly canPlay: boolean;
  readonly hasTimes: boolean;
  readonly showDialog: (dialog: 'check' | 'shift') => void;
}

/** What can be done with the sound, by keys also while something is typed. */
export function useSoundCommands(options: SoundCommandsOptions): void {
  const { open, hasSound, canPlay, hasTimes, showDialog } = options;
  const { id } = open.transcript;
  const playing = canPlay
    ? {
        'sound.playPause': playOrPauseHere,
        'sound.back': jumpBack,
        'sound.loopTurn': () => loopHere(open),
        'sound.slower': () => changeRate(-1),
        'sound.faster': () => changeRate(1),
        'sound.playHere': () => playAt(open, placeInEditor(open) ?? caretNow()),
        'sound.playUnit': () => playUnit(open),
      }
    : {};
  const writing = open.isReadOnly
    ? {}
    : {
        'sound.link': () => void linkSound(id, open.say),
        'sound.listened': () => void toggleListened(open),
        'sound.check': () => showDialog('check'),
        ...(hasSound ? { 'sound.unlink': () => void unlinkSound(id, open.say) } : {}),
        ...(canPlay ? { 'sound.setTime': () => void setTime(open, positionMs()) } : {}),
        ...(hasTimes
          ? {
              'sound.shiftTimes': () => showDialog('shift'),
              'sound.removeTime': () => void setTime(open, null),
            }
          : {}),
      };
  useCommands({ ...playing, ...writing });
}
