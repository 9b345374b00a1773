import { useMemo } from 'react';

import { speakerRoles } from '../../shared/domain/transcript.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import { useApi } from '../api.ts';
import { nameSearch } from '../pickers/nameSearch.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { sayNumber, useWords } from '../words.ts';
import {
  attributeChoice,
  chosenOf,
  type FilterName,
  outsideGuide,
  withoutOne,
  withOne,
} from './searchFilters.ts';
import { searchFor, useSearchState } from '../searchState.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly fact?: string;
}

interface Kind {
  readonly name: FilterName;
  readonly label: string;
  readonly choices: readonly Choice[];
}

type KindWord =
  'transcript' | 'speaker' | 'role' | 'participant' | 'attribute' | 'question' | 'code';

const nothing: readonly never[] = [];

/** How many of the material's turns, units or people a choice stands for. */
function useFacts() {
  const { say, language } = useWords();
  return useMemo(() => {
    const fact = (what: 'turns' | 'units' | 'people') => (count: number) =>
      say(`search.filter.${what}`, { count, n: sayNumber(language, count) });
    return { turns: fact('turns'), units: fact('units'), people: fact('people') };
  }, [say, language]);
}

/** Every value that somebody has, of every attribute. */
function useValues(): readonly Choice[] {
  const words = useWords();
  const { people } = useFacts();
  const attributes = useApi('attributes.list', {}).data ?? nothing;
  return useMemo(
    () =>
      attributes.flatMap((attribute) =>
        attribute.used.map(({ value, count }) => ({
          id: attributeChoice({ attributeId: attribute.id, value }),
          name: words.say('search.filter.is', {
            filter: attribute.name,
            value: attributeWords(words, attribute, value),
          }),
          fact: people(count),
        })),
      ),
    [attributes, words, people],
  );
}

/** The questions of the guide in its order, and what is outside it. */
function useQuestions(): readonly Choice[] {
  const { say } = useWords();
  const { turns } = useFacts();
  const questions = useApi('guide.read', {}).data?.questions ?? nothing;
  return useMemo(() => {
    const asked = questions.map((one) => ({
      id: one.id,
      name: `${one.number}. ${one.text}`,
      fact: turns(one.turns),
    }));
    const outside = { id: outsideGuide, name: say('search.filter.outside') };
    return asked.length === 0 ? [] : [...asked, outside];
  }, [questions, say, turns]);
}

/** What can be filtered by, with what there is to choose among: another filter is another entry here. */
function useKinds(): readonly Kind[] {
  const { say } = useWords();
  const { turns, units } = useFacts();
  const transcripts = useApi('transcripts.list', {}).data ?? nothing;
  const speakers = useApi('speakers.heard', {}).data ?? nothing;
  const people = useApi('participants.list', {}).data ?? nothing;
  const codes = useApi('codes.list', {}).data ?? nothing;
  const values = useValues();
  const questions = useQuestions();
  return useMemo(() => {
    const kind = (name: FilterName, word: KindWord, choices: readonly Choice[]) => ({
      name,
      label: say(`search.filter.${word}`),
      choices,
    });
    return [
      kind(
        'transcriptIds',
        'transcript',
        transcripts.map((one) => ({ ...one, fact: turns(one.turns) })),
      ),
      kind(
        'speakers',
        'speaker',
        speakers.map(({ label, turns: count }) => ({
          id: label,
          name: label,
          fact: turns(count),
        })),
      ),
      kind(
        'roles',
        'role',
        speakerRoles.map((id) => ({ id, name: say(`search.role.${id}`) })),
      ),
      kind(
        'participantIds',
        'participant',
        people.map((one) => ({
          id: one.id,
          name: one.pseudonym,
          fact: turns(one.turns),
        })),
      ),
      kind('attributes', 'attribute', values),
      kind('questionIds', 'question', questions),
      kind(
        'codeIds',
        'code',
        codes.map(({ id, name, support }) => ({ id, name, fact: units(support.units) })),
      ),
    ];
  }, [say, turns, units, transcripts, speakers, people, values, questions, codes]);
}

function FilterPicker({
  kind,
  filter,
}: {
  readonly kind: Kind;
  readonly filter: SearchFilter;
}) {
  const { say } = useWords();
  const { choices, label, name } = kind;
  const search = useMemo(
    () => nameSearch(choices.map((item) => ({ item, name: item.name, also: '' }))),
    [choices],
  );
  return (
    <ComboBox<Choice>
      label={label}
      search={search}
      idOf={({ id }) => id}
      textOf={(choice) => choice.name}
      onChoose={({ id }) => searchFor({ filter: withOne(filter, name, id) })}
      opensOnFocus={false}
      placeholder={say('search.filter.any')}
      renderItem={(choice) => (
        <>
          <span className="option-words">{choice.name}</span>
          {choice.fact !== undefined && (
            <span className="option-fact">{choice.fact}</span>
          )}
        </>
      )}
      words={{
        more: (count) => say('search.filter.more', { count }),
        none: (typed) => say('search.filter.none', { name: typed }),
        found: (count) => say('search.filter.found', { count }),
        remove: (typed) => typed,
      }}
    />
  );
}

interface FilterChip {
  readonly id: string;
  readonly words: string;
  readonly without: SearchFilter;
}

function useChips(kinds: readonly Kind[], filter: SearchFilter): readonly FilterChip[] {
  const { say } = useWords();
  const wordsOf = ({ name, label, choices }: Kind, id: string) => {
    const value = choices.find((choice) => choice.id === id)?.name ?? '–';
    // An attribute says its name itself.
    return name === 'attributes'
      ? value
      : say('search.filter.is', { filter: label, value });
  };
  return kinds.flatMap((kind) =>
    chosenOf(filter, kind.name).map((id) => ({
      id: `${kind.name} ${id}`,
      words: wordsOf(kind, id),
      without: withoutOne(filter, kind.name, id),
    })),
  );
}

/** What the hits are kept to, as chips, and the way to more of them. */
export function SearchFilters() {
  const { say } = useWords();
  const { filter } = useSearchState();
  const kinds = useKinds();
  const chips = useChips(kinds, filter);
  const focusAdd = () =>
    document.getElementById('search-filter')?.querySelector('button')?.focus();
  return (
    <div className="search-filters" role="group" aria-label={say('search.filters')}>
      <span className="ink-2 type-s" aria-hidden>
        {say('search.filters')}
      </span>
      {chips.map(({ id, words, without }) => (
        <Chip
          key={id}
          kind="tinted"
          removeLabel={say('search.filter.remove', { filter: words })}
          onRemove={() => {
            searchFor({ filter: without });
            focusAdd();
          }}
        >
          {words}
        </Chip>
      ))}
      {chips.length > 1 && (
        <Button kind="link" onPress={() => searchFor({ filter: {} })}>
          {say('search.filter.clear')}
        </Button>
      )}
      <span id="search-filter">
        <PopoverButton
          label={say('search.filter.add')}
          kind="ordinary"
          className="button-small"
        >
          <div className="search-filter-panel">
            {kinds
              .filter(({ choices }) => choices.length > 0)
              .map((kind) => (
                <FilterPicker key={kind.name} kind={kind} filter={filter} />
              ))}
          </div>
        </PopoverButton>
      </span>
      {chips.length > 0 && (
        <span className="ink-2 type-s">{say('search.filter.onlyMaterial')}</span>
      )}
    </div>
  );
}
