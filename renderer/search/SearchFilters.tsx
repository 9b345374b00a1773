import { useMemo } from 'react';

import { speakerRoles } from '../../shared/domain/transcript.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';
import { useApi } from '../api.ts';
import { nameSearch } from '../pickers/nameSearch.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { sayNumber, useWords } from '../words.ts';
import { type FilterName, withoutOne, withOne } from './searchFilters.ts';
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

const nothing: readonly never[] = [];

/** What can be filtered by, with what there is to choose among: another filter is another entry here. */
function useKinds(): readonly Kind[] {
  const { say, language } = useWords();
  const transcripts = useApi('transcripts.list', {}).data ?? nothing;
  const speakers = useApi('speakers.heard', {}).data ?? nothing;
  const people = useApi('participants.list', {}).data ?? nothing;
  const codes = useApi('codes.list', {}).data ?? nothing;
  return useMemo(() => {
    const turns = (count: number) =>
      say('search.filter.turns', { count, n: sayNumber(language, count) });
    const units = (count: number) =>
      say('search.filter.units', { count, n: sayNumber(language, count) });
    return [
      {
        name: 'transcriptIds',
        label: say('search.filter.transcript'),
        choices: transcripts.map((one) => ({ ...one, fact: turns(one.turns) })),
      },
      {
        name: 'speakers',
        label: say('search.filter.speaker'),
        choices: speakers.map((one) => ({
          id: one.label,
          name: one.label,
          fact: turns(one.turns),
        })),
      },
      {
        name: 'roles',
        label: say('search.filter.role'),
        choices: speakerRoles.map((id) => ({ id, name: say(`search.role.${id}`) })),
      },
      {
        name: 'participantIds',
        label: say('search.filter.participant'),
        choices: people.map((one) => ({
          id: one.id,
          name: one.pseudonym,
          fact: turns(one.turns),
        })),
      },
      {
        name: 'codeIds',
        label: say('search.filter.code'),
        choices: codes.map((one) => ({
          id: one.id,
          name: one.name,
          fact: units(one.support.units),
        })),
      },
    ] as const;
  }, [say, language, transcripts, speakers, people, codes]);
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
  return kinds.flatMap(({ name, label, choices }) =>
    (filter[name] ?? []).map((id: string) => ({
      id: `${name} ${id}`,
      words: say('search.filter.is', {
        filter: label,
        value: choices.find((choice) => choice.id === id)?.name ?? '–',
      }),
      without: withoutOne(filter, name, id),
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
