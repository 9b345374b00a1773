import type { ReadableProject } from '../../electron/project/handle.ts';
import type { Input, NameOf } from '../../shared/api.ts';
import type { TranscriptId, TurnId } from '../../shared/domain/ids.ts';
import { randomCorrections } from './randomCorrections.ts';
import { idsOf, interview, type Ids } from '../support/sampleProject.ts';
import { randomSounds } from './randomSounds.ts';
import { randomQuestions } from './randomQuestions.ts';
import { randomPeople } from './randomPeople.ts';

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws from what the project holds right now; an empty list gives an id that is not there. */
export interface Draw {
  readonly ids: Ids;
  below(limit: number): number;
  isLucky(chance: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  /** One to `most` items, each once. */
  some<Item>(items: readonly Item[], most: number): Item[];
  /** Short, so that names meet names that are there. */
  name(): string;
  text(): string;
  spans(): { turnId: TurnId; start: number; end: number }[];
  /** One that is there, in a transcript that is. */
  turn(): DrawnTurn;
  /** A transcript as its file would have it. */
  version(): { transcriptId: TranscriptId; turns: FileTurn[] };
}

export interface FileTurn {
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  text: string;
}

export interface DrawnTurn {
  readonly id: TurnId;
  readonly transcriptId: TranscriptId;
  readonly text: string;
  /** The turns of its transcript in order, and which of them it is. */
  readonly order: readonly TurnId[];
  readonly index: number;
}

const gone = '01930000-0000-7000-8000-000000000000';
const syllables = ['stöd', 'möte', 'Ångest', 'vän', 'kraft', 'ORD', 'é', 'stöd ', '👩‍👩‍👧'];

function drawnTurn(project: ReadableProject, id: TurnId): DrawnTurn {
  const turn = project.get<Omit<DrawnTurn, 'order' | 'index'>>(
    'SELECT id, transcript_id AS transcriptId, text FROM turns WHERE id = :id',
    { id },
  ) ?? { id, transcriptId: gone as TranscriptId, text: '' };
  const order = project
    .all<{
      id: TurnId;
    }>('SELECT id FROM turns WHERE transcript_id = :id ORDER BY position', {
      id: turn.transcriptId,
    })
    .map((row) => row.id);
  return { ...turn, order, index: order.indexOf(id) };
}

export function drawing(project: ReadableProject, random: () => number): Draw {
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <Item>(items: readonly Item[]): Item =>
    items.length > 0 ? items[below(items.length)]! : (gone as Item);
  const some = <Item>(items: readonly Item[], most: number): Item[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => one(items))),
  ];
  const words = (count: number) =>
    Array.from({ length: count }, () => one(syllables)).join(' ');
  const ids = idsOf(project);
  const spanIn = (turn: { id: TurnId; text: string }) => {
    const start = below(turn.text.length);
    return {
      turnId: turn.id,
      start,
      end: Math.min(turn.text.length, start + 1 + below(60)),
    };
  };
  return {
    ids,
    below,
    isLucky: (chance) => random() < chance,
    one,
    some,
    name: () => `${words(1).trim()} ${below(30)}`,
    turn: () => drawnTurn(project, one(ids.turns)),
    version: () => {
      const transcriptId = one(ids.transcripts);
      const turns = project.all<FileTurn>(
        `SELECT speakers.label AS speaker, start_ms AS startMs, end_ms AS endMs, text
         FROM turns LEFT JOIN speakers ON speakers.id = speaker_id
         WHERE turns.transcript_id = :transcriptId ORDER BY turns.position`,
        { transcriptId },
      );
      return { transcriptId, turns: [...turns] };
    },
    text: () => (random() < 0.1 ? '' : words(1 + below(8)).trim()),
    spans: () => {
      const around = below(Math.max(1, ids.turns.length));
      return Array.from({ length: 1 + below(3) }, () => {
        const turnId = ids.turns[Math.min(ids.turns.length - 1, around + below(3))];
        const turn =
          turnId &&
          project.get<{ id: TurnId; text: string }>(
            'SELECT id, text FROM turns WHERE id = :turnId',
            { turnId },
          );
        return turn && turn.text !== ''
          ? spanIn(turn)
          : { turnId: gone as TurnId, start: 0, end: 1 };
      });
    },
  };
}

