import type { WordKey } from '../../shared/words/words.ts';

/** `<room>.<name>`, each with its words in the room `command`. */
export type CommandId = WordKey extends infer Key
  ? Key extends `command.${infer Id}`
    ? Id
    : never
  : never;

/** Where a key acts: the part of the window that holds the focus carries `data-keys`. */
export type KeyContext =
  | 'everywhere'
  | 'transcript'
  | 'questions'
  | 'table'
  | 'board'
  | 'tree'
  | 'list'
  | 'review'
  | 'history';

export interface KeyBinding {
  readonly id: CommandId;
  /** Keys as people write them: `Ctrl Shift Z`, `M`, `F6`, `Alt ↓`; `Ctrl` is ⌘ on macOS. Without any it is in menus and palette only. */
  readonly keys: readonly string[];
  readonly contexts: readonly KeyContext[];
}

const everywhere: readonly KeyContext[] = ['everywhere'];
const transcript: readonly KeyContext[] = ['transcript'];
const review: readonly KeyContext[] = ['review'];
const list: readonly KeyContext[] = ['list'];
const board: readonly KeyContext[] = ['board', 'tree'];

function bind(
  id: CommandId,
  keys: string | readonly string[],
  contexts: readonly KeyContext[],
): KeyBinding {
  return { id, keys: typeof keys === 'string' ? [keys] : keys, contexts };
}

