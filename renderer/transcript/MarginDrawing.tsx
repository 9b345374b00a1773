import type { CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { swatchClass, swatchPath } from '../ui/swatchShapes.ts';
import { Bracket, laneWidth } from './Bracket.tsx';
import type { LaidChunk } from './layChunk.ts';

export interface MarginDrawingProps {
  readonly laid: LaidChunk;
  readonly byId: ReadonlyMap<string, MarkedUnit>;
  readonly selected: MeaningUnitId | null;
  readonly slotOf: (code: CodeId) => number | null;
}

/** As in Swatch.tsx, in rem. */
const swatchSize = 11 / 16;

/** The shapes before the names of the codes. Drawn here together, because every drawing of its own costs when the text is scrolled. */
function Swatches({ laid, byId, slotOf }: MarginDrawingProps) {
  const size = swatchSize * laid.rem;
  const x = laid.lanes * laneWidth + 0.625 * laid.rem;
  return laid.labels.map(({ unitIds, index, top }) => {
    const [unit] = unitIds.flatMap((id) => byId.get(id) ?? []);
    if (!unit || unitIds.length > 1) return null;
    const code = unit.codeIds[index];
    const slot = code ? slotOf(code) : null;
    return (
      <path
        key={`${unit.id} ${index}`}
        className={swatchClass(slot)}
        d={`M${x} ${top + (laid.line - size) / 2}${swatchPath(slot, size)}`}
      />
    );
  });
}

/** Brackets, the shapes of the codes, and the lines to labels that had to move. */
export function MarginDrawing(props: MarginDrawingProps) {
  const { laid, byId, selected, slotOf } = props;
  const edge = laid.lanes * laneWidth;
  return (
    <svg className="margin-drawing" aria-hidden focusable={false}>
      {laid.brackets.map((bracket) => {
        const unit = byId.get(bracket.unitId);
        return (
          unit && (
            <Bracket
              key={unit.id}
              bracket={bracket}
              stretches={laid.stretches.get(unit.id) ?? []}
              unit={unit}
              slot={unit.codeIds[0] ? slotOf(unit.codeIds[0]) : null}
              isSelected={unit.id === selected}
            />
          )
        );
      })}
      {laid.labels
        .filter(({ hasLeader }) => hasLeader)
        .map(({ unitIds, index, wanted, top }) => (
          <path
            key={`${unitIds[0]} ${index}`}
            className="margin-leader"
            d={`M${edge - 2} ${wanted + laid.line / 2}L${edge + 6} ${top + laid.line / 2}`}
          />
        ))}
      <Swatches {...props} />
    </svg>
  );
}
