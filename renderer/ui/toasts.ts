export interface ToastAction {
  readonly words: string;
  readonly onAction: () => void;
}

export interface ToastMessage {
  readonly words: string;
  /** Usually undo. */
  readonly action?: ToastAction;
}

export interface Toast extends ToastMessage {
  readonly id: number;
}

let shown: Toast | null = null;
let nextId = 1;
let listeners: (() => void)[] = [];

function set(toast: Toast | null): void {
  shown = toast;
  for (const listener of listeners) listener();
}

/** Shows one result at the foot; it takes the place of the one before. Never for errors. */
export function showToast(message: ToastMessage): void {
  set({ ...message, id: nextId });
  nextId += 1;
}

/** Takes away the toast, or only the one with this id. */
export function hideToast(id?: number): void {
  if (id === undefined || shown?.id === id) set(null);
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

export const toastNow = (): Toast | null => shown;
