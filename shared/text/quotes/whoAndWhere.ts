import type { KnownNames, Quotation } from './readQuote.ts';

const inBracketsAtEnd = /\s*[([]([^()[\]\n]{1,300})[)\]]\s*\.?\s*$/u;
const inBracketsAtStart = /^\s*[([]([^()[\]\n]{1,300})[)\]]\s*:?\s*/u;
const afterMarks = /(?<=["”“»«'’])\s*[-–—,]?\s*([^"”“»«'’\n]{1,80})$/u;

const stamp = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const reference = new RegExp(
  String.raw`^(?:(?:s|sid|sidan?|sidor(?:na)?|pp?|pages?|r|rad(?:en|er(?:na)?)?|l|lines?|nr|no|turns?|replik(?:er)?)\.?\s*\d+(?:\s*[-–]\s*\d+)?f{0,2}|${stamp}(?:\s*[-–]\s*${stamp})?)\.?$`,
  'iu',
);
const figures = /^\d+(?:\s*[-–]\s*\d+)?$/u;

interface Said {
  readonly speakers: readonly string[];
  readonly transcripts: readonly string[];
}

/** What a tag says, when all of it is who and where: `P1`, `FG2, P1`, `s. 3, rad 12–14`; null for other words. */
function saidIn(tag: string, known: KnownNames): Said | null {
  const parts = tag
    .split(/\s*[,;]\s*|\s*:\s+/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const speakers = parts.filter(known.isSpeaker);
  const others = parts.filter((part) => !known.isSpeaker(part));
  const references = others.filter((part) => reference.test(part));
  const transcripts = others.filter(
    (part) => !reference.test(part) && !figures.test(part) && known.isTranscript(part),
  );
  const rest = others.length - references.length - transcripts.length;
  const isCertain = speakers.length + references.length + transcripts.length > 0;
  const plain = others.filter((part) => figures.test(part)).length;
  return isCertain && rest === plain ? { speakers, transcripts } : null;
}

/** Who and where, as they stand before or after a quotation, in brackets or after its closing mark. */
function withoutTag(quotation: Quotation, tag: RegExp, known: KnownNames): Quotation {
  const found = tag.exec(quotation.text);
  const said = found && saidIn(found[1] ?? '', known);
  if (!found || !said) return quotation;
  const text = quotation.text;
  return {
    ...quotation,
    text: text.slice(0, found.index) + text.slice(found.index + found[0].length),
    speaker: quotation.speaker || said.speakers.join(', '),
    transcript: quotation.transcript || (said.transcripts[0] ?? ''),
  };
}

const stampAtStart = new RegExp(
  String.raw`^[^\S\n]*(?:[([#<]?${stamp}(?:\s*[-–]\s*${stamp})?[)\]#>]?)[^\S\n]*`,
  'gmu',
);

/** Who speaks, where it is written before each line of the quotation. */
function withoutLabels(quotation: Quotation, known: KnownNames): Quotation {
  const speakers: string[] = [];
  const text = quotation.text.replace(
    /^([^\S\n]*["”“»«'’]?)[^\S\n]*([^:\t\n–—-]{1,80}?)[^\S\n]*(?::|\t|\s[-–—](?=\s))[^\S\n]*/gmu,
    (all, mark: string, label: string) => {
      if (!known.isSpeaker(label)) return all;
      speakers.push(label.trim());
      return mark;
    },
  );
  return { ...quotation, text, speaker: quotation.speaker || speakers.join(', ') };
}

/** The quotation without what only says who speaks and where it stands; that is kept where the table has no cell for it. */
export function withoutWhoAndWhere(given: Quotation, known: KnownNames): Quotation {
  const tagged = [inBracketsAtEnd, afterMarks, inBracketsAtStart].reduce(
    (quotation, tag) => withoutTag(quotation, tag, known),
    given,
  );
  const timeless = { ...tagged, text: tagged.text.replace(stampAtStart, '') };
  return withoutLabels(timeless, known);
}
