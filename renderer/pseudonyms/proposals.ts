import type { Identifier } from '../../shared/domain/identifier.ts';
import type { Say } from '../../shared/words/words.ts';

const isPersons = ({ kind }: Identifier) => kind === 'name' || kind === 'capitalised';

/** What may stand instead, the likeliest first; `say` in the language of the project, since it becomes part of its text. */
export function proposalsFor(identifier: Identifier, say: Say): readonly string[] {
  const { kind, pseudonym } = identifier;
  const others = isPersons(identifier)
    ? [
        say('pseudonyms.placeholder.name'),
        say('pseudonyms.placeholder.place'),
        say('pseudonyms.placeholder.organisation'),
      ]
    : [];
  const all = [pseudonym, say(`pseudonyms.placeholder.${kind}`), ...others];
  return [...new Set(all.filter((one) => one !== null))];
}
