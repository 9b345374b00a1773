import { useEffect, useRef } from 'react';

import type { OpenTranscript } from '../openTranscript.ts';
import { draftNow, editorNow, followTyping, setEditor, type Draft } from './draft.ts';
import { partsOfDraft, type DraftPart } from './draftParts.ts';
import { openEditor } from './openEditor.ts';

export interface TurnEditorProps {
  readonly draft: Draft;
  readonly open: OpenTranscript;
  readonly latest: () => OpenTranscript;
  readonly label: string;
  readonly describedBy: string;
}

const nothing: readonly DraftPart[] = [];

/** The turn's words, to write in; its marks are where they would be if it were saved now. Comes in a chunk of its own, with Lexical. */
export function TurnEditor(props: TurnEditorProps) {
  const { draft, open, latest } = props;
  const ref = useRef<HTMLDivElement>(null);
  const begun = useRef(draft);
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    const { end, ...editor } = openEditor({
      root,
      selects: begun.current.opensAt,
      parts: () => {
        const now = draftNow();
        return now ? partsOfDraft(latest(), now) : nothing;
      },
      onTyped: followTyping,
    });
    setEditor(editor);
    editor.focus();
    return () => {
      setEditor(null);
      end();
    };
  }, [latest]);
  useEffect(() => {
    editorNow()?.redraw();
  }, [open, draft.base]);
  return (
    <div
      ref={ref}
      className="correcting-text read"
      data-keys="transcript"
      role="textbox"
      tabIndex={0}
      aria-multiline
      aria-label={props.label}
      aria-describedby={props.describedBy}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      lang={open.transcript.language}
    />
  );
}
