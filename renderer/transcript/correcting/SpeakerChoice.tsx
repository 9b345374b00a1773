import { useCallback } from 'react';

import type { Speaker, Transcript } from '../../../shared/domain/transcript.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { given } from '../../ui/given.ts';
import { useWords } from '../../words.ts';
import type { SpeakerInput } from './turnActs.ts';

export interface SpeakerChoiceProps {
  readonly label: string;
  readonly transcript: Transcript;
  /** Who speaks now, offered first; undefined where nobody does yet. */
  readonly now?: Speaker['id'] | null;
  readonly chosen?: SpeakerInput | null;
  readonly onChoose: (speaker: SpeakerInput) => void;
  readonly onRemove?: () => void;
  readonly autoFocus?: boolean;
}

const folded = (text: string) => text.toLocaleLowerCase('sv');

const keyOf = (speaker: SpeakerInput) =>
  'label' in speaker ? `new ${speaker.label}` : String(speaker.speakerId);

/** A speaker of the transcript, nobody, or a new one whose label is typed. */
export function SpeakerChoice(props: SpeakerChoiceProps) {
  const { transcript, now, chosen, onChoose } = props;
  const { say } = useWords();
  const { speakers } = transcript;
  const textOf = (choice: SpeakerInput) => {
    if ('label' in choice) return choice.label;
    const speaker = speakers.find(({ id }) => id === choice.speakerId);
    const label = speaker?.label ?? say('correcting.who.nobody');
    return now !== undefined && choice.speakerId === now
      ? say('correcting.who.same', { speaker: label })
      : label;
  };
  const search = useCallback(
    (typed: string): readonly SpeakerInput[] => {
      const found = speakers.filter(({ label }) => folded(label).includes(folded(typed)));
      const first = found.filter(({ id }) => id === now);
      const others = found.filter(({ id }) => id !== now);
      return [
        ...[...first, ...others].map(({ id }) => ({ speakerId: id })),
        ...(typed === '' ? [{ speakerId: null }] : []),
      ];
    },
    [speakers, now],
  );
  return (
    <ComboBox<SpeakerInput>
      label={props.label}
      search={search}
      idOf={keyOf}
      textOf={textOf}
      onChoose={onChoose}
      {...given({ chosen: chosen ? [chosen] : undefined, onRemove: props.onRemove })}
      create={{
        words: (typed) => say('correcting.who.new', { typed }),
        onCreate: (typed) => onChoose({ label: typed.trim() }),
        isOffered: (typed) =>
          typed.trim() !== '' &&
          !speakers.some(({ label }) => folded(label) === folded(typed.trim())),
      }}
      words={{
        more: (count) => say('correcting.who.more', { count }),
        none: (typed) => say('correcting.who.none', { typed }),
        found: (count) => say('correcting.who.found', { count }),
        remove: (speaker) => say('correcting.who.remove', { speaker }),
      }}
      placeholder={say('correcting.who.placeholder')}
      autoFocus={props.autoFocus ?? false}
    />
  );
}
