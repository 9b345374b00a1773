import type {
  SearchAnswer,
  SearchScope,
  SpokenHit,
  UnitHit,
  WrittenHit,
} from '../../shared/domain/search.ts';
import type { Passage } from '../../shared/text/passage.ts';
import type { Say } from '../../shared/words/words.ts';

export interface HitRow {
  readonly id: string;
  readonly passage: Passage;
  /** Who says it where, or what it is written about. */
  readonly where: string;
  readonly fact?: string;
  readonly hit:
    | { readonly kind: 'spoken'; readonly spoken: SpokenHit }
    | { readonly kind: 'unit'; readonly unit: UnitHit }
    | { readonly kind: 'written'; readonly written: WrittenHit };
}

export interface HitGroup {
  readonly id: string;
  readonly title: string;
  readonly scope: SearchScope;
  readonly rows: readonly HitRow[];
}

const whoWhere = ({ speaker, turnLabel }: SpokenHit) =>
  [turnLabel, speaker].filter(Boolean).join(' ');

function turnRow(spoken: SpokenHit, say: Say): HitRow {
  return {
    id: `turn ${spoken.turnId} ${spoken.start} ${spoken.isFolded}`,
    passage: spoken.passage,
    where: whoWhere(spoken),
    hit: { kind: 'spoken', spoken },
    ...(spoken.units.length > 0
      ? { fact: say('search.where.inUnit', { n: spoken.units.join(', ') }) }
      : {}),
  };
}

function unitRow(unit: UnitHit, say: Say): HitRow {
  return {
    id: `unit ${unit.unitId} ${unit.turnId} ${unit.start} ${unit.isFolded}`,
    passage: unit.passage,
    where: whoWhere(unit),
    hit: { kind: 'unit', unit },
    fact: say('search.where.unit', { n: unit.number }),
  };
}

function writtenWhere({ about, field }: WrittenHit, say: Say): string {
  if (about.noun === 'project') return say('search.where.project');
  if (about.noun === 'unit')
    return `${say('search.where.unit', { n: about.number })}, ${about.name}`;
  return field === 'name' ? '' : about.name;
}

function writtenRow(written: WrittenHit, say: Say): HitRow {
  return {
    id: `${written.field} ${written.id} ${written.isFolded}`,
    passage: written.passage,
    where: writtenWhere(written, say),
    hit: { kind: 'written', written },
    ...(written.field === 'name' || written.field === 'memo'
      ? {}
      : { fact: say(`search.field.${written.field}`) }),
  };
}

function byTranscript<Hit extends SpokenHit>(
  scope: 'turns' | 'units',
  hits: readonly Hit[],
  { say, rowOf }: { readonly say: Say; readonly rowOf: (hit: Hit, say: Say) => HitRow },
): readonly HitGroup[] {
  const groups = Map.groupBy(hits, (hit) => `${hit.isFolded} ${hit.transcriptId}`);
  return [...groups].map(([id, own]) => {
    const name = own[0]?.transcriptName ?? '';
    const title = scope === 'units' ? `${name}: ${say('search.scope.units')}` : name;
    return {
      id: `${scope} ${id}`,
      title: own[0]?.isFolded ? `${title} (${say('search.folded')})` : title,
      scope,
      rows: own.map((hit) => rowOf(hit, say)),
    };
  });
}

/** What was found as it stands on the screen: what was said by transcript, then what was written by its kind. */
export function hitGroups(answer: SearchAnswer, say: Say): readonly HitGroup[] {
  return [
    ...byTranscript('turns', answer.turns?.hits ?? [], { say, rowOf: turnRow }),
    ...byTranscript('units', answer.units?.hits ?? [], { say, rowOf: unitRow }),
    ...answer.written
      .filter(({ hits }) => hits.length > 0)
      .map(({ scope, hits }) => ({
        id: scope,
        title: say(`search.scope.${scope}`),
        scope,
        rows: hits.map((hit) => writtenRow(hit, say)),
      })),
  ];
}
