import { Ellipsis } from 'lucide-react';

import { runCommand } from '../../keys/commands.ts';
import type { CommandId } from '../../keys/keymap.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { useWords, wordsOf } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { editorNow } from './draft.ts';
import { cancelDraft, dropDraft, keepDraft } from './saving.ts';

export interface CorrectionBarProps {
  readonly open: OpenTranscript;
  readonly isSaving: boolean;
  /** Whether to throw away what was typed is being asked. */
  readonly isAsking: boolean;
  readonly onGoOn: () => void;
}

const more: readonly CommandId[] = [
  'turn.moveToPrevious',
  'turn.moveToNext',
  'turn.insertBefore',
  'turn.insertAfter',
  'turn.remove',
];

/** What was not caught goes in as transcribers write it, in the language of the transcript. */
function putInaudible({ transcript }: OpenTranscript): void {
  const { say } = wordsOf(transcript.language.startsWith('en') ? 'en' : 'sv');
  editorNow()?.insert(say('correcting.inaudible'));
}

function Discard({ open, onGoOn }: Pick<CorrectionBarProps, 'open' | 'onGoOn'>) {
  const { say } = useWords();
  return (
    <div
      className="correcting-buttons"
      role="alertdialog"
      aria-label={say('correcting.discard.question')}
    >
      <span>{say('correcting.discard.question')}</span>
      <Button size="small" autoFocus onPress={onGoOn}>
        {say('correcting.goOn')}
      </Button>
      <Button size="small" kind="danger" onPress={() => dropDraft(open)}>
        {say('correcting.discard')}
      </Button>
    </div>
  );
}

/** What can be done with the turn that is being corrected. */
export function CorrectionBar({ open, isSaving, isAsking, onGoOn }: CorrectionBarProps) {
  const { say } = useWords();
  if (isAsking) return <Discard open={open} onGoOn={onGoOn} />;
  const run = (id: CommandId) => () => void runCommand(id);
  return (
    <div className="correcting-buttons">
      <Button
        size="small"
        kind="primary"
        keys="Ctrl Enter"
        isBusy={isSaving}
        onPress={() => void keepDraft(open)}
      >
        {say('correcting.keep')}
      </Button>
      <Button size="small" keys="Esc" onPress={() => cancelDraft(open)}>
        {say('correcting.cancel')}
      </Button>
      <span className="correcting-gap" />
      <Button size="small" kind="quiet" onPress={run('turn.split')}>
        {say('correcting.split.here')}
      </Button>
      <Button size="small" kind="quiet" onPress={run('turn.merge')}>
        {say('correcting.merge.previous')}
      </Button>
      <Button size="small" kind="quiet" onPress={run('turn.speaker')}>
        {say('correcting.speaker.change')}
      </Button>
      <Button size="small" kind="quiet" onPress={() => putInaudible(open)}>
        {say('correcting.inaudible')}
      </Button>
      <MenuButton
        label={say('correcting.more')}
        icon={Ellipsis}
        isIconOnly
        entries={more.map((id) => ({
          id,
          words: say(`command.${id}`),
          onAction: run(id),
        }))}
      />
    </div>
  );
}
