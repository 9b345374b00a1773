import { useState } from 'react';

import type { OldWordsFacts } from '../../shared/domain/identifier.ts';
import { useAct, useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';

interface Props {
  readonly facts: OldWordsFacts;
  readonly title: string;
  readonly onClose: () => void;
  /** Something has been erased. */
  readonly onErased: () => void;
}

function Replaced({ replaced }: Pick<OldWordsFacts, 'replaced'>) {
  const { say, language } = useWords();
  if (replaced.length === 0) return null;
  return (
    <>
      <p>{say('pseudonyms.oldWords.replaced')}</p>
      <ul className="old-words-counts">
        {replaced.map(({ kind, places }) => (
          <li key={kind}>
            {say('pseudonyms.oldWords.replacedOf', {
              kind: say(`pseudonyms.kind.${kind}`),
              places: say('pseudonyms.places', {
                count: places,
                n: sayNumber(language, places),
              }),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The last step: erasing cannot be undone, so it is said in numbers and confirmed by typing. */
export function ForgetOldWords({ facts, title, onClose, onErased }: Props) {
  const { say, language } = useWords();
  const forget = useAct('identifiers.forgetOldWords');
  const backups = useApi('backups.list', {}).data?.length ?? 0;
  const [typed, setTyped] = useState('');
  const erase = () =>
    void forget
      .act({ typed })
      .then(() => {
        announce(say('pseudonyms.oldWords.erased'));
        onErased();
      })
      .catch(() => {});
  return (
    <Dialog
      title={say('pseudonyms.oldWords.title')}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('pseudonyms.oldWords.keep')}
          </Button>
          <Button
            kind="danger"
            isBusy={forget.isPending}
            isDisabled={typed.normalize('NFC').trim() !== title.trim()}
            onPress={erase}
          >
            {say('pseudonyms.oldWords.erase')}
          </Button>
        </>
      }
    >
      <Replaced replaced={facts.replaced} />
      <p>
        {say('pseudonyms.oldWords.what', {
          count: facts.steps,
          n: sayNumber(language, facts.steps),
        })}
      </p>
      <p>{say('pseudonyms.oldWords.backups', { count: backups })}</p>
      <p className="ink-2">{say('pseudonyms.oldWords.copies')}</p>
      <TextField
        label={say('pseudonyms.oldWords.type', { title })}
        value=""
        error={forget.problem && sayProblem(say, forget.problem)}
        onDraft={setTyped}
        onCommit={setTyped}
      />
    </Dialog>
  );
}
