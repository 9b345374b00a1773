import type { FoundKind, FoundRow } from '../../../shared/domain/existingAnalysis.ts';
import { quoteFinder, type QuoteFinding } from '../../../shared/text/quotes/findQuote.ts';
import {
  quoteIndex,
  type QuotedTranscript,
  type QuoteIndex,
} from '../../../shared/text/quotes/quoteIndex.ts';
import { knownNames } from '../../../shared/text/quotes/readQuote.ts';
import {
  nameParts,
  transcriptsCalled,
} from '../../../shared/text/quotes/transcriptNames.ts';
import type { AnalysisEntry, EntryFacts } from './analysisEntries.ts';

export interface FoundEntry {
  readonly entry: AnalysisEntry;
  readonly finding: QuoteFinding;
}

type Progress = (done: number, total: number) => Promise<void>;

/** Names of transcripts in a table that none here has. */
interface NamedSources {
  /** Where some of the names are known, the others are of transcripts that are not here. */
  readonly elsewhere: ReadonlySet<string>;
  /** Where none is known, the table names them in a way of its own, which says nothing. */
  readonly strange: readonly string[];
}

function sourcesOf(
  entries: readonly AnalysisEntry[],
  ground: Pick<QuoteIndex, 'transcripts' | 'names'>,
): NamedSources {
  const { isSpeaker } = knownNames(ground);
  const named = [...new Set(entries.map(({ transcript }) => transcript))].filter(
    (name) => name !== '' && !isSpeaker(name),
  );
  const unknown = named.filter(
    (name) => transcriptsCalled(ground.names, name).length === 0,
  );
  return unknown.length < named.length
    ? { elsewhere: new Set(unknown), strange: [] }
    : { elsewhere: new Set(), strange: unknown };
}

/** The names of transcripts in a table when not one of them is known here, with the first row that has one. */
export function strangeSources(
  entries: readonly AnalysisEntry[],
  transcripts: readonly QuotedTranscript[],
): { readonly names: readonly string[]; readonly first: AnalysisEntry } | null {
  const { strange: names } = sourcesOf(entries, {
    transcripts,
    names: transcripts.map(({ name }) => nameParts(name)),
  });
  const first = entries.find(({ transcript }) => names.includes(transcript));
  return first === undefined ? null : { names, first };
}

const atOnce = 20;
const restEvery = 50;

/** Looks every entry up in the transcripts; others are served meanwhile, and what is asked twice is looked up once. */
export async function findEntries(
  entries: readonly AnalysisEntry[],
  transcripts: readonly QuotedTranscript[],
  progress: Progress,
): Promise<readonly FoundEntry[]> {
  await progress(0, entries.length);
  const index = quoteIndex(transcripts);
  const find = quoteFinder(index);
  const { elsewhere } = sourcesOf(entries, index);
  const known = new Map<string, QuoteFinding>();
  const found: FoundEntry[] = [];
  let rested = performance.now();
  for (const [at, entry] of entries.entries()) {
    const { quote: text, transcript, speaker, turn, before, after } = entry;
    const asked = JSON.stringify([text, transcript, speaker, turn, before, after]);
    const isElsewhere = elsewhere.has(transcript);
    const finding =
      known.get(asked) ??
      find({ text, transcript, speaker, turn, before, after, isElsewhere });
    known.set(asked, finding);
    found.push({ entry, finding });
    if (at % atOnce === 0 && performance.now() - rested > restEvery) {
      await progress(at, entries.length);
      rested = performance.now();
    }
  }
  return found;
}

/** As it is told, with the names of transcripts and the labels of turns. */
export function foundRow(
  { entry, finding }: FoundEntry,
  transcripts: readonly QuotedTranscript[],
  codesOf: (facts: EntryFacts) => readonly string[],
): FoundRow {
  const { kind, reason, spans, text, similarity, places } = finding;
  const transcript = transcripts[finding.transcript];
  return {
    row: entry.row,
    table: entry.table,
    quote: entry.quote,
    kind,
    reason,
    transcript: transcript?.name ?? '',
    spans: spans.map(({ turn, start, end }) => ({
      turn,
      label: transcript?.turns[turn]?.label ?? '',
      start,
      end,
    })),
    text,
    similarity,
    places,
    codes: entry.facts.flatMap(codesOf),
    author: entry.author,
  };
}

/** The rows of each kind, in the order of the table. */
export function rowsByKind(
  rows: readonly FoundRow[],
): Readonly<Record<FoundKind, readonly FoundRow[]>> {
  const of = (kind: FoundKind) => rows.filter((row) => row.kind === kind);
  return {
    exact: of('exact'),
    normalised: of('normalised'),
    review: of('review'),
    refused: of('refused'),
  };
}
