import type { Transcript } from '../../../shared/domain/transcript.ts';
import { useApi } from '../../api.ts';
import { runCommand } from '../../keys/commands.ts';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { useWords } from '../../words.ts';

/** What the menu of an open transcript offers about its sound; only what can be done just now. */
export function useSoundEntries(
  { id: transcriptId, turns }: Transcript,
  isReadOnly: boolean,
): readonly MenuEntry[] {
  const { say } = useWords();
  const hasSound = !!useApi('listening.read', { transcriptId }).data?.sound;
  if (isReadOnly) return [];
  const hasTimes = turns.some(({ startMs }) => startMs !== null);
  const entry = (
    id: 'sound.link' | 'sound.unlink' | 'sound.shiftTimes' | 'sound.check',
  ): MenuEntry => ({
    id,
    words:
      hasSound && id === 'sound.link' ? say('sound.linkOther') : say(`command.${id}`),
    onAction: () => void runCommand(id),
  });
  return [
    { id: 'beforeSound', separator: true },
    entry('sound.link'),
    ...(hasSound ? [entry('sound.unlink')] : []),
    ...(hasTimes ? [entry('sound.shiftTimes')] : []),
    entry('sound.check'),
    { id: 'afterSound', separator: true },
  ];
}
