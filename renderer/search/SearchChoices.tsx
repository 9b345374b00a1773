import type { RefObject } from 'react';

import {
  searchScopes,
  type SearchScope,
  searchWays,
} from '../../shared/domain/search.ts';
import { useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { sayNumber, useWords } from '../words.ts';
import type { Total } from './useTotals.ts';
import { isFiltered, searchFor, useSearchState } from '../searchState.ts';

/** What filters of the material are about. */
const filtered: readonly SearchScope[] = ['turns', 'units', 'condensations'];

type Totals = ReadonlyMap<SearchScope, Total>;

function Scopes({ totals }: { readonly totals: Totals }) {
  const { say, language } = useWords();
  const search = useSearchState();
  const { scopes } = search;
  const hasThemes = useApi('project.read', {}).data?.hasThemes ?? false;
  const toggle = (scope: SearchScope) => {
    const next = searchScopes.filter((one) =>
      one === scope ? !scopes.includes(one) : scopes.includes(one),
    );
    if (next.length === 0) announce(say('search.scope.last'));
    else searchFor({ scopes: next });
  };
  const faceOf = (scope: SearchScope) => {
    // With a filter nothing else is searched, and a nought would say that nothing is there.
    const isSearched = !isFiltered(search) || filtered.includes(scope);
    const total = isSearched ? totals.get(scope) : undefined;
    const count =
      total && `${sayNumber(language, total.count)}${total.isAtLeast ? '+' : ''}`;
    return (
      <>
        {say(`search.scope.${scope}`)}
        {count !== undefined && <span className="search-count">{count}</span>}
      </>
    );
  };
  return (
    <div className="search-scopes" role="group" aria-label={say('search.scopes')}>
      <span className="ink-2 type-s" aria-hidden>
        {say('search.scopes')}
      </span>
      {searchScopes
        .filter((scope) => scope !== 'themes' || hasThemes)
        .map((scope) => (
          <ToggleButton
            key={scope}
            isPressed={scopes.includes(scope)}
            onChange={() => toggle(scope)}
          >
            {faceOf(scope)}
          </ToggleButton>
        ))}
    </div>
  );
}

export interface SearchChoicesProps {
  readonly totals: Totals;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  /** Enter in the field. */
  readonly onEnter: () => void;
}

/** What is searched for, how the words shall stand, and where. */
export function SearchChoices({ totals, fieldRef, onEnter }: SearchChoicesProps) {
  const { say } = useWords();
  const { text, way, fold } = useSearchState();
  return (
    <div className="search-choices">
      <div className="search-line">
        <SearchField
          className="search-main-field"
          label={say('search.field')}
          clearLabel={say('search.clear')}
          value={text}
          controlRef={fieldRef}
          onChange={(typed) => searchFor({ text: typed.slice(0, 1000) })}
          onEnter={onEnter}
        />
        <Segmented
          label={say('search.way')}
          value={way}
          onChange={(chosen) => searchFor({ way: chosen })}
          choices={searchWays.map((value) => ({
            value,
            words: say(`search.way.${value}`),
          }))}
        />
        {way !== 'pattern' && (
          <ToggleButton isPressed={fold} onChange={(on) => searchFor({ fold: on })}>
            {say('search.fold')}
          </ToggleButton>
        )}
      </div>
      <p className="search-hint ink-2 type-s">
        {say(`search.hint.${way}`)}
        {fold && way !== 'pattern' && ` ${say('search.fold.means')}`}
      </p>
      <Scopes totals={totals} />
    </div>
  );
}
