import { FileText, MessageSquareQuote, MessagesSquare, Spline } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';

import type { TranscriptId } from '../../../shared/domain/ids.ts';
import type { SpokenHit, UnitHit } from '../../../shared/domain/search.ts';
import type { Passage } from '../../../shared/text/passage.ts';
import type { WordKey } from '../../../shared/words/words.ts';
import { useApi } from '../../api.ts';
import { coloursOf } from '../../colours.ts';
import { isOffered, runCommand } from '../../keys/commands.ts';
import { keymap, type KeyBinding, keysOf } from '../../keys/keymap.ts';
import { type Selected, usePlace, type WorkspaceName } from '../../place.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { sayNumber, useWords, wordsOf } from '../../words.ts';
import type { Findable } from './matching.ts';

export type Group =
  'do' | 'go' | 'transcripts' | 'categories' | 'codes' | 'themes' | 'units' | 'turns';

export interface PaletteItem extends Findable {
  readonly group: Group;
  readonly mark?: ReactNode;
  /** At the right: keys, how many units, where it is said. */
  readonly fact?: string;
  readonly keys?: string;
  readonly isQuotation?: boolean;
  readonly run: () => void;
}

export const groupWords: Readonly<Record<Group | 'latest' | 'near', WordKey>> = {
  latest: 'shell.palette.latest',
  near: 'shell.palette.near',
  do: 'shell.palette.do',
  go: 'shell.palette.go',
  transcripts: 'shell.transcripts',
  categories: 'shell.palette.categories',
  codes: 'shell.palette.codes',
  themes: 'shell.themes',
  units: 'shell.palette.units',
  turns: 'shell.palette.turns',
};

const sv = wordsOf('sv').say;
const en = wordsOf('en').say;

/** What is only worth something under the fingers. */
const ofTheHand = new Set<string>([
  'palette.open',
  'place.nextPane',
  'place.previousPane',
]);

const isGeneral = ({ contexts }: KeyBinding) => contexts.includes('everywhere');

/** Commands that can be run here, those of this very place first, under their names in both languages. */
export function useCommandItems(isOpen: boolean): readonly PaletteItem[] {
  const { say } = useWords();
  return useMemo(() => {
    if (!isOpen) return [];
    return keymap
      .filter(({ id }) => !ofTheHand.has(id) && isOffered(id))
      .toSorted((one, other) => Number(isGeneral(one)) - Number(isGeneral(other)))
      .map(({ id }): PaletteItem => {
        const keys = keysOf(id);
        return {
          id: `command ${id}`,
          group: id.startsWith('go.') ? 'go' : 'do',
          words: say(`command.${id}`),
          alsoCalled: [sv(`command.${id}`), en(`command.${id}`)],
          run: () => void runCommand(id),
          ...(keys === null ? {} : { keys }),
        };
      });
  }, [isOpen, say]);
}

function goTo(workspace: WorkspaceName, selected: Selected): void {
  usePlace.setState(({ reveal }) => ({ workspace, selected, reveal: reveal + 1 }));
}

function openTranscript(transcriptId: TranscriptId): void {
  usePlace.getState().go({ workspace: 'transcripts', transcriptId });
}

/** Transcripts, categories, codes and themes of the project. */
export function useProjectItems(hasProject: boolean): readonly PaletteItem[] {
  const { say, language } = useWords();
  const ask = hasProject ? {} : null;
  const transcripts = useApi('transcripts.list', ask).data;
  const codes = useApi('codes.list', ask).data;
  const categories = useApi('categories.list', ask).data;
  const themes = useApi('themes.list', ask).data;
  const project = useApi('project.read', ask).data;
  return useMemo(() => {
    const colours = coloursOf(
      codes ?? [],
      categories ?? [],
      project?.colourLevel ?? null,
    );
    const units = (count: number) =>
      say('shell.palette.unitsOf', { count, n: sayNumber(language, count) });
    return [
      ...(transcripts ?? []).map((transcript): PaletteItem => ({
        id: transcript.id,
        group: 'transcripts',
        words: transcript.name,
        mark: <Icon of={FileText} />,
        fact: units(transcript.units),
        run: () => openTranscript(transcript.id),
      })),
      ...(categories ?? []).map((category): PaletteItem => ({
        id: category.id,
        group: 'categories',
        words: category.name,
        mark: <Swatch slot={colours.ofCategory.get(category.id) ?? null} />,
        fact: units(category.support.units),
        run: () => goTo('grouping', { kind: 'category', id: category.id }),
      })),
      ...(codes ?? []).map((code): PaletteItem => ({
        id: code.id,
        group: 'codes',
        words: code.name,
        mark: <Swatch slot={colours.ofCode.get(code.id) ?? null} />,
        fact: units(code.support.units),
        run: () => goTo('grouping', { kind: 'code', id: code.id }),
      })),
      ...(themes ?? []).map((theme): PaletteItem => ({
        id: theme.id,
        group: 'themes',
        words: theme.name,
        mark: <Icon of={Spline} />,
        fact: units(theme.units),
        run: () => goTo('themes', { kind: 'theme', id: theme.id }),
      })),
    ];
  }, [transcripts, codes, categories, themes, project, say, language]);
}

const around = 30;

/** So little before the words that they are seen on the one line there is. */
function passageWords({ before, words, after }: Passage): string {
  const space = before.indexOf(' ', before.length - around);
  const near = before.length <= around || space < 0 ? before : `…${before.slice(space)}`;
  return near + words + after;
}

/** A unit that holds what was typed, around the place. */
export function unitItem(unit: UnitHit): PaletteItem {
  return {
    id: unit.unitId,
    group: 'units',
    words: passageWords(unit.passage),
    mark: <Icon of={MessageSquareQuote} />,
    isQuotation: true,
    fact: [unit.transcriptName, unit.speaker, unit.turnLabel].filter(Boolean).join(' '),
    run: () =>
      usePlace.getState().goToWords({ id: unit.unitId, transcriptId: unit.transcriptId }),
  };
}

/** Words that were said, around the place. */
export function turnItem(hit: SpokenHit): PaletteItem {
  return {
    id: `${hit.turnId} ${hit.start}`,
    group: 'turns',
    words: passageWords(hit.passage),
    mark: <Icon of={MessagesSquare} />,
    isQuotation: true,
    fact: [hit.transcriptName, hit.speaker, hit.turnLabel].filter(Boolean).join(' '),
    run: () => usePlace.getState().goToPlace(hit),
  };
}
