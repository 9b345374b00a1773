import { ArrowDown, ArrowUp, Ellipsis, EyeOff, Plus, Trash2 } from 'lucide-react';

import { useAct } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useWords } from '../words.ts';
import type { GuideRowProps } from './GuideRow.tsx';

/** Everything that can be done to a question besides its words. */
export function QuestionMenu(
  props: GuideRowProps & { readonly move: (direction: 1 | -1) => void },
) {
  const { question, all, version, versionId, move, onAddAfter } = props;
  const { say } = useWords();
  const remove = useAct('questions.remove');
  const leaveOut = useAct('questions.leaveOut');
  const { number: n, id: questionId } = question;
  const leftOut: MenuEntry = {
    id: 'leaveOut',
    icon: EyeOff,
    words: say('questions.leaveOut', { n, version: version ?? 1 }),
    onAction: () =>
      void leaveOut
        .act({ questionId, versionId })
        .then(() => announce(say('questions.leftOut', { n, version: version ?? 1 })))
        .catch(() => {}),
  };
  return (
    <MenuButton
      label={say('questions.menu', { n })}
      icon={Ellipsis}
      isIconOnly
      entries={[
        {
          id: 'add',
          icon: Plus,
          words: say('questions.newAfter', { n }),
          onAction: () => onAddAfter(question),
        },
        {
          id: 'earlier',
          icon: ArrowUp,
          words: say('questions.earlier', { n }),
          keys: 'Alt ↑',
          isDisabled: n === 1,
          onAction: () => move(-1),
        },
        {
          id: 'later',
          icon: ArrowDown,
          words: say('questions.later', { n }),
          keys: 'Alt ↓',
          isDisabled: n === all.length,
          onAction: () => move(1),
        },
        ...(version === null ? [] : [leftOut]),
        {
          id: 'remove',
          icon: Trash2,
          words: say('questions.remove', { n }),
          onAction: () =>
            void remove
              .act({ questionId })
              .then(({ turns }) => announce(say('questions.removed', { count: turns })))
              .catch(() => {}),
        },
      ]}
    />
  );
}
