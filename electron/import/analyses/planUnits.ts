import type {
  ConflictRow,
  UnitToTakeIn,
} from '../../../shared/domain/existingAnalysis.ts';
import type { AnalystId, TurnId } from '../../../shared/domain/ids.ts';
import { sameName } from '../../../shared/text/quotes/readQuote.ts';
import { namesInCell, type CellNames, type Placement } from './codePlacement.ts';
import type { EntryFacts } from './analysisEntries.ts';
import type { FoundEntry } from './findEntries.ts';

/** What the plan has to know of the project that the analysis comes into. */
export interface Ground {
  /** The turns of each transcript, in order, with the labels they have. */
  readonly turns: readonly (readonly { readonly id: TurnId; readonly label: string }[])[];
  readonly themes: CellNames;
  readonly analystOf: (author: string) => AnalystId | null;
}

export interface UnitPlan {
  readonly units: readonly UnitToTakeIn[];
  readonly conflicts: readonly ConflictRow[];
}

/** Rows of the same words are one unit; so are those that are proposed for the same quotation. */
function keyOf({ entry, finding }: FoundEntry): string {
  const { transcript, spans, kind } = finding;
  const quote = kind === 'review' ? entry.quote : '';
  return JSON.stringify([transcript, spans, quote]);
}

const longestText = 20_000;

/** Several wordings in the rows of one unit stand below each other, each once. */
function together(texts: readonly string[]): string {
  return [...new Set(texts.filter(Boolean))]
    .join('\n')
    .slice(0, longestText)
    .toWellFormed();
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [sameName(name), name])).values()];
}

/** Each code once, by whoever gave it first. */
function codesOf(
  facts: readonly EntryFacts[],
  placement: Placement,
  { analystOf }: Ground,
): UnitToTakeIn['codes'] {
  const given = facts.flatMap((one) =>
    placement.codesOf(one).map((name) => ({ name, author: one.author })),
  );
  const once = new Map(
    given.toReversed().map((code) => [sameName(code.name), code] as const),
  );
  return [...once.values()].toReversed().map(({ name, author }) => {
    const path = placement.pathOf(name);
    const analystId = author === null ? null : analystOf(author);
    return {
      name,
      ...(path === undefined ? {} : { path: [...path] }),
      ...(analystId === null ? {} : { analystId }),
    };
  });
}

function unitOf(
  group: readonly FoundEntry[],
  placement: Placement,
  ground: Ground,
): UnitToTakeIn | null {
  const { entry, finding } = group[0]!;
  const turns = ground.turns[finding.transcript] ?? [];
  const spans = finding.spans.flatMap(({ turn, start, end }) => {
    const turnId = turns[turn]?.id;
    return turnId === undefined ? [] : { turnId, start, end };
  });
  const [first] = spans;
  if (first === undefined) return null;
  const facts = group.flatMap((one) => one.entry.facts);
  const themes = unique(facts.flatMap(({ theme }) => namesInCell(theme, ground.themes)));
  const analystId = entry.author === null ? null : ground.analystOf(entry.author);
  const label = turns[finding.spans[0]?.turn ?? 0]?.label ?? '';
  const review = {
    text: entry.quote.slice(0, 100_000),
    turnId: first.turnId,
    turnLabel: label,
  };
  return {
    spans,
    condensed: together(facts.map(({ condensed }) => condensed)),
    interpretation: together(facts.map(({ interpretation }) => interpretation)),
    codes: codesOf(facts, placement, ground),
    themes: themes.filter((name) => name.length <= 300),
    ...(finding.kind === 'review' ? { review } : {}),
    ...(analystId === null ? {} : { analystId }),
  };
}

function conflictsOf(group: readonly FoundEntry[]): readonly ConflictRow[] {
  const [first] = group;
  const { row = 0, table = '' } = first?.entry ?? {};
  const speakers = group
    .filter(({ finding }) => finding.isOtherSpeaker && finding.kind !== 'review')
    .map(({ entry }) => ({
      row: entry.row,
      table: entry.table,
      conflict: 'otherSpeaker' as const,
      params: { speaker: entry.speaker },
    }));
  const wordings = new Set(
    group
      .flatMap(({ entry }) => entry.facts.map(({ condensed }) => condensed))
      .filter(Boolean),
  );
  return wordings.size > 1
    ? [
        ...speakers,
        { row, table, conflict: 'condensedOtherwise', params: { count: wordings.size } },
      ]
    : speakers;
}

/** Meaning units from the rows that were found, in the order of the table; those that stand nowhere make none. */
export function planUnits(
  found: readonly FoundEntry[],
  placement: Placement,
  ground: Ground,
): UnitPlan {
  const groups = Map.groupBy(
    found.filter(({ finding }) => finding.kind !== 'refused'),
    keyOf,
  );
  return {
    units: [...groups.values()].flatMap(
      (group) => unitOf(group, placement, ground) ?? [],
    ),
    conflicts: [...groups.values()].flatMap(conflictsOf),
  };
}
