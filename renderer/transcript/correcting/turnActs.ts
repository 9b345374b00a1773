import type { Input } from '../../../shared/api.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { CorrectedUnits } from '../../../shared/domain/review.ts';
import type { Turn } from '../../../shared/domain/transcript.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import type { WordKey, WordParams } from '../../../shared/words/words.ts';
import { call } from '../../api.ts';
import { scrollToText, selectText } from '../caret.ts';
import { advise, attempt, type OpenTranscript } from '../openTranscript.ts';
import type { TextPoint } from '../spansOfSelection.ts';
import { closeDraft, draftNow, isChanged, useCorrecting } from './draft.ts';
import {
  closeWhenDrawn,
  noUnits,
  saveDraft,
  sayOutcome,
  touchedBy,
  untilDrawn,
} from './saving.ts';
import { askAboutTurn } from './turnDialog.ts';
import { turnsMeant, type TurnsMeant } from './turnMeant.ts';

/** Who speaks, as the contract takes it. */
export type SpeakerInput = NonNullable<Input<'turns.split'>['speaker']>;

interface Changed {
  readonly units: CorrectedUnits;
  readonly isThere: (open: OpenTranscript) => boolean;
}

/** What is typed in the open editor, as the contract takes it. */
type Typed = Input<'turns.split'>['typed'];

interface TurnChange {
  /** Ordinals of the turns whose units may be touched. */
  readonly ordinals: readonly number[];
  /** The turns that it is done to: what is typed in one of them belongs to the same step. */
  readonly takesTypingIn?: readonly TurnId[];
  /** Tells the units that it touched, and how it is seen that it has been drawn. */
  readonly work: (typed: { readonly typed?: Typed }) => Promise<Changed>;
  readonly words: readonly [key: WordKey, params?: WordParams];
  /** Where the caret goes. */
  readonly caret: TextPoint;
}

const has = (id: TurnId) => (open: OpenTranscript) =>
  open.transcript.turns.some((turn) => turn.id === id);

const hasNot = (id: TurnId) => (open: OpenTranscript) => !has(id)(open);

/** What is typed in one of these turns and goes with what is done to them. */
function typedIn(turnIds: readonly TurnId[]): { readonly typed?: Typed } {
  const draft = draftNow();
  if (!draft || !isChanged(draft) || !turnIds.includes(draft.turnId)) return {};
  return { typed: { turnId: draft.turnId, edits: [...draft.edits] } };
}

/** Makes a change of turns; what is typed in an open editor of another turn is saved first, as a step of its own. */
async function change(open: OpenTranscript, wanted: TurnChange): Promise<boolean> {
  const touched = touchedBy(open, wanted.ordinals);
  const typed = typedIn(wanted.takesTypingIn ?? []);
  const saved = typed.typed ? noUnits : await saveDraft();
  if (!saved) return false;
  if (typed.typed) useCorrecting.setState({ isActing: true });
  const done = await attempt(open, () => wanted.work(typed));
  if (!done) {
    useCorrecting.setState({ isActing: false });
    if (!typed.typed) await closeWhenDrawn();
    return false;
  }
  const { units, isThere } = done.result;
  const [key, params] = wanted.words;
  sayOutcome(open.say, {
    key,
    ...(params ? { params } : {}),
    touched,
    done: {
      changed: [...saved.changed, ...units.changed],
      inDoubt: [...saved.inDoubt, ...units.inDoubt],
    },
  });
  await untilDrawn(isThere);
  closeDraft();
  selectText(wanted.caret);
  scrollToText(wanted.caret);
  return true;
}

/** The turns that a command is about, if it may change them; says why not. */
export function turnsToChange(open: OpenTranscript): TurnsMeant | null {
  if (open.isReadOnly) {
    advise(open.say('transcript.readOnly'));
    return null;
  }
  const meant = turnsMeant(open);
  if (!meant) advise(open.say('transcript.noWords'));
  return meant;
}

export function split(
  open: OpenTranscript,
  { ordinals, first, selected }: TurnsMeant,
  speaker: SpeakerInput,
): Promise<boolean> {
  const [turn = 0] = ordinals;
  return change(open, {
    ordinals: [turn],
    takesTypingIn: [first.id],
    work: async (typed) => {
      const at = selected.start;
      const wanted = { turnId: first.id, at, speaker, ...typed };
      const units = await call('turns.split', wanted);
      return { units, isThere: has(units.id) };
    },
    words: ['correcting.split', { turn: first.label }],
    caret: { turn: turn + 1, at: 0 },
  });
}

/** Asks who goes on, unless one half would have no words. */
export function askToSplit(open: OpenTranscript): void {
  const meant = turnsToChange(open);
  if (!meant) return;
  const { text, selected } = meant;
  const isBetween =
    text.slice(0, selected.start).trim() !== '' &&
    text.slice(selected.start).trim() !== '';
  if (isBetween) askAboutTurn({ kind: 'split', meant });
  else advise(open.say('correcting.splitWhere'));
}

