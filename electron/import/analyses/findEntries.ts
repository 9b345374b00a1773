import type { FoundKind, FoundRow } from '../../../shared/domain/existingAnalysis.ts';
import { quoteFinder, type QuoteFinding } from '../../../shared/text/quotes/findQuote.ts';
import {
  quoteIndex,
  type QuotedTranscript,
} from '../../../shared/text/quotes/quoteIndex.ts';
import type { AnalysisEntry, EntryFacts } from './analysisEntries.ts';

export interface FoundEntry {
  readonly entry: AnalysisEntry;
  readonly finding: QuoteFinding;
}

type Progress = (done: number, total: number) => Promise<void>;

const atOnce = 20;
const restEvery = 50;

/** Looks every entry up in the transcripts; others are served meanwhile, and what is asked twice is looked up once. */
export async function findEntries(
  entries: readonly AnalysisEntry[],
  transcripts: readonly QuotedTranscript[],
  progress: Progress,
): Promise<readonly FoundEntry[]> {
  await progress(0, entries.length);
  const find = quoteFinder(quoteIndex(transcripts));
  const known = new Map<string, QuoteFinding>();
  const found: FoundEntry[] = [];
  let rested = performance.now();
  for (const [at, entry] of entries.entries()) {
    const { quote: text, transcript, speaker, turn, before, after } = entry;
    const asked = JSON.stringify([text, transcript, speaker, turn, before, after]);
    const finding =
      known.get(asked) ?? find({ text, transcript, speaker, turn, before, after });
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