/** The one table of keys (design.md 6.2): dispatcher, menus, tooltips, help and palette read it. */
export const keymap: readonly KeyBinding[] = [
  bind('palette.open', 'Ctrl K', everywhere),
  bind('steps.undo', 'Ctrl Z', everywhere),
  bind('steps.redo', ['Ctrl Shift Z', 'Ctrl Y'], everywhere),
  bind('place.words', 'Ctrl J', everywhere),
  bind('place.find', 'Ctrl F', everywhere),
  bind('go.search', 'Ctrl Shift F', everywhere),
  bind('find.next', 'F3', everywhere),
  bind('find.previous', 'Shift F3', everywhere),
  bind('place.nextPane', 'F6', everywhere),
  bind('place.previousPane', 'Shift F6', everywhere),
  bind('frame.inspector', 'F4', everywhere),
  bind('frame.navigation', 'F9', everywhere),
  bind('go.transcripts', 'Ctrl 1', everywhere),
  bind('go.analysisTable', 'Ctrl 2', everywhere),
  bind('go.grouping', 'Ctrl 3', everywhere),
  bind('go.themes', 'Ctrl 4', everywhere),
  bind('go.byQuestion', 'Ctrl 5', everywhere),
  bind('go.questions', [], everywhere),
  bind('go.overview', [], everywhere),
  bind('go.participants', [], everywhere),
  bind('go.review', [], everywhere),
  bind('go.pseudonyms', [], everywhere),
  bind('go.history', [], everywhere),
  bind('place.nextSibling', 'Alt PageDown', everywhere),
  bind('place.previousSibling', 'Alt PageUp', everywhere),
  bind('help.keys', ['F1', '?'], everywhere),
  bind('project.saved', 'Ctrl S', everywhere),
  bind('project.new', 'Ctrl N', everywhere),
  bind('project.open', 'Ctrl O', everywhere),
  bind('project.export', 'Ctrl P', everywhere),
  bind('project.example', [], everywhere),
  bind('project.import', [], everywhere),
  bind('project.saveCopy', [], everywhere),
  bind('project.takeInAnalysis', [], everywhere),
  bind('project.backups', [], everywhere),
  bind('project.close', [], everywhere),
  bind('analysts.change', [], everywhere),
  bind('go.settings', 'Ctrl ,', everywhere),
  bind('look.theme', [], everywhere),
  bind('text.larger', 'Ctrl +', everywhere),
  bind('text.smaller', 'Ctrl -', everywhere),
  bind('text.usual', 'Ctrl 0', everywhere),

  bind('import.readIn', 'Ctrl Enter', everywhere),

  bind('transcript.widen', 'V', transcript),
  bind('transcript.narrow', 'Shift V', transcript),
  bind('transcript.mark', 'M', transcript),
  bind('transcript.takeSelection', 'Shift M', transcript),
  bind('transcript.addSpan', '+', transcript),
  bind('transcript.moveEnds', 'B', transcript),
  bind('transcript.retire', 'Delete', transcript),
  bind('transcript.setAside', 'X', transcript),
  bind('transcript.nextTurn', 'Alt ↓', transcript),
  bind('transcript.previousTurn', 'Alt ↑', transcript),
  bind('transcript.nextUnit', '.', transcript),
  bind('transcript.previousUnit', ',', transcript),
  bind('transcript.nextLeft', 'O', transcript),
  bind('transcript.previousLeft', 'Shift O', transcript),
  bind('transcript.coveragePass', [], everywhere),
  bind('transcript.readingLog', [], everywhere),
  bind('transcript.newVersion', [], everywhere),
  bind('transcript.condense', 'Enter', transcript),
  bind('transcript.code', 'K', transcript),
  bind('transcript.latestCode', 'R', transcript),
  bind('transcript.star', 'S', transcript),
  bind('transcript.memo', 'N', transcript),
  bind('transcript.whereAmI', 'W', transcript),
  bind('transcript.correct', 'E', transcript),
  bind('turn.split', [], transcript),
  bind('turn.merge', [], transcript),
  bind('turn.speaker', [], transcript),
  bind('turn.moveToPrevious', [], transcript),
  bind('turn.moveToNext', [], transcript),
  bind('turn.insertBefore', [], transcript),
  bind('turn.insertAfter', [], transcript),
  bind('turn.remove', [], transcript),

  bind('transcript.replace', [], everywhere),

  bind('review.accept', 'Enter', review),
  bind('review.moveEnds', 'B', review),
  bind('review.pointOut', 'R', review),
  bind('review.retire', 'Delete', review),
  bind('review.acceptSmall', [], review),

  bind('search.mark', 'M', list),
  bind('search.markAll', 'Shift M', list),
  bind('search.widen', 'V', list),
  bind('search.narrow', 'Shift V', list),
  bind('transcript.turnQuestion', 'F', transcript),
  bind('transcript.questions', [], transcript),

  bind('byQuestion.nextGroup', 'G', transcript),
  bind('byQuestion.previousGroup', 'Shift G', transcript),
  bind('byQuestion.summary', 'C', transcript),
  bind('questions.accept', 'Y', ['questions']),
  bind('questions.reject', 'Backspace', ['questions']),
  bind('questions.choose', 'Enter', ['questions']),
  bind('questions.earlier', 'Alt ↑', ['questions']),
  bind('questions.later', 'Alt ↓', ['questions']),
  bind('transcript.removePassage', [], transcript),

  bind('board.moveTo', 'G', board),
  bind('board.newFromSelection', 'Shift G', board),
  bind('board.unplace', 'U', board),
  bind('board.rename', 'F2', board),
  bind('board.read', 'Enter', board),
  bind('board.expand', '+', board),
  bind('board.collapse', '-', board),
  bind('board.retire', 'Delete', board),
  bind('board.earlier', 'Alt ↑', board),
  bind('board.later', 'Alt ↓', board),
  bind('board.cut', 'Ctrl X', board),
  bind('board.paste', 'Ctrl V', board),
  bind('board.chooseColumn', 'Ctrl A', board),
  bind('board.new', [], board),
  bind('board.merge', [], board),
  bind('board.split', [], board),

  bind('sound.playPause', 'F8', everywhere),
  bind('sound.back', 'Shift F8', everywhere),
  bind('sound.setTime', 'Ctrl F8', everywhere),
  bind('sound.loopTurn', 'Ctrl Shift F8', everywhere),
  bind('sound.slower', 'Ctrl F7', everywhere),
  bind('sound.faster', 'Ctrl F9', everywhere),
  bind('sound.playHere', ['P', 'Ctrl Shift F9'], transcript),
  bind('sound.listened', 'H', transcript),
  bind('sound.playUnit', [], transcript),
  bind('sound.removeTime', [], transcript),
  bind('sound.link', [], everywhere),
  bind('sound.unlink', [], everywhere),
  bind('sound.shiftTimes', [], everywhere),
  bind('sound.check', [], everywhere),
  bind('identifiers.replace', 'Enter', list),
  bind('identifiers.leave', 'L', list),
  bind('identifiers.by', 'F2', list),
];

/** Command id → keys, where the person has chosen others than the table's. */
let chosen: Readonly<Record<string, string>> = {};

/** Lets hints beside words show the keys that the person has chosen. */
export function chooseKeys(keys: Readonly<Record<string, string>>): void {
  chosen = keys;
}

/** The keys of a command, for a hint beside its words; null when it has none. */
export function keysOf(id: string): string | null {
  const given = chosen[id] ?? keymap.find((binding) => binding.id === id)?.keys[0];
  return given === undefined || given === '' ? null : given;
}