export type Generators = {
  readonly [Name in NameOf<'action'>]: {
    /** How often, against the others. */
    readonly weight: number;
    readonly input: (draw: Draw) => Input<Name>;
  };
};

const after = <Id>(draw: Draw, ids: readonly Id[]) =>
  draw.isLucky(0.5) ? {} : { after: draw.isLucky(0.3) ? null : draw.one(ids) };
const nullable = <Id>(draw: Draw, ids: readonly Id[], chance = 0.3): Id | null =>
  draw.isLucky(chance) ? null : draw.one(ids);
const described = (draw: Draw) => ({
  ...(draw.isLucky(0.7) ? { definition: draw.text() } : {}),
  ...(draw.isLucky(0.5) ? { inclusion: draw.text() } : {}),
  ...(draw.isLucky(0.3) ? { exclusion: draw.text() } : {}),
});
const links = (draw: Draw) => ({
  themeId: draw.one(draw.ids.themes),
  unitIds: draw.some(draw.ids.units, 3),
  codeIds: draw.isLucky(0.5) ? draw.some(draw.ids.codes, 2) : [],
  categoryIds: draw.isLucky(0.5) ? draw.some(draw.ids.categories, 2) : [],
});

function cell(draw: Draw): Input<'analysisTable.edit'>['cells'][number] {
  const unitId = draw.one(draw.ids.units);
  const names = () => draw.some([draw.name(), draw.name(), draw.name()], 3).join('; ');
  switch (draw.below(5)) {
    case 0:
      return { unitId, column: 'condensed', value: draw.text() };
    case 1:
      return { unitId, column: 'interpretation', value: draw.text() };
    case 2:
      return { unitId, column: 'code', value: draw.isLucky(0.1) ? '' : names() };
    case 3:
      return { unitId, column: 'theme', value: draw.isLucky(0.3) ? '' : names() };
    default:
      return {
        unitId,
        column: 'category',
        depth: 1 + draw.below(2),
        value: draw.isLucky(0.2) ? '' : draw.name(),
      };
  }
}

