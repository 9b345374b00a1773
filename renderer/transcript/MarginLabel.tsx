import { EyeOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { CodeBook } from '../codes/useCodeBook.ts';
import { usePlace } from '../place.ts';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useWords } from '../words.ts';
import type { LaidLabel } from './layChunk.ts';
import { hover, usePointed } from './pointedUnits.ts';
import { useUnitEntries } from './useUnitEntries.tsx';

export interface MarginLabelProps {
  readonly label: LaidLabel;
  /** None for a turn that is set aside; several when a crowd shares the label. */
  readonly units: readonly MarkedUnit[];
  readonly reason: string | null;
  readonly selected: MeaningUnitId | null;
  readonly book: CodeBook;
  readonly initialsOf: (analystId: string | null) => string | null;
}

function AsideLabel({
  gap,
  reason,
}: {
  readonly gap: number;
  readonly reason: string | null;
}) {
  const { say } = useWords();
  return (
    <span
      className="margin-label margin-aside"
      style={{ marginBlockStart: gap }}
      title={reason ?? undefined}
    >
      <Icon of={EyeOff} size={14} />
      <span className="margin-label-words">{reason || say('transcript.aside')}</span>
    </span>
  );
}

function CrowdLabel({
  gap,
  units,
}: {
  readonly gap: number;
  readonly units: readonly MarkedUnit[];
}) {
  const { say } = useWords();
  const entries = useUnitEntries(units);
  return (
    <span className="margin-label" style={{ marginBlockStart: gap }}>
      <MenuButton
        label={say('transcript.margin.crowd', { count: units.length })}
        entries={entries}
        kind="quiet"
        className="margin-crowd"
      />
    </span>
  );
}

interface UnitLabelProps extends MarginLabelProps {
  readonly unit: MarkedUnit;
}

/** The code that the label is for, and what it says of it. */
function useLabelWords({ label, unit, book, initialsOf }: UnitLabelProps) {
  const { say } = useWords();
  const codeId = unit.codeIds[label.index];
  const code = (codeId && book.byId.get(codeId)?.name) ?? say('transcript.notCoded');
  const initials = label.index === 0 ? initialsOf(unit.analystId) : null;
  const words = initials ? `${code} · ${initials}` : code;
  const name = say(unit.isInDoubt ? 'transcript.labelInDoubt' : 'transcript.label.unit', {
    n: unit.number,
    words,
  });
  return { code, words, name };
}

function UnitLabel(props: UnitLabelProps) {
  const { label, unit, selected } = props;
  const isPointed = usePointed(
    ({ hovered, atCaret }) => hovered === unit.number || atCaret === unit.number,
  );
  const { code, words, name } = useLabelWords(props);
  const isSelected = unit.id === selected;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes(
        'margin-label',
        isSelected && 'margin-label-selected',
        isPointed && 'margin-label-pointed',
      )}
      style={{ marginBlockStart: label.gap }}
      // A name, and not words hidden in the label: each of those would be a clip that scrolling pays for.
      aria-label={name}
      aria-pressed={isSelected}
      title={code}
      // The text keeps the focus and its selection.
      onMouseDown={(event) => event.preventDefault()}
      onMouseEnter={() => hover(unit.number)}
      onMouseLeave={() => hover(null)}
      onClick={() => usePlace.getState().select({ kind: 'unit', id: unit.id })}
    >
      {unit.isInDoubt && label.index === 0 && (
        <Icon of={TriangleAlert} size={14} className="margin-doubt" />
      )}
      <span className="margin-label-words">{words}</span>
    </button>
  );
}

/** What stands beside a bracket: a code's name, that there is none yet, several units together, or why a turn is set aside. */
export function MarginLabel(props: MarginLabelProps): ReactNode {
  const { label, units, reason } = props;
  const [unit] = units;
  if (!unit) return <AsideLabel gap={label.gap} reason={reason} />;
  if (units.length > 1) return <CrowdLabel gap={label.gap} units={units} />;
  return <UnitLabel {...props} unit={unit} />;
}
