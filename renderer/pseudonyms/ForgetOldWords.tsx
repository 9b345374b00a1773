import type { OldWordsFacts } from '../../shared/domain/identifier.ts';
import { call, useApi } from '../api.ts';
import { EraseForGood } from '../EraseForGood.tsx';
import { sayNumber, useWords } from '../words.ts';

interface Props {
  readonly facts: OldWordsFacts;
  readonly title: string;
  readonly onClose: () => void;
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

/** The last step of pseudonymising: what was replaced goes from the history too. */
export function ForgetOldWords({ facts, title, onClose }: Props) {
  const { say, language } = useWords();
  const backups = useApi('backups.list', {}).data?.length ?? 0;
  return (
    <EraseForGood
      title={say('pseudonyms.oldWords.title')}
      expected={title}
      typeWords={say('pseudonyms.oldWords.type', { title })}
      keepWords={say('pseudonyms.oldWords.keep')}
      eraseWords={say('pseudonyms.oldWords.erase')}
      erasedWords={say('pseudonyms.oldWords.erased')}
      erase={(typed) => call('identifiers.forgetOldWords', { typed })}
      onClose={onClose}
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
    </EraseForGood>
  );
}
