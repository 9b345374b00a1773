import { create } from 'zustand';

/** Units by number that the pointer or the caret is in: their brackets thicken. */
interface PointedUnits {
  readonly hovered: number | null;
  readonly atCaret: number | null;
}

export const usePointed = create<PointedUnits>(() => ({ hovered: null, atCaret: null }));

export function hover(number: number | null): void {
  if (usePointed.getState().hovered !== number) usePointed.setState({ hovered: number });
}
