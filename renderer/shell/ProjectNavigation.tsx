import {
  FileText,
  History,
  Layers,
  LayoutGrid,
  type LucideIcon,
  Settings,
  Spline,
  Table,
  Users,
} from 'lucide-react';

import { useApi } from '../api.ts';
import { keysOf } from '../keys/keymap.ts';
import { usePlace, type WorkspaceName } from '../place.ts';
import { Navigation, NavigationGroup, NavigationItem } from '../ui/frame/Navigation.tsx';
import { given } from '../ui/given.ts';
import { sayNumber, useWords } from '../words.ts';
import { useOpenedTranscripts } from './openedTranscripts.ts';

interface ItemProps {
  readonly of: WorkspaceName;
  readonly icon: LucideIcon;
  readonly words: string;
  readonly count?: number | undefined;
  readonly countWords?: string;
  readonly isRail: boolean;
}

function Item({ of, icon, words, count, countWords, isRail }: ItemProps) {
  const { language } = useWords();
  const workspace = usePlace((place) => place.workspace);
  const go = usePlace((place) => place.go);
  const keys = keysOf(`go.${of}`) ?? undefined;
  const isCurrent = workspace === of || (of === 'transcripts' && workspace === 'import');
  return (
    <NavigationItem
      icon={icon}
      words={words}
      isCurrent={isCurrent}
      isRail={isRail}
      onPress={() => go({ workspace: of })}
      {...given({
        keys,
        count: count === undefined ? undefined : sayNumber(language, count),
        countWords: count === undefined ? undefined : countWords,
      })}
    />
  );
}

function OpenedTranscripts({ isRail }: { readonly isRail: boolean }) {
  const opened = useOpenedTranscripts();
  const { workspace, transcriptId, go } = usePlace();
  return opened.map((transcript) => (
    <NavigationItem
      key={transcript.id}
      words={transcript.name}
      isSecondLevel
      isRail={isRail}
      isCurrent={workspace === 'transcripts' && transcriptId === transcript.id}
      onPress={() => go({ workspace: 'transcripts', transcriptId: transcript.id })}
    />
  ));
}

/** Where one can go in the project, with how much there is of each. */
export function ProjectNavigation({ isRail }: { readonly isRail: boolean }) {
  const { say } = useWords();
  const stats = useApi('project.stats', {}).data;
  const hasThemes = useApi('project.read', {}).data?.hasThemes ?? false;
  return (
    <Navigation
      label={say('shell.navigation')}
      id="navigation"
      foot={
        <>
          <Item
            of="history"
            icon={History}
            words={say('shell.history')}
            isRail={isRail}
          />
          <Item
            of="settings"
            icon={Settings}
            words={say('shell.settings')}
            isRail={isRail}
          />
        </>
      }
    >
      <Item
        of="overview"
        icon={LayoutGrid}
        words={say('shell.overview')}
        isRail={isRail}
      />
      <NavigationGroup title={say('shell.material')}>
        <Item
          of="transcripts"
          icon={FileText}
          words={say('shell.transcripts')}
          count={stats?.transcripts}
          countWords={say('shell.count.transcripts', { count: stats?.transcripts ?? 0 })}
          isRail={isRail}
        />
        <OpenedTranscripts isRail={isRail} />
        <Item
          of="participants"
          icon={Users}
          words={say('shell.participants')}
          count={stats?.participants}
          countWords={say('shell.count.participants', {
            count: stats?.participants ?? 0,
          })}
          isRail={isRail}
        />
      </NavigationGroup>
      <NavigationGroup title={say('shell.analysis')}>
        <Item
          of="analysisTable"
          icon={Table}
          words={say('shell.analysisTable')}
          count={stats?.units}
          countWords={say('shell.count.units', { count: stats?.units ?? 0 })}
          isRail={isRail}
        />
        <Item
          of="grouping"
          icon={Layers}
          words={say('shell.grouping')}
          count={stats?.codes}
          countWords={say('shell.count.codes', { count: stats?.codes ?? 0 })}
          isRail={isRail}
        />
        {hasThemes && (
          <Item
            of="themes"
            icon={Spline}
            words={say('shell.themes')}
            count={stats?.themes}
            countWords={say('shell.count.themes', { count: stats?.themes ?? 0 })}
            isRail={isRail}
          />
        )}
      </NavigationGroup>
    </Navigation>
  );
}
