import type { QuoteIndex } from './quoteIndex.ts';
import { quotedWords } from './quotedWords.ts';
import type { QuoteEdges } from './quoteSpans.ts';

/** A quotation as a table has it, with what the table says of where it comes from; empty where it says nothing. */
export interface Quotation {
  readonly text: string;
  readonly transcript: string;
  readonly speaker: string;
  readonly turn: string;
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
  readonly pieces: readonly QuotePiece[];
}

const omissionMark = /[[(/]\s*(?:…|\.{2,})\s*[\])/]|…|\.{3,}/gu;

export const sameName = (name: string) =>
  name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

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

export function knownNames({ transcripts }: QuoteIndex): KnownNames {
  const speakers = new Set(
    transcripts.flatMap(({ turns }) =>
      turns.flatMap(({ speaker }) => (speaker === null ? [] : sameName(speaker))),
    ),
  );
  const names = new Set(transcripts.map(({ name }) => sameName(name)));
  return {
    isSpeaker: (name) => speakers.has(sameName(name)),
    isTranscript: (name) => names.has(sameName(name)),
  };
}

const tagAtEnd = /\s*\(([^()\n]{1,300})\)\s*$/u;

/** Who and where, as they stand in brackets after a quotation: `(P1)`, `(FG2, P1)`. */
function withoutTag(quotation: Quotation, known: KnownNames): Quotation {
  const tag = tagAtEnd.exec(quotation.text);
  const parts = (tag?.[1] ?? '').split(/\s*[,;:]\s*/u).filter(Boolean);
  const speakers = parts.filter(known.isSpeaker);
  const transcripts = parts.filter(known.isTranscript);
  const isTag = parts.every((part) => known.isSpeaker(part) || known.isTranscript(part));
  if (tag === null || parts.length === 0 || !isTag) return quotation;
  return {
    ...quotation,
    text: quotation.text.slice(0, tag.index),
    speaker: quotation.speaker || speakers.join(', '),
    transcript: quotation.transcript || (transcripts[0] ?? ''),
  };
}

/** Who speaks, where it is written before each line of the quotation. */
function withoutLabels(quotation: Quotation, known: KnownNames): Quotation {
  const speakers: string[] = [];
  const text = quotation.text.replace(
    /^[^\S\n]*([^:\n]{1,80}):[^\S\n]*/gmu,
    (all, label: string) => {
      if (!known.isSpeaker(label)) return all;
      speakers.push(label.trim());
      return '';
    },
  );
  return { ...quotation, text, speaker: quotation.speaker || speakers.join(', ') };
}

/** Takes off what is no part of the words, and parts the rest where words were skipped. */
export function readQuote(given: Quotation, known: KnownNames): ReadQuote {
  const quotation = withoutLabels(withoutTag(given, known), known);
  const text = quotation.text.trim();
  return {
    ...quotation,
    text,
    whole: pieceOf(text),
    pieces: text
      .split(omissionMark)
      .map(pieceOf)
      .filter(({ words }) => words.length > 0),
  };
}
