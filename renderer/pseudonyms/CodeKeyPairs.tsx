import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';

import type { CodeKeyPair } from '../../shared/domain/identifier.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';

export interface CodeKeyPairsProps {
  readonly pairs: readonly CodeKeyPair[];
  readonly isBusy: boolean;
  /** Writes the whole key; `words` are said when it is done. */
  readonly onSet: (pairs: readonly CodeKeyPair[], words: string) => Promise<void>;
}

/** Who is who. Each change is written to the file of the key at once. */
export function CodeKeyPairs({ pairs, isBusy, onSet }: CodeKeyPairsProps) {
  const { say } = useWords();
  const [realName, setRealName] = useState('');
  const [pseudonym, setPseudonym] = useState('');
  const [round, setRound] = useState(0);
  const first = useRef<HTMLInputElement>(null);
  const canAdd = realName.trim() !== '' && pseudonym.trim() !== '' && !isBusy;
  const add = async () => {
    if (!canAdd) return;
    const pair = { realName: realName.trim(), pseudonym: pseudonym.trim() };
    await onSet([...pairs, pair], say('pseudonyms.key.added'));
    setRealName('');
    setPseudonym('');
    setRound(round + 1);
    first.current?.focus();
  };
  return (
    <>
      {pairs.length === 0 ? (
        <p>{say('pseudonyms.key.none')}</p>
      ) : (
        <table className="code-key-pairs">
          <caption className="visually-hidden">{say('pseudonyms.key.pairs')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('pseudonyms.key.realName')}</th>
              <th scope="col">{say('pseudonyms.key.pseudonym')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('participants.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.realName} ${pair.pseudonym}`}>
                <td>{pair.realName}</td>
                <td>{pair.pseudonym}</td>
                <td>
                  <IconButton
                    icon={Trash2}
                    label={say('pseudonyms.key.remove', { name: pair.realName })}
                    onPress={() =>
                      void onSet(
                        pairs.filter((other) => other !== pair),
                        say('pseudonyms.key.removedPair'),
                      )
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="code-key-adding" key={round}>
        <TextField
          label={say('pseudonyms.key.realName')}
          value=""
          controlRef={first}
          onDraft={setRealName}
          onCommit={setRealName}
        />
        <TextField
          label={say('pseudonyms.key.pseudonym')}
          value=""
          onDraft={setPseudonym}
          onCommit={setPseudonym}
          onEnter={() => void add()}
        />
        <Button isBusy={isBusy} isDisabled={!canAdd} onPress={() => void add()}>
          {say('pseudonyms.key.add')}
        </Button>
      </div>
    </>
  );
}
