import type { ProjectState } from '../../shared/domain/projectState.ts';
import { useApi } from '../api.ts';
import { chooseAnalysis } from '../askAnalysis.ts';
import { askExport } from '../askExport.ts';
import { askReplacing } from '../transcript/replacing/askReplacing.ts';
import { changeSettings } from '../computerSettings.ts';
import { useInspector } from '../inspector.ts';
import { useCommands } from '../keys/commands.ts';
import { usePlace, type WorkspaceName } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { useFrameSize } from '../ui/frame/useFrameSize.ts';
import { showToast } from '../ui/toasts.ts';
import { useWords } from '../words.ts';
import { useNavigationState } from './navigationState.ts';
import { focusNextPane, focusSoon } from './panes.ts';
import { closeProject, saveCopy } from '../projectActs.ts';
import { showScreen } from '../screen.ts';
import { openSearch } from '../searchState.ts';

const go = (workspace: WorkspaceName) => () => {
  showScreen('main');
  usePlace.getState().go({ workspace });
};

function useFrameCommands(): Readonly<Record<string, (() => void) | undefined>> {
  const { say } = useWords();
  const navigation = useNavigationState();
  const { isOpen, setOpen, panes } = useInspector();
  const liesOver = useFrameSize() === 'sheet';
  const showInspector = () => {
    setOpen(!isOpen);
    if (!liesOver) void changeSettings({ isInspectorOpen: !isOpen });
    announce(say(isOpen ? 'shell.inspector.hidden' : 'shell.inspector.shown'));
    focusSoon();
  };
  return {
    'frame.inspector': panes > 0 ? showInspector : undefined,
    'frame.navigation': navigation.state === 'hidden' ? undefined : navigation.toggle,
    'place.nextPane': () => focusNextPane(1),
    'place.previousPane': () => focusNextPane(-1),
  };
}

/** What can be done wherever one is in an open project. */
export function useProjectCommands(state: ProjectState): void {
  const { say } = useWords();
  const { workspace, cameFrom, goBack } = usePlace();
  const hasThemes = useApi('project.read', {}).data?.hasThemes ?? false;
  const toReview = useApi('project.stats', {}).data?.toReview ?? 0;
  const toBackups = () => {
    go('settings')();
    setTimeout(() => document.getElementById('settings-backups')?.scrollIntoView(), 100);
  };
  const isBackHere = workspace === 'transcripts' && cameFrom !== null;
  useCommands({
    ...useFrameCommands(),
    'go.overview': go('overview'),
    'go.transcripts': go('transcripts'),
    'go.participants': go('participants'),
    'go.questions': go('questions'),
    'go.byQuestion': go('byQuestion'),
    'go.pseudonyms': go('pseudonyms'),
    'go.analysisTable': go('analysisTable'),
    'go.grouping': go('grouping'),
    'go.themes': hasThemes ? go('themes') : undefined,
    'go.review': toReview > 0 ? go('review') : undefined,
    'go.search': () => {
      showScreen('main');
      openSearch();
    },
    'go.history': go('history'),
    'go.settings': go('settings'),
    'place.words': isBackHere ? () => void goBack() : undefined,
    ...(state.isReadOnly
      ? {}
      : {
          'transcript.replace': askReplacing,
          'project.import': go('import'),
          'project.takeInAnalysis': () => void chooseAnalysis(say),
        }),
    'project.export': () => askExport(),
    'project.saveCopy': () => void saveCopy(say),
    'project.backups': toBackups,
    'project.close': () => void closeProject(say),
    'project.saved': () => showToast({ words: say('shell.save.ctrlS') }),
  });
}
