import { create } from 'zustand';

interface InspectorStore {
  /** Where the frame wants the inspector drawn. */
  readonly slot: HTMLElement | null;
  readonly isOpen: boolean;
  /** How many panes the current workspace gives; with none there is nothing to show or hide. */
  readonly panes: number;
  readonly setSlot: (slot: HTMLElement | null) => void;
  readonly setOpen: (isOpen: boolean) => void;
  /** Returns the function that takes the pane away again. */
  readonly addPane: () => () => void;
}

/** Whether the inspector stands beside the workspace, and where. */
export const useInspector = create<InspectorStore>((set, get) => ({
  slot: null,
  isOpen: true,
  panes: 0,
  setSlot: (slot) => set({ slot }),
  setOpen: (isOpen) => set({ isOpen }),
  addPane: () => {
    set({ panes: get().panes + 1 });
    return () => set({ panes: get().panes - 1 });
  },
}));

/** Opens the inspector because the person asked for something that is done in it. */
export function showInspector(): void {
  useInspector.getState().setOpen(true);
}
