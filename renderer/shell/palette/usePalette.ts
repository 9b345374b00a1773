import { useEffect, useMemo, useState } from 'react';

import { useApi } from '../../api.ts';
import { exactFirst, finderOf } from './matching.ts';
import {
  type Group,
  type PaletteItem,
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
  all: ['transcripts', 'categories', 'codes', 'themes', 'units', 'go', 'do'],
  do: ['do'],
  go: ['go', 'transcripts', 'categories', 'codes', 'themes'],
  text: ['units'],
};

/** Ids of what was chosen lately, latest first, for as long as the window is open. */
let latest: readonly string[] = [];

export function rememberChosen(item: PaletteItem): void {
  if (item.group === 'units') return;
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

function useUnits(typed: string, isWanted: boolean): readonly PaletteItem[] {
  const text = useLater(typed);
  const found = useApi(
    'analysisTable.rows',
    isWanted && text.length > 1 ? { filter: { text }, limit: mostUnits } : null,
    { keepPrevious: true },
  );
  return useMemo(
    () =>
      text.length > 1
        ? (found.data?.rows ?? [])
            .filter(({ unit }) => unit.toLowerCase().includes(text.toLowerCase()))
            .map((row) => unitItem(row, text))
        : [],
    [found.data, text],
  );
}

/** What the palette shows for what is typed, group by group. */
export function usePalette(
  typed: string,
  scope: Scope,
  hasProject: boolean,
): readonly PaletteGroup[] {
  const commands = useCommandItems(true);
  const things = useProjectItems(hasProject);
  const units = useUnits(
    typed.trim(),
    hasProject && (scope === 'all' || scope === 'text'),
  );
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
    const words = units.slice(0, scope === 'text' ? mostUnits : mostOfGroup);
    return [
      ...groups.map(({ group, items }) => ({
        group,
        items: group === 'units' ? words : items,
      })),
      { group: 'near' as const, items: near.slice(0, most) },
    ].filter(({ items }) => items.length > 0);
  }, [typed, named, scope, finders, units]);
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
