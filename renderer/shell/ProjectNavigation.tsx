import {
  Crosshair,
  FileText,
  History,
  Layers,
  LayoutGrid,
  Columns3,
  type LucideIcon,
  Search,
  MessageCircleQuestionMark,
  Settings,
  Spline,
  Table,
  Users,
  VenetianMask,
} from 'lucide-react';

import { useApi } from '../api.ts';
import { keysOf } from '../keys/keymap.ts';
import { usePlace, type WorkspaceName } from '../place.ts';
import { showList } from '../transcript/list/showList.ts';
import { Navigation, NavigationGroup, NavigationItem } from '../ui/frame/Navigation.tsx';
import { given } from '../ui/given.ts';
import { sayNumber, useWords } from '../words.ts';
import { useOpenedTranscripts } from './openedTranscripts.ts';

type Counted = 'transcripts' | 'participants' | 'units' | 'codes' | 'themes' | 'toReview';

interface ItemProps {
  readonly of: Exclude<WorkspaceName, 'import'>;
  readonly icon: LucideIcon;
  readonly counts?: Counted;
  readonly isRail: boolean;
}

function useCount(of: Counted | undefined) {
  const { say, language } = useWords();
  const stats = useApi('project.stats', {}).data;
  if (of === undefined || stats === undefined) return {};
  const count = stats[of];
  return {
    count: sayNumber(language, count),
    countWords: say(`shell.count.${of}`, { count }),
  };
}

/** Among the transcripts, the one that is read is the current place where it has an item of its own. */
function useIsCurrent(of: WorkspaceName, isRail: boolean): boolean {
  const { workspace, transcriptId } = usePlace();
  const opened = useOpenedTranscripts();
  if (of !== 'transcripts') return workspace === of;
  if (workspace === 'import') return true;
  const hasOwnItem = !isRail && opened.some(({ id }) => id === transcriptId);
  return workspace === 'transcripts' && !hasOwnItem;
}

function goTo(of: WorkspaceName): void {
  const { workspace, transcriptId, go } = usePlace.getState();
  // From a transcript, its heading leads to all of them.
  if (of === 'transcripts' && workspace === of && transcriptId !== null) showList();
  else go({ workspace: of });
}

function Item({ of, icon, counts, isRail }: ItemProps) {
  const { say } = useWords();
  const count = useCount(counts);
  const keys = keysOf(`go.${of}`) ?? undefined;
  return (
    <NavigationItem
      icon={icon}
      words={say(`shell.${of}`)}
      isCurrent={useIsCurrent(of, isRail)}
      isRail={isRail}
      onPress={() => goTo(of)}
      isCalling={of === 'review'}
      {...given({ keys, ...count })}
    />
  );
}

/** Stands there only while something waits. */
function ToReview({ isRail }: { readonly isRail: boolean }) {
  const stats = useApi('project.stats', {}).data;
  if (!stats || stats.toReview === 0) return null;
  return <Item of="review" icon={Crosshair} counts="toReview" isRail={isRail} />;
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
  const hasThemes = useApi('project.read', {}).data?.hasThemes ?? false;
  const foot = (
    <>
      <ToReview isRail={isRail} />
      <Item of="history" icon={History} isRail={isRail} />
      <Item of="settings" icon={Settings} isRail={isRail} />
    </>
  );
  return (
    <Navigation label={say('shell.navigation')} id="navigation" foot={foot}>
      <Item of="overview" icon={LayoutGrid} isRail={isRail} />
      <Item of="search" icon={Search} isRail={isRail} />
      <NavigationGroup title={say('shell.material')}>
        <Item of="transcripts" icon={FileText} counts="transcripts" isRail={isRail} />
        <OpenedTranscripts isRail={isRail} />
        <Item of="participants" icon={Users} counts="participants" isRail={isRail} />
        <Item of="questions" icon={MessageCircleQuestionMark} isRail={isRail} />
        <Item of="pseudonyms" icon={VenetianMask} isRail={isRail} />
      </NavigationGroup>
      <NavigationGroup title={say('shell.analysis')}>
        <Item of="analysisTable" icon={Table} counts="units" isRail={isRail} />
        <Item of="grouping" icon={Layers} counts="codes" isRail={isRail} />
        <Item of="byQuestion" icon={Columns3} isRail={isRail} />
        {hasThemes && <Item of="themes" icon={Spline} counts="themes" isRail={isRail} />}
      </NavigationGroup>
    </Navigation>
  );
}
