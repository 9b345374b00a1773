import type { HitExtent } from '../../shared/domain/search.ts';
import type { Span } from '../../shared/domain/span.ts';
import { sentenceAt } from '../../shared/text/sentences.ts';
import type { TextRange } from '../../shared/text/textRange.ts';
import { wholeWords } from '../../shared/text/wordsAt.ts';
import type { ReadableProject } from './handle.ts';
import { unitSpansIn } from './search/searchTurns.ts';
import { placeIn, turnsOfSpans, type PlacedSpan } from './spans.ts';

function widened(text: string, { start, end }: TextRange, extent: HitExtent): TextRange {
  // No unit cuts a word (method.md M03), however little of it was sought.
  if (extent === 'words') return wholeWords(text, { start, end });
  if (extent === 'turn') return { start: 0, end: text.length };
  return {
    start: Math.min(start, sentenceAt(text, start)?.start ?? start),
    end: Math.max(end, sentenceAt(text, Math.max(start, end - 1))?.end ?? end),
  };
}

export interface NewPlaces {
  /** In the given order, each once. */
  readonly made: readonly PlacedSpan[];
  /** So many are an active unit of just those words already. */
  readonly already: number;
}

const keyOf = ({ turnId, start, end }: Span) => `${turnId} ${start} ${end}`;

/** What would become units if these places were marked, each for itself and as wide as asked for. */
export function newPlaces(
  project: ReadableProject,
  places: readonly Span[],
  extent: HitExtent,
): NewPlaces {
  const turns = turnsOfSpans(project, places);
  const marked = new Set(
    [...unitSpansIn(project, [...turns.keys()]).values()]
      .flat()
      .filter(({ isWhole }) => isWhole)
      .map(keyOf),
  );
  const made = new Map<string, PlacedSpan>();
  const known = new Set<string>();
  for (const place of places) {
    const text = turns.get(place.turnId)?.text ?? '';
    const [span] = placeIn(turns, [{ ...place, ...widened(text, place, extent) }]);
    if (!span) continue;
    const key = keyOf(span);
    if (marked.has(key)) known.add(key);
    else made.set(key, span);
  }
  return { made: [...made.values()], already: known.size };
}
