import { assertNever } from '../../shared/assertNever.ts';
import { type ReactNode, useEffect, useState } from 'react';

import { useWords } from '../words.ts';
import { float, useFloating, type Floating } from './atSelection.ts';
import { focusText, placeInWindow, useCaret } from './caret.ts';
import { markSpans } from './marking.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { Button } from '../ui/Button.tsx';
import { SelectionToolbar } from './SelectionToolbar.tsx';
import { SetAsideReasons } from './SetAsideReasons.tsx';
import './floatingAtSelection.css';

export interface FloatingAtSelectionProps {
  readonly latest: () => OpenTranscript;
  readonly sheet: () => HTMLElement | null;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const widest = 340;

/** Just below the end of the selection, in the pixels of the sheet, so that it scrolls with the words. */
function placeBelow(sheet: HTMLElement | null): Place | null {
  const { selection } = useCaret.getState();
  const rect = selection && placeInWindow(selection.to, 'end');
  if (!rect || !sheet) return null;
  const origin = sheet.getBoundingClientRect();
  const x = Math.min(rect.left - origin.left, origin.width - widest);
  return { x: Math.max(8, x), y: rect.bottom - origin.top + 10 };
}

function OnlyModerator({
  latest,
  shown,
}: Pick<FloatingAtSelectionProps, 'latest'> & {
  readonly shown: Extract<Floating, { kind: 'onlyModerator' }>;
}) {
  const { say } = useWords();
  const close = () => {
    float(null);
    focusText();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in whatever of it has the focus
    <div
      className="at-selection-question"
      role="alertdialog"
      aria-label={say('transcript.onlyModerator')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <span>{say('transcript.onlyModerator')}</span>
      <Button
        size="small"
        kind="primary"
        autoFocus
        onPress={() => {
          focusText();
          void markSpans(latest(), shown.spans);
        }}
      >
        {say('transcript.markAnyway')}
      </Button>
      <Button size="small" onPress={close}>
        {say('transcript.leaveIt')}
      </Button>
    </div>
  );
}

function contentOf(
  shown: Floating,
  latest: FloatingAtSelectionProps['latest'],
): ReactNode {
  switch (shown.kind) {
    case 'toolbar':
      return <SelectionToolbar latest={latest} />;
    case 'onlyModerator':
      return <OnlyModerator latest={latest} shown={shown} />;
    case 'setAside':
      return <SetAsideReasons latest={latest} turnIds={shown.turnIds} />;
    default:
      return assertNever(shown);
  }
}

/** What floats beside the selected words: tools, a question, a list of reasons. One at a time. */
export function FloatingAtSelection({ latest, sheet }: FloatingAtSelectionProps) {
  const shown = useFloating((floating) => floating.shown);
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => setPlace(shown && placeBelow(sheet())), [shown, sheet]);
  useEffect(() => () => float(null), []);
  if (!shown || !place) return null;
  return (
    <div
      className="at-selection floating"
      style={{ insetInlineStart: place.x, insetBlockStart: place.y }}
    >
      {contentOf(shown, latest)}
    </div>
  );
}
