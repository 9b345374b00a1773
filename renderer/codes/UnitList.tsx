import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { usePlace } from '../place.ts';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import './UnitList.css';

export interface UnitListProps {
  readonly units: readonly MeaningUnit[];
  /** How many there are in all, when `units` is the first of them. */
  readonly total?: number;
  readonly onMore?: () => void;
}

function Unit({ unit }: { readonly unit: MeaningUnit }) {
  const { say } = useWords();
  const place = [unit.speaker, unit.turnLabel, unit.transcriptName]
    .filter((part) => part !== '')
    .join(', ');
  return (
    <li>
      <button
        type="button"
        className="unit-list-item focus-inside"
        title={say('inspector.goToWords')}
        onClick={() => usePlace.getState().goToWords(unit)}
      >
        <span className="unit-list-words">{unit.text}</span>
        {unit.condensed !== '' && (
          <span className="unit-list-condensed">{unit.condensed}</span>
        )}
        <span className="unit-list-place">{place}</span>
      </button>
    </li>
  );
}

/** Units in their own words; each is a way to where it was said. */
export function UnitList({ units, total, onMore }: UnitListProps) {
  const { say } = useWords();
  const left = (total ?? units.length) - units.length;
  return (
    <>
      <ul className="unit-list">
        {units.map((unit) => (
          <Unit key={unit.id} unit={unit} />
        ))}
      </ul>
      {left > 0 && onMore && (
        <Button kind="quiet" size="small" onPress={onMore}>
          {say('inspector.units.more', { count: left })}
        </Button>
      )}
    </>
  );
}
