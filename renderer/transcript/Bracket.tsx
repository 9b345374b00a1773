import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { classes } from '../ui/given.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useWords } from '../words.ts';
import type { Bracket as LaidBracket } from './marginLayout.ts';
import type { Stretch } from './measureMargin.ts';
import { usePointed } from './pointedUnits.ts';
import { useUnitEntries } from './useUnitEntries.tsx';

export const laneWidth = 9;
const tick = 5;
const air = 4;

export interface BracketProps {
  readonly bracket: LaidBracket;
  readonly stretches: readonly Stretch[];
  readonly unit: MarkedUnit;
  readonly slot: number | null;
  readonly isSelected: boolean;
}

const arms = (x: number, { top, bottom }: Stretch) =>
  `M${x - tick} ${top + air}H${x}V${bottom - air}H${x - tick}`;

/** One bracket per unit; where it skips text the line is dotted. */
export function Bracket({ bracket, stretches, unit, slot, isSelected }: BracketProps) {
  const isPointed = usePointed(
    ({ hovered, atCaret }) => hovered === unit.number || atCaret === unit.number,
  );
  const x = bracket.lane * laneWidth + tick + 2;
  const whole = stretches.length > 1 || stretches.length === 0;
  const parts = stretches.length === 0 ? [bracket] : stretches;
  return (
    <g
      className={classes(
        'bracket',
        `u1-${slot === null ? 0 : ((slot - 1) % 8) + 1}`,
        (isSelected || isPointed) && 'bracket-thick',
      )}
    >
      {whole && (
        <path
          className="bracket-skip"
          d={`M${x} ${bracket.top + air}V${bracket.bottom - air}`}
        />
      )}
      {parts.map((part) => (
        <path key={part.top} d={arms(x, part)} />
      ))}
    </g>
  );
}

/** The units that no lane had room for, behind one button. */
export function Overflow({
  top,
  units,
}: {
  readonly top: number;
  readonly units: readonly MarkedUnit[];
}) {
  const { say } = useWords();
  const entries = useUnitEntries(units);
  return (
    <span className="margin-overflow" style={{ insetBlockStart: top }}>
      <MenuButton
        label={say('transcript.margin.more', { count: units.length })}
        entries={entries}
        kind="quiet"
        className="margin-overflow-button"
      >
        {`+${units.length}`}
      </MenuButton>
    </span>
  );
}
