import { Suspense, useEffect, useState } from 'react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import { changeSettings, useSettings } from '../computerSettings.ts';
import { Exporting } from '../Exporting.tsx';
import { TakingInAnalysis } from '../TakingInAnalysis.tsx';
import { useInspector } from '../inspector.ts';
import { Replacing } from '../transcript/replacing/ReplaceDialog.tsx';
import { usePlace, type WorkspaceName } from '../place.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { Frame } from '../ui/frame/Frame.tsx';
import { useFrameSize } from '../ui/frame/useFrameSize.ts';
import { useWords } from '../words.ts';
import { useRememberOpened } from './openedTranscripts.ts';
import { DefectBoundary } from './DefectBoundary.tsx';
import { useNavigationState } from './navigationState.ts';
import { Notices } from './Notices.tsx';
import { ProjectNavigation } from './ProjectNavigation.tsx';
import { ProjectTopBar } from './ProjectTopBar.tsx';
import { useEscapeLadder } from './useEscapeLadder.ts';
import { useProjectCommands } from './useProjectCommands.ts';
import { fetchWorkspaces, workspaceNamed } from './workspaces.ts';
import './ProjectFrame.css';

function useInspectorFollowsSize(isWanted: boolean): void {
  const size = useFrameSize();
  const setOpen = useInspector((inspector) => inspector.setOpen);
  // Where it would lie over the text it never opens by itself.
  useEffect(() => setOpen(size !== 'sheet' && isWanted), [size, isWanted, setOpen]);
}

/** The same component as long as it is shown, also when it has been fetched meanwhile. */
function CurrentWorkspace({ name }: { readonly name: WorkspaceName }) {
  const [Current] = useState(() => workspaceNamed(name));
  return <Current />;
}

/** The window with a project in it: top bar, navigation, the current workspace and its inspector. */
export function ProjectFrame({ state }: { readonly state: ProjectState }) {
  const { say } = useWords();
  const settings = useSettings();
  const workspace = usePlace((place) => place.workspace);
  const { isOpen, panes, setSlot } = useInspector();
  useRememberOpened(state.path);
  useInspectorFollowsSize(settings.isInspectorOpen);
  useProjectCommands(state);
  useEscapeLadder();
  useEffect(fetchWorkspaces, []);

  const { state: navigationState } = useNavigationState();
  // Going somewhere closes it.
  const [navigationOver, setNavigationOver] = useState<WorkspaceName | null>(null);
  const topBar = (
    <>
      <ProjectTopBar state={state} onNavigation={() => setNavigationOver(workspace)} />
      <Notices state={state} />
      <Sheet
        title={say('shell.navigation')}
        side="left"
        closeLabel={say('shell.close')}
        isOpen={navigationOver === workspace && navigationState === 'hidden'}
        onClose={() => setNavigationOver(null)}
      >
        <ProjectNavigation isRail={false} />
      </Sheet>
    </>
  );
  return (
    <Frame
      topBar={topBar}
      navigation={<ProjectNavigation isRail={navigationState === 'rail'} />}
      navigationState={navigationState}
      navigationWidth={{
        value: settings.navigationWidth,
        onChange: (navigationWidth) => void changeSettings({ navigationWidth }),
        label: say('shell.navigation.width'),
      }}
      inspector={
        isOpen && panes > 0 ? <div className="inspector-slot" ref={setSlot} /> : null
      }
      inspectorWidth={{
        value: settings.inspectorWidth,
        onChange: (inspectorWidth) => void changeSettings({ inspectorWidth }),
        label: say('shell.inspector.width'),
      }}
    >
      <DefectBoundary key={workspace}>
        <Suspense fallback={<main className="workspace" />}>
          <CurrentWorkspace name={workspace} />
        </Suspense>
      </DefectBoundary>
      <Exporting />
      <Replacing />
      <TakingInAnalysis />
    </Frame>
  );
}
