import { Pencil, Trash2 } from 'lucide-react';
import { type RefObject, useState } from 'react';

import type { Input } from '../../shared/api.ts';
import type { Memo } from '../../shared/domain/theme.ts';
import { useAct, useApi } from '../api.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { given } from '../ui/given.ts';
import { sayProblem, sayWhen, useWords } from '../words.ts';
import './Memos.css';

export interface MemosProps {
  readonly about: Input<'memos.about'>;
  readonly isReadOnly?: boolean;
  /** The field for a new memo. */
  readonly controlRef?: RefObject<HTMLTextAreaElement | null>;
  readonly onCtrlEnter?: () => void;
}

interface WrittenMemoProps extends MemosProps {
  readonly memo: Memo;
}

/** One memo with its author and date, to change or remove in place. */
export function WrittenMemo({ memo, about, isReadOnly }: WrittenMemoProps) {
  const { say, language } = useWords();
  const [isEdited, setIsEdited] = useState(false);
  const write = useAct('memos.write');
  const remove = useAct('memos.remove');
  const problem = write.problem ?? remove.problem;
  return (
    <li className="memo">
      {isEdited ? (
        <TextArea
          label={say('inspector.memo.edit')}
          isLabelHidden
          autoFocus
          value={memo.text}
          onCommit={(text) =>
            void write.act({ ...about, memoId: memo.id, text }).catch(() => {})
          }
          onCtrlEnter={() => setIsEdited(false)}
          {...given({ error: problem ? sayProblem(say, problem) : undefined })}
        />
      ) : (
        <p className="memo-words">{memo.text}</p>
      )}
      <p className="memo-facts">
        <span>
          {memo.author && `${memo.author}, `}
          {sayWhen(language, memo.createdAt)}
        </span>
        {!isReadOnly && (
          <span className="memo-acts">
            <IconButton
              icon={Pencil}
              label={say(isEdited ? 'inspector.memo.done' : 'inspector.memo.edit')}
              isPressed={isEdited}
              onPress={() => setIsEdited(!isEdited)}
            />
            <IconButton
              icon={Trash2}
              label={say('inspector.memo.remove')}
              onPress={() => void remove.act({ memoId: memo.id }).catch(() => {})}
            />
          </span>
        )}
      </p>
    </li>
  );
}

const noMemos: readonly Memo[] = [];

/** The notes about one thing, with a field for another. */
export function Memos(props: MemosProps) {
  const { about, isReadOnly, controlRef, onCtrlEnter } = props;
  const { say } = useWords();
  const memos: readonly Memo[] = useApi('memos.about', about).data ?? noMemos;
  const write = useAct('memos.write');
  return (
    <div className="memos">
      {memos.length > 0 && (
        <ul className="memo-list" aria-label={say('inspector.memos')}>
          {memos.map((memo) => (
            <WrittenMemo key={memo.id} {...props} memo={memo} />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <TextArea
          key={memos.length}
          label={say('inspector.memo.new')}
          rows={2}
          value=""
          placeholder={say('inspector.memo.placeholder')}
          onCommit={(text) =>
            text.trim() !== '' &&
            void write.act({ ...about, text: text.trim() }).catch(() => {})
          }
          {...given({
            controlRef,
            onCtrlEnter,
            error: write.problem ? sayProblem(say, write.problem) : undefined,
          })}
        />
      )}
    </div>
  );
}
