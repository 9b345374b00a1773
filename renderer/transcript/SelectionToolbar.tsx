import { EyeOff, Highlighter, ListPlus } from 'lucide-react';

import type { MouseEvent } from 'react';

import { usePlace } from '../place.ts';
import { useReviewing } from '../reviewing.ts';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import { addSpans, mark } from './marking.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { takePointedOut } from './reviewInText.ts';
import { setAside } from './settingAside.ts';

/** The commands that act on selected words, within reach of the pointer; pressing keeps the selection. */
export function SelectionToolbar({ latest }: { readonly latest: () => OpenTranscript }) {
  const { say } = useWords();
  const isPointingOut = useReviewing(({ inText }) => inText?.way === 'pointOut');
  const hasUnit = usePlace(({ selected }) => selected?.kind === 'unit');
  const tools = {
    className: 'at-selection-tools',
    role: 'toolbar',
    tabIndex: -1,
    'aria-label': say('transcript.tools'),
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
  if (isPointingOut)
    return (
      <div {...tools}>
        <Button
          size="small"
          kind="quiet"
          icon={Highlighter}
          keys="Enter"
          tabIndex={-1}
          onPress={() => void takePointedOut(latest())}
        >
          {say('review.pointingOut.take')}
        </Button>
      </div>
    );
  return (
    <div {...tools}>
      <Button
        size="small"
        kind="quiet"
        icon={Highlighter}
        keys="M"
        tabIndex={-1}
        onPress={() => mark(latest())}
      >
        {say('transcript.tool.mark')}
      </Button>
      {hasUnit && (
        <Button
          size="small"
          kind="quiet"
          icon={ListPlus}
          keys="+"
          tabIndex={-1}
          onPress={() => void addSpans(latest())}
        >
          {say('transcript.tool.add')}
        </Button>
      )}
      <Button
        size="small"
        kind="quiet"
        icon={EyeOff}
        keys="X"
        tabIndex={-1}
        onPress={() => setAside(latest())}
      >
        {say('transcript.tool.aside')}
      </Button>
    </div>
  );
}
