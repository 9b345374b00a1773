import type {
  AnalystId,
  CategoryId,
  TranscriptId,
  TurnId,
} from '../../../shared/domain/ids.ts';
import { pathOf } from '../../../shared/domain/category.ts';
import type { Level } from '../../../shared/domain/project.ts';
import type { ReadableProject } from '../handle.ts';
import { folded } from '../naming.ts';
import { readProject } from '../projects.ts';

interface GroundTurn {
  readonly id: TurnId;
  readonly label: string;
  readonly speaker: string | null;
  readonly text: string;
}

/** What an analysis from elsewhere is held against. */
export interface AnalysisGround {
  readonly levels: readonly Level[];
  readonly transcripts: readonly {
    readonly name: string;
    readonly turns: readonly GroundTurn[];
  }[];
  /** The turns of each transcript again, by themselves. */
  readonly turns: readonly (readonly GroundTurn[])[];
  readonly isCode: (name: string) => boolean;
  readonly isTheme: (name: string) => boolean;
  /** The categories that a code stands in, low to high; null when there is no such code or it is not placed. */
  readonly placeOf: (code: string) => string | null;
  /** The analyst of that name or with those initials. */
  readonly analystOf: (author: string) => AnalystId | null;
}

function allTranscripts(project: ReadableProject): AnalysisGround['transcripts'] {
  const turns = Map.groupBy(
    project.all<GroundTurn & { readonly transcriptId: TranscriptId }>(
      `SELECT turns.id, turns.transcript_id AS transcriptId, turns.label, speakers.label AS speaker, text
       FROM turns LEFT JOIN speakers ON speakers.id = speaker_id ORDER BY turns.position`,
    ),
    (turn) => turn.transcriptId,
  );
  return project
    .all<{ id: TranscriptId; name: string }>(
      'SELECT id, name FROM transcripts ORDER BY position',
    )
    .map(({ id, name }) => ({ name, turns: turns.get(id) ?? [] }));
}

interface Node {
  readonly id: CategoryId;
  readonly parentId: CategoryId | null;
  readonly depth: number;
  readonly name: string;
}

function places(project: ReadableProject): ReadonlyMap<string, string | null> {
  const nodes = new Map(
    project
      .all<Node>('SELECT id, parent_id AS parentId, depth, name FROM categories')
      .map((node) => [node.id, node]),
  );
  return new Map(
    project
      .all<{ name: string; category: CategoryId | null }>(
        'SELECT name, category_id AS category FROM codes',
      )
      .map(({ name, category }) => [
        folded(name),
        category &&
          pathOf(category, nodes)
            .map((node) => node.name)
            .join(' > '),
      ]),
  );
}

function namesIn(project: ReadableProject, sql: string): ReadonlySet<string> {
  return new Set(project.all<{ name: string }>(sql).map(({ name }) => folded(name)));
}

/** Everything of the project that a table from elsewhere is held against, read at once. */
export function analysisGround(project: ReadableProject): AnalysisGround {
  const { levels, analysts } = readProject(project);
  const transcripts = allTranscripts(project);
  const codes = places(project);
  const themes = namesIn(project, 'SELECT name FROM themes');
  return {
    levels,
    transcripts,
    turns: transcripts.map(({ turns }) => turns),
    isCode: (name) => codes.has(folded(name)),
    isTheme: (name) => themes.has(folded(name)),
    placeOf: (code) => codes.get(folded(code)) ?? null,
    analystOf: (author) =>
      analysts.find(({ name, initials }) =>
        [folded(name), folded(initials)].includes(folded(author)),
      )?.id ?? null,
  };
}