/** Several selected turns become one; one turn goes into the one before it. */
export async function merge(open: OpenTranscript): Promise<void> {
  const meant = turnsToChange(open);
  if (!meant) return;
  const { ordinals, selected } = meant;
  const [given = 0] = ordinals;
  const first = ordinals.length > 1 ? given : given - 1;
  const last = ordinals.at(-1) ?? first;
  const turns = open.transcript.turns.slice(Math.max(0, first), last + 1);
  if (first < 0 || turns.length < 2) {
    advise(open.say('correcting.noTurnBefore'));
    return;
  }
  const before = ordinals.length > 1 ? '' : turns[0]!.text;
  await change(open, {
    ordinals: turns.map((_, index) => first + index),
    takesTypingIn: turns.map(({ id }) => id),
    work: async (typed) => ({
      units: await call('turns.merge', { turnIds: turns.map(({ id }) => id), ...typed }),
      isThere: hasNot(turns[1]!.id),
    }),
    words: ['correcting.merged', { count: turns.length }],
    caret: { turn: first, at: before === '' ? 0 : before.length + 1 + selected.start },
  });
}

export function changeSpeaker(
  open: OpenTranscript,
  { ordinals, turns, selected }: TurnsMeant,
  speaker: SpeakerInput,
): Promise<boolean> {
  const turnIds = turns.map(({ id }) => id);
  return change(open, {
    ordinals: draftNow() && turnIds.includes(draftNow()!.turnId) ? ordinals : [],
    takesTypingIn: turnIds,
    work: async (typed) => {
      const units = await call('turns.changeSpeaker', { turnIds, speaker, ...typed });
      const { turns: before } = open.transcript;
      const isThere = ({ transcript }: OpenTranscript) => transcript.turns !== before;
      return { units, isThere };
    },
    words: ['correcting.speakerChanged', { count: turns.length }],
    caret: { turn: ordinals[0] ?? 0, at: selected.start },
  });
}

export function remove(
  open: OpenTranscript,
  { ordinals, turns }: TurnsMeant,
): Promise<boolean> {
  const [turn = 0] = ordinals;
  return change(open, {
    ordinals,
    work: async () => ({
      units: await call('turns.remove', { turnIds: turns.map(({ id }) => id) }),
      isThere: hasNot(turns[0]!.id),
    }),
    words: ['correcting.removed', { count: turns.length }],
    caret: { turn: Math.max(0, turn - 1), at: 0 },
  });
}

export function insert(
  open: OpenTranscript,
  input: Omit<Input<'turns.insert'>, 'transcriptId'>,
  ordinal: number,
): Promise<boolean> {
  return change(open, {
    ordinals: [],
    work: async () => {
      const transcriptId = open.transcript.id;
      const { id } = await call('turns.insert', { transcriptId, ...input });
      return { units: noUnits, isThere: has(id) };
    },
    words: ['correcting.inserted'],
    caret: { turn: ordinal, at: 0 },
  });
}

/** To the turn before go the selected words, else all before the caret; to the turn after, all after it. */
function wordsToMove({ text, selected }: TurnsMeant, way: -1 | 1) {
  if (selected.end > selected.start) return selected;
  return way === -1
    ? { start: 0, end: selected.start }
    : { start: selected.start, end: text.length };
}

function whyNotMoved({ text }: TurnsMeant, words: TextRange): WordKey | null {
  const moved = text.slice(words.start, words.end).trim();
  if (moved === '') return 'correcting.nothingToMove';
  return moved === text.trim() ? 'correcting.moveAll' : null;
}

/** The words of a turn as they stand, in the editor if it is there. */
function wordsNow({ id, text }: Turn): string {
  const draft = draftNow();
  return draft?.turnId === id ? draft.text : text;
}

export async function moveWords(open: OpenTranscript, way: -1 | 1): Promise<void> {
  const meant = turnsToChange(open);
  if (!meant) return;
  const { ordinals, first } = meant;
  const turn = ordinals[0] ?? 0;
  const to = open.transcript.turns[turn + way];
  const words = wordsToMove(meant, way);
  const refusal = whyNotMoved(meant, words);
  if (refusal || !to) {
    const noTurn = way === -1 ? 'correcting.noTurnBefore' : 'correcting.noTurnAfter';
    advise(open.say(to && refusal ? refusal : noTurn));
    return;
  }
  const at = way === -1 ? wordsNow(to).length : 0;
  await change(open, {
    ordinals: [turn, turn + way],
    takesTypingIn: [first.id, to.id],
    work: async (typed) => {
      const from = { turnId: first.id, start: words.start, end: words.end };
      const target = { turnId: to.id, at };
      const units = await call('turns.moveText', { from, to: target, ...typed });
      const isThere = ({ transcript }: OpenTranscript) =>
        transcript.turns.find(({ id }) => id === to.id)?.text !== to.text;
      return { units, isThere };
    },
    words: ['correcting.moved', { turn: to.label }],
    caret: { turn: turn + way, at },
  });
}

export function askToInsert(open: OpenTranscript, where: 'before' | 'after'): void {
  const meant = turnsToChange(open);
  if (!meant) return;
  const [turn = 0] = meant.ordinals;
  const ordinal = where === 'before' ? turn : turn + 1;
  askAboutTurn({
    kind: 'insert',
    after: open.transcript.turns[ordinal - 1]?.id ?? null,
    ordinal,
    where,
    label: meant.first.label,
  });
}

export function askAbout(open: OpenTranscript, kind: 'speaker' | 'remove'): void {
  const meant = turnsToChange(open);
  if (meant) askAboutTurn({ kind, meant });
}
