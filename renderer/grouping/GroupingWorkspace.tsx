import { memo, useEffect, useMemo, useRef, useState } from 'react';

import type { Problem } from '../../shared/errors.ts';
import { usePlace } from '../place.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { sayProblem, useWords } from '../words.ts';
import { type BoardActs, boardActs } from './boardActs.ts';
import { BoardBar } from './BoardBar.tsx';
import { BoardBody } from './BoardBody.tsx';
import { BoardContext, type BoardData } from './boardContext.ts';
import { BoardDialogs } from './BoardDialogs.tsx';
import { BoardInspector } from './BoardInspector.tsx';
import { codeIn } from './boardLayout.ts';
import { leaveBoard } from './boardStore.ts';
import { CarriedThings } from './CarriedThings.tsx';
import { levelInSentence } from './levelWords.ts';
import { useBoardCommands } from './useBoardCommands.ts';
import { useBoardContextValue } from './useBoardContextValue.ts';
import { useBoardData } from './useBoardData.ts';
import { useLatest } from './useLatest.ts';
import './Grouping.css';

const BoardWorkspace = memo(function BoardWorkspace(props: { readonly data: BoardData }) {
  const { data } = props;
  const { say } = useWords();
  const [problem, tell] = useState<Problem | null>(null);
  const layout = useLatest(data.layout);
  const acts: BoardActs = useMemo(
    () => boardActs({ say, layout: () => layout.current, tell }),
    [say, layout],
  );
  const board = useBoardContextValue(data, acts);
  const search = useRef<HTMLInputElement>(null);
  useBoardCommands(board, search);
  useEffect(() => leaveBoard, []);
  const { codes, pile } = data.layout;
  return (
    <BoardContext value={board}>
      <Workspace label={say('board.title')}>
        <BoardBar
          placed={codes.length - pile.codes.length}
          count={codes.length}
          level={levelInSentence(data.project.levels, 1)}
          isReadOnly={data.isReadOnly}
          search={search}
          first={board.order.find((key) => codeIn(key)) ?? null}
        />
        {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
        <WorkspaceContent scroll="fixed">
          {codes.length === 0 && data.layout.categories.length === 0 ? (
            <EmptyState
              actions={
                <Button
                  onPress={() => usePlace.getState().go({ workspace: 'transcripts' })}
                >
                  {say('board.toTranscripts')}
                </Button>
              }
            >
              {say('board.empty')}
            </EmptyState>
          ) : (
            <BoardBody board={board} />
          )}
        </WorkspaceContent>
      </Workspace>
      <BoardInspector />
      <CarriedThings />
      <BoardDialogs />
    </BoardContext>
  );
});

/** The grouping board: the category tree itself, by mouse and by keyboard (design.md 5.6). */
export function GroupingWorkspace() {
  const { say } = useWords();
  const { data, problem } = useBoardData();
  if (data) return <BoardWorkspace data={data} />;
  return (
    <Workspace label={say('board.title')}>
      <WorkspaceBar title={say('board.title')} />
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
    </Workspace>
  );
}
