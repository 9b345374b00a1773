import type { TranscriptId } from '../../shared/domain/ids.ts';
import { usePlace, type Selected } from '../place.ts';
import { selectText, useCaret } from './caret.ts';
import { turnElementId, type TextSelection } from './spansOfSelection.ts';

/** Where somebody was in a transcript when something else was looked at. */
interface PlaceLeft {
  readonly selection: TextSelection | null;
  /** The turn at the top of the view, and how far above it its row began. */
  readonly top: { readonly turn: number; readonly above: number } | null;
  /** What was selected, and how often it had been asked to show that. */
  readonly selected: Selected | null;
  readonly reveal: number;
}

/** As long as the window is open: the place is the person's, and not the project's. */
const left = new Map<TranscriptId, PlaceLeft>();

const scrollerOf = (root: HTMLElement) => root.closest('.workspace-content');

/** The first turn in sight. Rows stand in order, so that few of them have to be measured. */
function topOf(root: HTMLElement): PlaceLeft['top'] {
  const view = scrollerOf(root)?.getBoundingClientRect();
  const rows = root.querySelectorAll<HTMLElement>('[data-turn]');
  if (!view || rows.length === 0) return null;
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom <= view.top) low = middle + 1;
    else high = middle;
  }
  const row = rows[low]!;
  return {
    turn: Number(row.dataset['turn']),
    above: view.top - row.getBoundingClientRect().top,
  };
}

/** Notes where the person is, while the text is still in the document. */
export function notePlace(id: TranscriptId): void {
  const { surface, selection } = useCaret.getState();
  if (!surface) return;
  const { selected, reveal } = usePlace.getState();
  left.set(id, { selection, top: topOf(surface.root), selected, reveal });
}

/** The turn that was at the top of the view, if nothing else has been asked for since; null otherwise. */
export function turnLeftAt(id: TranscriptId): number | null {
  const place = placeLeft(id);
  return place?.top?.turn ?? null;
}

function placeLeft(id: TranscriptId): PlaceLeft | null {
  const { selected, reveal, wordsToShow } = usePlace.getState();
  const place = left.get(id);
  const isSame =
    place?.reveal === reveal && place.selected?.id === selected?.id && !wordsToShow;
  return isSame ? place : null;
}

/** Brings the row of a turn to the top of the view, so much of it above. */
function scrollRow(root: HTMLElement, turn: number, above: number): void {
  const scroller = scrollerOf(root);
  const row = document.getElementById(turnElementId(turn));
  if (!scroller || !row) return;
  const scroll = () => {
    const view = scroller.getBoundingClientRect();
    scroller.scrollTop += row.getBoundingClientRect().top - view.top + above;
  };
  // A chunk that is not in sight yet has its size guessed: the second look is the true one.
  scroll();
  scroll();
}

/** Back to where the person was, unless something else has been asked for since; says whether it did. */
export function goToPlaceLeft(id: TranscriptId, keepsFocus: boolean): boolean {
  const place = placeLeft(id);
  const { surface } = useCaret.getState();
  if (!place?.top || !surface) return false;
  const { turns } = surface;
  const turn = Math.min(place.top.turn, turns.length - 1);
  surface.reach({ turn, at: 0 });
  const { selection } = place;
  if (selection && selection.to.turn < turns.length)
    selectText(selection.from, selection.to, { keepsFocus });
  scrollRow(surface.root, turn, place.top.above);
  return true;
}
