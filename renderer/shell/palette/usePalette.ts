import { useEffect, useMemo, useState } from 'react';

import { useApi } from '../../api.ts';
import { exactFirst, finderOf } from './matching.ts';
import {
  type Group,
  type PaletteItem,
  turnItem,
  unitItem,
  useCommandItems,
  useProjectItems,
} from './paletteItems.tsx';

export type Scope = 'all' | 'do' | 'go' | 'text';

export interface PaletteGroup {
  readonly group: Group | 'latest' | 'near';
  readonly items: readonly PaletteItem[];
}

const textAfter = 150;
const mostOfGroup = 6;
const mostUnits = 20;

const groupsOf: Readonly<Record<Scope, readonly Group[]>> = {
  all: ['transcripts', 'categories', 'codes', 'themes', 'units', 'turns', 'go', 'do'],
  do: ['do'],
  go: ['go', 'transcripts', 'categories', 'codes', 'themes'],
  text: ['units', 'turns'],
};

/** Ids of what was chosen lately, latest first, for as long as the window is open. */
let latest: readonly string[] = [];

export function rememberChosen(item: PaletteItem): void {
  if (item.group === 'units' || item.group === 'turns') return;
  latest = [item.id, ...latest.filter((id) => id !== item.id)].slice(0, 6);
}

function useLater(text: string): string {
  const [later, setLater] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), textAfter);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

interface FoundText {
  readonly units: readonly PaletteItem[];
  readonly turns: readonly PaletteItem[];
}

const nothing: FoundText = { units: [], turns: [] };

/** What is typed is looked for as in the search, its last word still being typed. */
function useText(typed: string, isWanted: boolean): FoundText {
  const text = useLater(typed);
  const isAsked = isWanted && text.length > 1;
  const found = useApi(
    'search.find',
    isAsked
      ? {
          text: /[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text,
          scopes: ['units', 'turns'],
          limit: mostUnits,
        }
      : null,
    { keepPrevious: true },
  );
  return useMemo(() => {
    if (!isAsked || !found.data) return nothing;
    const { units, turns } = found.data;
    // A unit that says it twice is one unit, and words of a unit are shown as the unit's.
    const once = Map.groupBy(units?.hits ?? [], ({ unitId }) => unitId);
    return {
      units: [...once.values()].flatMap(([hit]) => (hit ? [unitItem(hit)] : [])),
      turns: (turns?.hits ?? []).filter((hit) => hit.units.length === 0).map(turnItem),
    };
  }, [isAsked, found.data]);
}

/** What the palette shows for what is typed, group by group. */
export function usePalette(
  typed: string,
  scope: Scope,
  hasProject: boolean,
): readonly PaletteGroup[] {
  const commands = useCommandItems(true);
  const things = useProjectItems(hasProject);
  const said = useText(typed.trim(), hasProject && (scope === 'all' || scope === 'text'));
  const named = useMemo(() => [...things, ...commands], [things, commands]);
  const finders = useMemo(
    () =>
      new Map(
        groupsOf.all.map((group) => [
          group,
          finderOf(named.filter((item) => item.group === group)),
        ]),
      ),
    [named],
  );
  return useMemo(() => {
    const text = typed.trim();
    if (text === '') return withoutTyping(named, scope);
    const most = scope === 'all' ? mostOfGroup : 50;
    const found = groupsOf[scope].map((group) => ({
      group,
      items: finders.get(group)?.find(text, most) ?? [],
    }));
    const { groups, near } = exactFirst(found, text);
    const mostSaid = scope === 'text' ? mostUnits : mostOfGroup;
    return [
      ...groups.map(({ group, items }) => ({
        group,
        items:
          group === 'units' || group === 'turns' ? said[group].slice(0, mostSaid) : items,
      })),
      { group: 'near' as const, items: near.slice(0, most) },
    ].filter(({ items }) => items.length > 0);
  }, [typed, named, scope, finders, said]);
}

/** Before anything is typed: the latest, then what can be done and where one can go. */
function withoutTyping(
  named: readonly PaletteItem[],
  scope: Scope,
): readonly PaletteGroup[] {
  const lately = latest.flatMap((id) => named.find((item) => item.id === id) ?? []);
  const groups: readonly PaletteGroup[] = [
    { group: 'latest', items: scope === 'all' ? lately : [] },
    ...(['do', 'go', 'transcripts'] as const)
      .filter((group) => groupsOf[scope].includes(group))
      .map((group) => ({
        group,
        items: named.filter((item) => item.group === group && !lately.includes(item)),
      })),
  ];
  return groups.filter(({ items }) => items.length > 0);
}
