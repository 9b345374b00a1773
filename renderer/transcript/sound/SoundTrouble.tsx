import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';

import type { TranscriptId } from '../../../shared/domain/ids.ts';
import type { Sound, SoundPlace } from '../../../shared/domain/sound.ts';
import { folderOf, fileNameOf } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../words.ts';
import {
  findSound,
  linkSound,
  linkSoundAt,
  searchSound,
  unlinkSound,
} from './linkSound.ts';

export interface SoundTroubleProps {
  readonly transcriptId: TranscriptId;
  readonly sound: Sound;
  /** `here` when it is there but this browser cannot play it. */
  readonly place: SoundPlace;
  readonly isReadOnly: boolean;
}

/** Why the sound cannot be played, and the ways out. */
export function SoundTrouble(props: SoundTroubleProps) {
  const { transcriptId, sound, place, isReadOnly } = props;
  const { say } = useWords();
  const [other, setOther] = useState<string | null>(null);
  const [isNowhere, setIsNowhere] = useState(false);
  const file = sound.fileName;
  const isHere = place.state === 'here';

  const sentence = () => {
    if (other !== null)
      return say('problem.sound.different', { file: fileNameOf(other), linked: file });
    if (place.state === 'here') return say('sound.unplayable', { file });
    if (place.state === 'changed') return say('sound.exchanged', { file: place.path });
    if (isNowhere) return say('sound.nowhere', { file });
    return place.path === null
      ? say('sound.neverHere', { file })
      : say('sound.moved', { file, folder: folderOf(place.path) });
  };
  return (
    <div className="sound-trouble">
      <Icon of={TriangleAlert} />
      <p role="status">{sentence()}</p>
      {!isHere && (
        <>
          {!isNowhere && other === null && (
            <Button
              onPress={() => void searchSound(sound.id).then((it) => setIsNowhere(!it))}
            >
              {say('sound.search')}
            </Button>
          )}
          <Button onPress={() => void findSound(sound.id, say).then(setOther)}>
            {say('sound.pointOut')}
          </Button>
        </>
      )}
      {other !== null && !isReadOnly && (
        <Button onPress={() => void linkSoundAt(transcriptId, other, say)}>
          {say('sound.linkThis')}
        </Button>
      )}
      {isHere && !isReadOnly && (
        <Button onPress={() => void linkSound(transcriptId, say)}>
          {say('sound.linkOther')}
        </Button>
      )}
      {!isReadOnly && (
        <Button kind="quiet" onPress={() => void unlinkSound(transcriptId, say)}>
          {say('command.sound.unlink')}
        </Button>
      )}
    </div>
  );
}
