/** One act of the analyst. The label is a key with ids and counts, worded when it is shown (rulings 8). */
export interface StepLabel {
  /** A WordKey of the room `step`, without the room. */
  readonly label: string;
  /** Ready to be put into the sentence: names of what the ids stood for. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Step extends StepLabel {
  readonly seq: number;
  readonly id: string;
  readonly heading: string | null;
  readonly analyst: string | null;
  readonly initials: string | null;
  readonly createdAt: string;
  readonly state: 'done' | 'undone' | 'overtaken';
  /** Undo stops here: at the beginning, or where something was erased for good. */
  readonly isWall: boolean;
  readonly rows: number;
}

/** A row that a step wrote, for the before and after of the history view. */
export interface Change {
  readonly table: string;
  readonly rowId: string;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>> | null;
}
