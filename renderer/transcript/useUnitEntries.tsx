import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { usePlace } from '../place.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';

/** Units as the entries of a menu; choosing one selects it. */
export function useUnitEntries(units: readonly MarkedUnit[]): readonly MenuEntry[] {
  const { say } = useWords();
  const book = useCodeBook();
  const select = usePlace((place) => place.select);
  return units.map((unit) => {
    const names = unit.codeIds.flatMap((id) => book.byId.get(id)?.name ?? []);
    const [first] = unit.codeIds;
    return {
      id: unit.id,
      words: say('transcript.unit', { n: unit.number }),
      description: names.join(', ') || say('transcript.notCoded'),
      mark: <Swatch slot={first ? book.slotOf(first) : null} />,
      onAction: () => select({ kind: 'unit', id: unit.id }),
    };
  });
}
