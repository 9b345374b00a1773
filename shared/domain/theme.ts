import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  MemoId,
  ThemeId,
  TranscriptId,
} from './ids.ts';

/** Outside the tree: an interpretation that runs through units, codes and categories of any branch. */
export interface Theme {
  readonly id: ThemeId;
  readonly parentId: ThemeId | null;
  readonly name: string;
  readonly unitIds: readonly MeaningUnitId[];
  readonly codeIds: readonly CodeId[];
  readonly categoryIds: readonly CategoryId[];
  /** Units reached directly or through a code or a category. */
  readonly units: number;
}

/** A dated note on one object, or on the project when every `…Id` is null. */
export interface Memo {
  readonly id: MemoId;
  readonly text: string;
  readonly author: string;
  readonly createdAt: string;
}

/** A memo of the reading log: when somebody had read a transcript, and what struck them. */
export interface Reading extends Memo {
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
}
