import type { QuoteIndex } from './quoteIndex.ts';
import { quotedWords } from './quotedWords.ts';
import type { QuoteEdges } from './quoteSpans.ts';
import { nameParts, transcriptsCalled } from './transcriptNames.ts';
import { withoutWhoAndWhere } from './whoAndWhere.ts';

/** A quotation as a table has it, with what the table says of where it comes from; empty where it says nothing. */
export interface Quotation {
  readonly text: string;
  readonly transcript: string;
  readonly speaker: string;
  readonly turn: string;
  /** The transcript that the table names is not among these, where others that it names are. */
  readonly isElsewhere?: boolean;
  /** What stands on each side, where the quotation is marked in a document. */
  readonly before: string;
  readonly after: string;
}

export interface QuotePiece extends QuoteEdges {
  readonly text: string;
  readonly words: readonly string[];
}

/** A quotation taken apart: `pieces` are what is left between the marks of words that were skipped. */
export interface ReadQuote extends Quotation {
  readonly whole: QuotePiece;
  /** With words put together that a hyphen parts; null where there are none. */
  readonly unhyphenated: QuotePiece | null;
  readonly pieces: readonly QuotePiece[];
}

/** `…`, `[...]`, `(---)`, `/…/`, `- - -` and their like. */
const omissionMark =
  /[[(/]\s*(?:…|\.{2,}|(?:[-–—]\s*)+)\s*[\])/]|…|\.{3,}|\.(?:\s\.){2,}|(?<!\S)[-–—](?:\s?[-–—])+(?!\S)/gu;
const hyphen = /(?<=\p{L})[-\u2010\u00AD]\s+(?=\p{Ll})/gu;

export const sameName = (name: string) =>
  name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Labels of speakers are the same however they are spaced: `P 1`, `p1`, `P1:`. */
export const speakerKey = (label: string) => sameName(label).replace(/[\s.:]+/g, '');

function pieceOf(raw: string): QuotePiece {
  const text = raw.trim();
  const found = quotedWords(text);
  return {
    text,
    words: found.map(({ word }) => word),
    lead: text.slice(0, found[0]?.start ?? 0),
    trail: text.slice(found.at(-1)?.end ?? text.length),
  };
}

/** Names that stand for somebody or something in these transcripts. */
export interface KnownNames {
  readonly isSpeaker: (name: string) => boolean;
  readonly isTranscript: (name: string) => boolean;
}

export function knownNames({
  transcripts,
  names,
}: Pick<QuoteIndex, 'transcripts' | 'names'>): KnownNames {
  const speakers = new Set(
    transcripts.flatMap(({ turns }) =>
      turns.flatMap(({ speaker }) => (speaker === null ? [] : speakerKey(speaker))),
    ),
  );
  const keys = new Set(names.map((parts) => parts.join(' ')));
  return {
    isSpeaker: (name) => speakers.has(speakerKey(name)),
    isTranscript: (name) =>
      keys.has(nameParts(name).join(' ')) ||
      (/\p{L}/u.test(name) && transcriptsCalled(names, name).length === 1),
  };
}

/** A column of people that names transcripts, and one of transcripts that names people. */
function withNamesInPlace(quotation: Quotation, known: KnownNames): Quotation {
  const { transcript, speaker } = quotation;
  if (transcript === '' && !known.isSpeaker(speaker) && known.isTranscript(speaker))
    return { ...quotation, transcript: speaker, speaker: '' };
  if (speaker === '' && known.isSpeaker(transcript) && !known.isTranscript(transcript))
    return { ...quotation, transcript: '', speaker: transcript };
  return quotation;
}

/** Takes off what is no part of the words, and parts the rest where words were skipped. */
export function readQuote(given: Quotation, known: KnownNames): ReadQuote {
  const quotation = withoutWhoAndWhere(withNamesInPlace(given, known), known);
  const text = quotation.text.trim();
  const put = text.replace(hyphen, '');
  return {
    ...quotation,
    text,
    whole: pieceOf(text),
    unhyphenated: put === text ? null : pieceOf(put),
    pieces: text
      .split(omissionMark)
      .map(pieceOf)
      .filter(({ words }) => words.length > 0),
  };
}
