import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  createEditor,
  HISTORY_MERGE_TAG,
  KEY_TAB_COMMAND,
  PASTE_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';

import { enteredText } from '../../../shared/domain/text.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import { undoOfEditor } from '../../keys/pressed.ts';
import type { DraftEditor } from './draft.ts';
import {
  $draftText,
  $holds,
  $lay,
  $selectedOffsets,
  $selectOffsets,
  MarkedWordsNode,
} from './draftNodes.ts';
import type { DraftPart } from './draftParts.ts';

export interface EditorOptions {
  readonly root: HTMLElement;
  readonly selects: TextRange;
  /** What is to stand in the editor now. */
  readonly parts: () => readonly DraftPart[];
  /** Something was typed, pasted, deleted or undone; returns the text as it will be stored. */
  readonly onTyped: (text: string, caret: number) => string;
}

/** Typing within so many milliseconds is undone together. */
const undoneTogether = 800;

const plain = (text: string): readonly DraftPart[] =>
  text
    .split('\n')
    .flatMap((line, index): readonly DraftPart[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'words', text: line, mark: null } as const]),
    ]);

type Offsets = readonly [anchor: number, focus: number];

/** Puts text where the selection is; the one way in for all that is not typed. */
function $put(text: string, [anchor, focus]: Offsets): void {
  const [start, end] = [Math.min(anchor, focus), Math.max(anchor, focus)];
  const before = $draftText();
  $lay(plain(before.slice(0, start) + text + before.slice(end)));
  $selectOffsets(start + text.length);
}

/** Draws the marks where they belong now, in the same step of the editor's undo as what moved them. */
function drawMarks(editor: LexicalEditor, options: EditorOptions): void {
  const parts = options.parts();
  if (editor.getEditorState().read(() => $holds(parts))) return;
  const hasFocus = document.activeElement === options.root;
  editor.update(() => $lay(parts), {
    discrete: true,
    tag: hasFocus ? HISTORY_MERGE_TAG : [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG],
  });
}

/** What was typed is written as it will be stored: a letter and the mark typed after it are one. */
function writeAsStored(editor: LexicalEditor, stored: string): void {
  editor.update(
    () => {
      const [, focus] = $selectedOffsets() ?? [0, 0];
      const shrunk = $draftText().length - stored.length;
      $lay(plain(stored));
      $selectOffsets(Math.max(0, Math.min(stored.length, focus - shrunk)));
    },
    { tag: HISTORY_MERGE_TAG },
  );
}

/** Keeps the draft in step with the editor; what is given back does so at once. */
function followTyping(
  editor: LexicalEditor,
  options: EditorOptions,
): { readonly end: () => void; readonly settle: () => void } {
  let known = editor.getEditorState().read($draftText);
  let stored = known;
  const settle = () => {
    // A composition is left alone until it has ended.
    if (editor.isComposing()) return;
    if (stored === known) drawMarks(editor, options);
    else writeAsStored(editor, stored);
  };
  const end = editor.registerUpdateListener(({ editorState }) => {
    const { text, caret } = editorState.read(() => ({
      text: $draftText(),
      caret: $selectedOffsets()?.[1] ?? -1,
    }));
    if (text !== known) {
      known = text;
      stored = options.onTyped(text, caret);
    }
    settle();
  });
  return { end, settle };
}

/** What is selected, also while the focus is in the palette or a dialog: the editor forgets it then. */
function rememberSelection(editor: LexicalEditor, root: HTMLElement, first: Offsets) {
  let known = first;
  const now = () => editor.getEditorState().read($selectedOffsets);
  const $now = () => $selectedOffsets() ?? known;
  const stop = editor.registerUpdateListener(({ editorState }) => {
    known = editorState.read($selectedOffsets) ?? known;
  });
  let isPointedAt = false;
  const onPointer = (event: Event) => {
    isPointedAt = event.type === 'pointerdown';
  };
  // The browser puts its caret at the beginning when the focus comes back from a dialog.
  const onFocus = () => {
    const before = known;
    if (!isPointedAt) editor.update(() => $selectOffsets(...before), { discrete: true });
  };
  root.addEventListener('pointerdown', onPointer);
  document.addEventListener('pointerup', onPointer);
  root.addEventListener('focus', onFocus);
  return {
    $now,
    range: (): TextRange => {
      const [anchor, focus] = now() ?? known;
      return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
    },
    end: () => {
      stop();
      root.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('pointerup', onPointer);
      root.removeEventListener('focus', onFocus);
    },
  };
}

/** Tells by the element whether undoing and doing again are the editor's own, or the project's (`hasUnsavedTyping`). */
function tellHistory(editor: LexicalEditor, root: HTMLElement): readonly (() => void)[] {
  const can = { undo: false, redo: false };
  const tell = (way: keyof typeof can) => (isPossible: boolean) => {
    can[way] = isPossible;
    root.dataset['hasHistory'] = String(can.undo || can.redo);
    return false;
  };
  root.dataset['hasHistory'] = 'false';
  const undo = () => editor.dispatchCommand(UNDO_COMMAND, undefined);
  root.addEventListener(undoOfEditor, undo);
  return [
    () => root.removeEventListener(undoOfEditor, undo),
    editor.registerCommand(CAN_UNDO_COMMAND, tell('undo'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CAN_REDO_COMMAND, tell('redo'), COMMAND_PRIORITY_EDITOR),
  ];
}

function pastesPlainText(editor: LexicalEditor, $now: () => Offsets): () => void {
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = 'clipboardData' in event ? event.clipboardData : null;
      const text = enteredText(data?.getData('text/plain') ?? '');
      event.preventDefault();
      if (text !== '') editor.update(() => $put(text, $now()));
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

/** A Lexical editor of one turn on an element of the page; call `end` when it goes. */
export function openEditor(
  options: EditorOptions,
): DraftEditor & { readonly end: () => void } {
  const { root, selects } = options;
  const editor = createEditor({
    namespace: 'turn',
    nodes: [MarkedWordsNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  editor.update(
    () => {
      $lay(options.parts());
      $selectOffsets(selects.start, selects.end);
    },
    { discrete: true, tag: HISTORY_MERGE_TAG },
  );
  const { end: stopFollowing, settle } = followTyping(editor, options);
  const selected = rememberSelection(editor, root, [selects.start, selects.end]);
  const onCompositionEnd = () => setTimeout(settle);
  root.addEventListener('compositionend', onCompositionEnd);
  const ends = [
    ...tellHistory(editor, root),
    registerPlainText(editor),
    registerHistory(editor, createEmptyHistoryState(), undoneTogether),
    pastesPlainText(editor, selected.$now),
    // Tab goes on to the buttons, as from any field.
    editor.registerCommand(KEY_TAB_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    stopFollowing,
    selected.end,
  ];
  return {
    selection: selected.range,
    focus: () => editor.focus(),
    insert: (text) => {
      editor.update(() => $put(text, selected.$now()));
      editor.focus();
    },
    redraw: settle,
    end: () => {
      root.removeEventListener('compositionend', onCompositionEnd);
      for (const end of ends) end();
      editor.setRootElement(null);
    },
  };
}
