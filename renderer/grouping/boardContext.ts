import { createContext, useContext } from 'react';

import type { Project } from '../../shared/domain/project.ts';
import type { Colours } from '../colours.ts';
import type { BoardActs } from './boardActs.ts';
import type { BoardLayout, NodeKey } from './boardLayout.ts';
import type { Lanes, Shown } from './boardLanes.ts';
import type { TreeRow } from './treeRows.ts';

/** What every part of the board needs to know of the project. */
export interface BoardData {
  readonly project: Project;
  readonly isReadOnly: boolean;
  readonly layout: BoardLayout;
  readonly colours: Colours;
  readonly topDepth: number;
}

/** The board as it stands, with what can be done on it. */
export interface BoardContextValue extends BoardData {
  readonly shown: Shown;
  readonly lanes: Lanes;
  /** The rows of the tree; null while the board is shown as bands. */
  readonly rows: readonly TreeRow[] | null;
  /** Everything that can be walked to, in the order it is read. */
  readonly order: readonly NodeKey[];
  readonly acts: BoardActs;
}

export const BoardContext = createContext<BoardContextValue | null>(null);

export function useBoardContext(): BoardContextValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error('This belongs on the board');
  return value;
}
