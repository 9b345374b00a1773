import { type RefObject, useEffect } from 'react';
import { create } from 'zustand';

import { showInspector } from '../inspector.ts';

export type InspectorField = 'condensed' | 'code' | 'memo';

/** A field of the inspector that is to have the focus as soon as it is there. */
const useWanted = create<{ readonly field: InspectorField | null }>(() => ({
  field: null,
}));

export function focusInspector(field: InspectorField): void {
  showInspector();
  useWanted.setState({ field });
}

/** Puts the focus in the control when it is wanted there. */
export function useWantedFocus(
  field: InspectorField,
  ref: RefObject<HTMLElement | null>,
): void {
  const isWanted = useWanted((wanted) => wanted.field === field);
  useEffect(() => {
    if (!isWanted || !ref.current) return;
    ref.current.focus();
    useWanted.setState({ field: null });
  });
}
