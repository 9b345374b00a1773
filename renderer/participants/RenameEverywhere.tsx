import { useState } from 'react';

import type { Speaker } from '../../shared/domain/transcript.ts';
import { useAct, useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';

/** One label for a speaker in all transcripts where it is the same person; others of the label can be chosen too. */
export function RenameEverywhere(props: {
  readonly speaker: Speaker;
  readonly onClose: () => void;
}) {
  const { speaker, onClose } = props;
  const { say } = useWords();
  const rename = useAct('speakers.renameEverywhere');
  const [label, setLabel] = useState(speaker.label);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const wanted = label.normalize('NFC').trim();
  const alike =
    useApi(
      'speakers.alike',
      { speakerId: speaker.id, label: wanted },
      { keepPrevious: true },
    ).data ?? [];
  const isChosen = (one: (typeof alike)[number]) =>
    !one.isTaken && one.isSame !== turned.has(one.speakerId);
  const chosen = alike.filter(isChosen);
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const act = () =>
    void rename
      .act({ speakerIds: chosen.map(({ speakerId }) => speakerId), label: wanted })
      .then(() => {
        announce(say('people.rename.done', { label: wanted }));
        onClose();
      })
      .catch(() => {});
  const canRename = chosen.length > 0 && wanted !== '';
  return (
    <Dialog
      title={say('people.rename.title', { label: speaker.label })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('people.cancel')}</Button>
          <Button kind="primary" isDisabled={!canRename} onPress={act}>
            {say('people.rename.do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <TextField
        label={say('people.rename.label')}
        value={speaker.label}
        autoFocus
        error={rename.problem && sayProblem(say, rename.problem)}
        onDraft={setLabel}
        onCommit={setLabel}
        onEnter={() => canRename && act()}
      />
      <fieldset className="people-fieldset">
        <legend>{say('people.rename.where')}</legend>
        {alike.map((one) => (
          <div key={one.speakerId}>
            <Checkbox
              isChecked={isChosen(one)}
              isDisabled={one.isTaken}
              onChange={() => turn(one.speakerId)}
            >
              {say('people.rename.row', {
                transcript: one.transcript,
                label: one.label,
                who: one.pseudonym ?? say(`import.role.${one.role}`),
                count: one.turns,
              })}
            </Checkbox>
            {one.isTaken && <p className="type-s ink-2">{say('people.rename.taken')}</p>}
          </div>
        ))}
      </fieldset>
    </Dialog>
  );
}
