import type { AnalystId } from './ids.ts';
import type { Problem } from '../errors.ts';
import type { StepLabel } from './step.ts';

/** What the check at opening found, worded from `finding.<code>`. */
export interface Finding {
  readonly code: string;
  readonly count: number;
}

/** The open project as the frame shows it; null when there is none. */
export interface ProjectState {
  readonly path: string;
  readonly title: string;
  readonly language: 'sv' | 'en';
  readonly analystId: AnalystId | null;
  readonly isReadOnly: boolean;
  /** Initials and machine of the program that has the project, when it is another. */
  readonly heldBy: string | null;
  /** ISO 8601. */
  readonly heldSince: string | null;
  /** Nobody can tell from here whether they still write (another computer), so a person may decide that they do not. */
  readonly mayTakeOver: boolean;
  /** The service that syncs the folder, such as OneDrive. */
  readonly syncedBy: string | null;
  readonly findings: readonly Finding[];
  readonly savedAt: string | null;
  /** Stays until solved: disk full, file gone, permission. */
  readonly trouble: Problem | null;
  readonly undo: (StepLabel & { readonly seq: number }) | null;
  readonly redo: (StepLabel & { readonly seq: number }) | null;
}
