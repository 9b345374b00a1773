/** A table that may be an analysis, with its rows as text. */
export interface AnalysisSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly hasMerges: boolean;
}

/** Words of a document with the comment on them. */
export interface CommentedWords {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly comment: string;
  readonly author: string;
}

/** What a file has of an analysis: tables, and where it is a document comments as well. */
export interface AnalysisSource {
  readonly sheets: readonly AnalysisSheet[];
  readonly comments: readonly CommentedWords[];
}