/** A random input for every action, drawn from what there is; some are refused, as a person's are. */
export const randomInputs: Generators = {
  'project.describe': {
    weight: 1,
    input: (draw) => ({
      title: draw.name(),
      researchQuestions: [draw.text(), draw.text()],
    }),
  },
  'project.setLevels': {
    weight: 1,
    input: (draw) => ({
      levelPreset: 'EK08',
      levelNames: Array.from({ length: 1 + draw.below(3) }, () => draw.name()),
      hasThemes: draw.isLucky(0.8),
    }),
  },
  'project.setReading': {
    weight: 1,
    input: (draw) => ({ lineLength: 50 + draw.below(41), colourLevel: draw.below(3) }),
  },
  'analysts.add': { weight: 0.2, input: (draw) => ({ name: draw.name() }) },
  'analysts.rename': {
    weight: 0.5,
    input: (draw) => ({ analystId: draw.one(draw.ids.analysts), name: draw.name() }),
  },
  'transcripts.import': {
    weight: 1,
    input: (draw) => ({
      ...interview,
      name: draw.name(),
      turns: draw.some(interview.turns, 6),
      speakers: [...interview.speakers],
    }),
  },
  'transcripts.passCoverage': {
    weight: 0.5,
    input: (draw) => ({ transcriptId: draw.one(draw.ids.transcripts) }),
  },
  'transcripts.describe': {
    weight: 1,
    input: (draw) => ({
      transcriptId: draw.one(draw.ids.transcripts),
      name: draw.name(),
      minutes: draw.below(90),
    }),
  },
  'transcripts.move': {
    weight: 1,
    input: (draw) => ({
      transcriptId: draw.one(draw.ids.transcripts),
      ...after(draw, draw.ids.transcripts),
    }),
  },
  'transcripts.remove': {
    weight: 0.5,
    input: (draw) => ({ transcriptId: draw.one(draw.ids.transcripts) }),
  },
  'speakers.rename': {
    weight: 1,
    input: (draw) => ({ speakerId: draw.one(draw.ids.speakers), label: draw.name() }),
  },
  'speakers.assign': {
    weight: 1,
    input: (draw) => ({
      speakerId: draw.one(draw.ids.speakers),
      role: draw.one(['participant', 'moderator', 'observer'] as const),
      ...(draw.isLucky(0.5)
        ? { pseudonym: draw.name() }
        : { participantId: nullable(draw, draw.ids.participants) }),
    }),
  },
  'participants.add': { weight: 1, input: (draw) => ({ pseudonym: draw.name() }) },
  'participants.rename': {
    weight: 1,
    input: (draw) => ({
      participantId: draw.one(draw.ids.participants),
      pseudonym: draw.name(),
    }),
  },
  'participants.remove': {
    weight: 0.5,
    input: (draw) => ({ participantId: draw.one(draw.ids.participants) }),
  },
  'turns.setAside': {
    weight: 2,
    input: (draw) => ({ turnIds: draw.some(draw.ids.turns, 4), reason: draw.text() }),
  },
  'turns.takeBack': {
    weight: 1,
    input: (draw) => ({ turnIds: draw.some(draw.ids.setAside, 2) }),
  },
  ...randomSounds,
  ...randomCorrections,
  ...randomQuestions,
  ...randomPeople,
  'meaningUnits.mark': { weight: 8, input: (draw) => ({ spans: draw.spans() }) },
  'meaningUnits.markEach': { weight: 2, input: (draw) => ({ places: draw.spans() }) },
  'meaningUnits.addSpans': {
    weight: 3,
    input: (draw) => ({ unitId: draw.one(draw.ids.units), spans: draw.spans() }),
  },
  'meaningUnits.resize': {
    weight: 4,
    input: (draw) => ({ unitId: draw.one(draw.ids.units), spans: draw.spans() }),
  },
  'meaningUnits.retire': {
    weight: 3,
    input: (draw) => ({ unitIds: draw.some(draw.ids.units, 4), reason: draw.text() }),
  },
  'meaningUnits.restore': {
    weight: 1,
    input: (draw) => ({ unitIds: draw.some(draw.ids.retired, 3) }),
  },
  'meaningUnits.star': {
    weight: 1,
    input: (draw) => ({
      unitIds: draw.some(draw.ids.units, 4),
      isQuotable: draw.isLucky(0.6),
    }),
  },
  'meaningUnits.condense': {
    weight: 5,
    input: (draw) => ({ unitId: draw.one(draw.ids.units), text: draw.text() }),
  },
  'meaningUnits.interpret': {
    weight: 2,
    input: (draw) => ({ unitId: draw.one(draw.ids.units), text: draw.text() }),
  },
  'meaningUnits.code': {
    weight: 6,
    input: (draw) => ({
      unitIds: draw.some(draw.ids.units, 4),
      codeIds: draw.some(draw.ids.codes, 2),
      create: draw.isLucky(0.3) ? [{ name: draw.name() }, { name: draw.name() }] : [],
    }),
  },
  'meaningUnits.uncode': {
    weight: 2,
    input: (draw) => ({
      unitIds: draw.some(draw.ids.units, 20),
      codeId: draw.one(draw.ids.codes),
    }),
  },
  'codes.create': {
    weight: 3,
    input: (draw) => ({
      name: draw.name(),
      definition: draw.text(),
      ...(draw.isLucky(0.5) ? { categoryId: draw.one(draw.ids.categories) } : {}),
    }),
  },
  'codes.rename': {
    weight: 2,
    input: (draw) => ({ codeId: draw.one(draw.ids.codes), name: draw.name() }),
  },
  'codes.describe': {
    weight: 2,
    input: (draw) => ({ codeId: draw.one(draw.ids.codes), ...described(draw) }),
  },
  'codes.colour': {
    weight: 1,
    input: (draw) => ({ codeId: draw.one(draw.ids.codes), colour: 1 + draw.below(16) }),
  },
  'codes.move': {
    weight: 6,
    input: (draw) => ({
      codeIds: draw.some(draw.ids.codes, 6),
      categoryId: nullable(draw, draw.ids.categories),
      ...after(draw, draw.ids.codes),
    }),
  },
  'codes.merge': {
    weight: 2,
    input: (draw) => ({
      into: draw.one(draw.ids.codes),
      from: draw.some(draw.ids.codes, 3),
      ...(draw.isLucky(0.5) ? { name: draw.name() } : {}),
    }),
  },
  'codes.split': {
    weight: 2,
    input: (draw) => ({
      codeId: draw.one(draw.ids.codes),
      unitIds: draw.some(draw.ids.units, 20),
      name: draw.name(),
    }),
  },
  'codes.remove': {
    weight: 1,
    input: (draw) => ({ codeIds: draw.some(draw.ids.codes, 2) }),
  },
  'categories.create': {
    weight: 3,
    input: (draw) => ({
      name: draw.name(),
      depth: 1 + draw.below(3),
      parentId: nullable(draw, draw.ids.categories, 0.5),
      codeIds: draw.isLucky(0.4) ? draw.some(draw.ids.codes, 3) : [],
      categoryIds: draw.isLucky(0.3) ? draw.some(draw.ids.categories, 2) : [],
    }),
  },
  'categories.rename': {
    weight: 2,
    input: (draw) => ({ categoryId: draw.one(draw.ids.categories), name: draw.name() }),
  },
  'categories.describe': {
    weight: 1,
    input: (draw) => ({ categoryId: draw.one(draw.ids.categories), ...described(draw) }),
  },
  'categories.colour': {
    weight: 1,
    input: (draw) => ({
      categoryId: draw.one(draw.ids.categories),
      colour: draw.isLucky(0.3) ? null : 2,
    }),
  },
  'categories.move': {
    weight: 5,
    input: (draw) => ({
      categoryIds: draw.some(draw.ids.categories, 3),
      parentId: nullable(draw, draw.ids.categories, 0.4),
      ...after(draw, draw.ids.categories),
    }),
  },
  'categories.dissolve': {
    weight: 2,
    input: (draw) => ({ categoryId: draw.one(draw.ids.categories) }),
  },
  'themes.create': {
    weight: 1,
    input: (draw) => ({
      name: draw.name(),
      parentId: nullable(draw, draw.ids.themes, 0.6),
    }),
  },
  'themes.rename': {
    weight: 1,
    input: (draw) => ({ themeId: draw.one(draw.ids.themes), name: draw.name() }),
  },
  'themes.move': {
    weight: 2,
    input: (draw) => ({
      themeId: draw.one(draw.ids.themes),
      parentId: nullable(draw, draw.ids.themes),
      ...after(draw, draw.ids.themes),
    }),
  },
  'themes.link': { weight: 2, input: links },
  'themes.unlink': { weight: 1, input: links },
  'themes.remove': {
    weight: 0.5,
    input: (draw) => ({ themeId: draw.one(draw.ids.themes) }),
  },
  'memos.write': {
    weight: 2,
    input: (draw) => ({
      text: draw.name(),
      ...(draw.isLucky(0.2) ? { memoId: draw.one(draw.ids.memos) } : {}),
      ...(draw.isLucky(0.3) ? { unitId: draw.one(draw.ids.units) } : {}),
      ...(draw.isLucky(0.3) ? { codeId: draw.one(draw.ids.codes) } : {}),
    }),
  },
  'memos.remove': { weight: 1, input: (draw) => ({ memoId: draw.one(draw.ids.memos) }) },
  'analysisTable.edit': {
    weight: 5,
    input: (draw) => ({
      cells: Array.from({ length: 1 + draw.below(6) }, () => cell(draw)),
    }),
  },
  'analyses.takeIn': {
    weight: 3,
    input: (draw) => ({
      units: Array.from({ length: 1 + draw.below(3) }, () => {
        const spans = draw.spans();
        const turnId = spans[0]?.turnId ?? draw.turn().id;
        return {
          spans,
          condensed: draw.text(),
          codes: [
            {
              name: draw.name(),
              path: [draw.name(), draw.isLucky(0.5) ? draw.name() : null],
            },
          ],
          themes: draw.isLucky(0.3) ? [draw.name()] : [],
          ...(draw.isLucky(0.3)
            ? { review: { text: draw.text(), turnId, turnLabel: 'r1' } }
            : {}),
        };
      }),
    }),
  },
};
