import { create } from 'zustand';

import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
  TranscriptId,
  TurnId,
} from '../shared/domain/ids.ts';

export type WorkspaceName =
  | 'overview'
  | 'transcripts'
  | 'import'
  | 'participants'
  | 'questions'
  | 'byQuestion'
  | 'pseudonyms'
  | 'analysisTable'
  | 'grouping'
  | 'themes'
  | 'review'
  | 'history'
  | 'settings'
  | 'search';

/** The one current object of the app: choosing it in one view selects it in the others. */
export type Selected =
  | { readonly kind: 'unit'; readonly id: MeaningUnitId }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'category'; readonly id: CategoryId }
  | { readonly kind: 'theme'; readonly id: ThemeId }
  | { readonly kind: 'turn'; readonly id: TurnId };

export interface Place {
  readonly workspace: WorkspaceName;
  /** The transcript that is or was last open. */
  readonly transcriptId: TranscriptId | null;
  readonly selected: Selected | null;
}

/** Words in a transcript that are to be shown and selected. */
export interface WordsToShow {
  readonly turnId: TurnId;
  readonly start: number;
  readonly end: number;
}

interface PlaceStore extends Place {
  /** What the transcript shows when it is next asked to, instead of the selected unit. */
  readonly wordsToShow: WordsToShow | null;
  /** Counts up when a view is asked to show the selected thing, even if it is selected already. */
  readonly reveal: number;
  /** Where `Ctrl J` came from. */
  readonly cameFrom: Place | null;
  /** Files dropped on the window or chosen elsewhere, for the import workspace to take. */
  readonly filesToImport: readonly (File | string)[];
  readonly go: (to: Partial<Place>) => void;
  readonly select: (selected: Selected | null) => void;
  /** To the words of a unit in its transcript, remembering where from. */
  readonly goToWords: (unit: {
    readonly id: MeaningUnitId;
    readonly transcriptId: TranscriptId;
  }) => void;
  /** To words in a transcript that are perhaps no unit's, remembering where from. */
  readonly goToPlace: (
    place: WordsToShow & { readonly transcriptId: TranscriptId },
  ) => void;
  readonly takeWordsToShow: () => WordsToShow | null;
  /** Back to where `goToWords` was called; false when there is nowhere to go back to. */
  readonly goBack: () => boolean;
  readonly importFiles: (files: readonly (File | string)[]) => void;
  readonly takeFiles: () => readonly (File | string)[];
  /** A project was opened or closed. */
  readonly start: () => void;
}

const beginning: Place = { workspace: 'overview', transcriptId: null, selected: null };

const placeOf = ({ workspace, transcriptId, selected }: Place): Place => ({
  workspace,
  transcriptId,
  selected,
});

/** Where the person is: what is open and what is selected, and nothing that the project could be asked. */
export const usePlace = create<PlaceStore>((set, get) => ({
  ...beginning,
  wordsToShow: null,
  reveal: 0,
  cameFrom: null,
  filesToImport: [],
  go: (to) => set(to),
  select: (selected) => set({ selected }),
  goToWords: (unit) =>
    set({
      cameFrom: placeOf(get()),
      workspace: 'transcripts',
      transcriptId: unit.transcriptId,
      selected: { kind: 'unit', id: unit.id },
      reveal: get().reveal + 1,
    }),
  goToPlace: ({ transcriptId, turnId, start, end }) =>
    set({
      cameFrom: placeOf(get()),
      workspace: 'transcripts',
      transcriptId,
      selected: null,
      wordsToShow: { turnId, start, end },
      reveal: get().reveal + 1,
    }),
  takeWordsToShow: () => {
    const { wordsToShow } = get();
    if (wordsToShow) set({ wordsToShow: null });
    return wordsToShow;
  },
  goBack: () => {
    const { cameFrom, reveal } = get();
    if (!cameFrom) return false;
    set({ ...cameFrom, cameFrom: null, reveal: reveal + 1 });
    return true;
  },
  importFiles: (files) => set({ filesToImport: files, workspace: 'import' }),
  takeFiles: () => {
    const files = get().filesToImport;
    set({ filesToImport: [] });
    return files;
  },
  start: () => set({ ...beginning, cameFrom: null, filesToImport: [] }),
}));
