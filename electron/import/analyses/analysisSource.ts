/** A table that may be an analysis, with its rows as text. */
export interface AnalysisSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** The lowest row, from 0, that a merged cell goes on into; -1 where none does. */
  readonly lastMerge: number;
  /** Rows, from 0, that whoever made it has hidden, by a filter for instance. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly isHidden: boolean;
  /** What is written before it, the nearest first. */
  readonly captions: readonly string[];
}

/** Words of a document with the comment on them; without words where the comment is on none. */
export interface CommentedWords {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly comment: string;
  readonly author: string;
  /** It answers another comment. */
  readonly isReply: boolean;
}

/** What a file has of an analysis: tables, and where it is a document comments as well. */
export interface AnalysisSource {
  readonly sheets: readonly AnalysisSheet[];
  readonly comments: readonly CommentedWords[];
  /** Made by this program, which never writes several names in other ways than its own. */
  readonly isOurs: boolean;
}
