import { useState } from 'react';

import { call, useApi } from '../api.ts';
import { chooseToOpen, chooseToSave } from '../chooseFiles.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { CodeKeyPairs } from './CodeKeyPairs.tsx';
import { useAttempt } from './useAttempt.ts';

const ending = '.kodnyckel';
const shortest = 12;

type Way = 'open' | 'create';

function useWays(passphrase: string) {
  const { say } = useWords();
  return {
    open: async () => {
      const [path] = await chooseToOpen({
        title: say('pseudonyms.key.open.title'),
        endings: [ending],
      });
      return path === undefined ? null : call('codeKey.open', { path, passphrase });
    },
    create: async () => {
      const place = await chooseToSave({
        title: say('pseudonyms.key.create.title'),
        verb: say('pseudonyms.key.create.verb'),
        endings: [ending],
        proposed: `${say('pseudonyms.key.proposed')}${ending}`,
      });
      return place && call('codeKey.create', { ...place, passphrase });
    },
  };
}

function useFaults(way: Way, passphrase: string, again: string) {
  const { say } = useWords();
  if (passphrase === '') return { first: say('pseudonyms.key.passphrase.missing') };
  if (way === 'open') return {};
  if (passphrase.length < shortest)
    return { first: say('pseudonyms.key.passphrase.short') };
  return passphrase === again ? {} : { second: say('pseudonyms.key.passphrase.differs') };
}

function Closed({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [way, setWay] = useState<Way>('open');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, problem, attempt } = useAttempt();
  const ways = useWays(passphrase);
  const faults: { first?: string; second?: string } = useFaults(way, passphrase, again);
  const go = () => {
    setHasTried(true);
    if (faults.first === undefined && faults.second === undefined)
      void attempt(ways[way], say('pseudonyms.key.opened'));
  };
  return (
    <Dialog
      title={say('pseudonyms.key')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isBusy={isBusy} onPress={go}>
            {say(`pseudonyms.key.${way}`)}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <p>{say('pseudonyms.key.sentence')}</p>
      <div>
        <Segmented
          label={say('pseudonyms.key.way')}
          value={way}
          onChange={(chosen) => {
            setWay(chosen);
            setHasTried(false);
          }}
          choices={(['open', 'create'] as const).map((value) => ({
            value,
            words: say(`pseudonyms.key.way.${value}`),
          }))}
        />
      </div>
      <TextField
        label={say('pseudonyms.key.passphrase')}
        type="password"
        value=""
        autoFocus
        error={hasTried && faults.first}
        hint={way === 'create' ? say('pseudonyms.key.passphrase.hint') : undefined}
        onDraft={setPassphrase}
        onCommit={setPassphrase}
      />
      {way === 'create' && (
        <TextField
          label={say('pseudonyms.key.passphrase.again')}
          type="password"
          value=""
          error={hasTried && faults.second}
          onDraft={setAgain}
          onCommit={setAgain}
        />
      )}
    </Dialog>
  );
}

/** Opens, makes and edits the code key: a file of its own that is never part of the project (rulings 16). */
export function CodeKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const key = useApi('codeKey.state', {}).data;
  const { isBusy, problem, attempt } = useAttempt();
  if (key === undefined) return null;
  if (key === null) return <Closed onClose={onClose} />;
  return (
    <Dialog
      title={say('pseudonyms.key.isOpen')}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() =>
              void attempt(() => call('codeKey.close', {}), say('pseudonyms.key.closed'))
            }
          >
            {say('pseudonyms.key.close')}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {say('pseudonyms.key.done')}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <p className="ink-2">{say('pseudonyms.key.file', { path: key.path })}</p>
      <CodeKeyPairs
        pairs={key.pairs}
        isBusy={isBusy}
        onSet={(pairs, words) =>
          attempt(() => call('codeKey.set', { pairs: [...pairs] }), words)
        }
      />
    </Dialog>
  );
}
