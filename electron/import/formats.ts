import type { ImportFormat, ParsedTurn } from '../../shared/domain/importedTranscript.ts';
import {
  looksLikeAss,
  looksLikeEbuStl,
  looksLikeLrc,
  looksLikeMicroDvd,
  looksLikeSami,
  looksLikeSbv,
  looksLikeSpruceStl,
  looksLikeTtml,
} from './captions/captionSigns.ts';
import {
  isTalk,
  looksLikeCaptions,
  looksLikeChat,
  looksLikeJson,
  looksLikeMarkdown,
  looksLikeOTranscribe,
  looksLikeOpenDocument,
  looksLikePdf,
  looksLikeRtf,
  looksLikeTextGrid,
  looksLikeZip,
  xmlRoot,
} from './detectFormat.ts';
import { readChat } from './annotations/chat.ts';
import { withoutFurniture } from './text/lineFurniture.ts';
import { readPlainText } from './text/plainText.ts';
import { turnsOfLines } from './text/runningText.ts';
import type { SourceLine } from './sourceLines.ts';
import { readSrt } from './captions/srt.ts';
import { readTextGrid } from './annotations/textGrid.ts';
import { readWebVtt } from './captions/webvtt.ts';
import type { Reading } from './reading.ts';

type Turns = readonly ParsedTurn[] | Promise<readonly ParsedTurn[]>;

interface Described {
  /** As it stands in a sentence. */
  readonly name: string;
  /** The first is the usual one; without a dot. */
  readonly extensions: readonly string[];
}

/** A format that carries its own encoding; the turns need not be normalised. */
export interface BinaryFormat extends Described {
  readonly kind: 'binary';
  readonly knows: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, reading: Reading) => Turns;
  /** Where the format is a document: its text line by line, before anything is read as speakers or times. */
  readonly lines?: (
    bytes: Uint8Array,
    reading: Reading,
  ) => Promise<readonly SourceLine[]>;
}

/** A format that is text: decoded and normalised before it is recognised and read. */
export interface TextFormat extends Described {
  readonly kind: 'text';
  /** What it begins with can be nothing else, so that it need not be held against the formats that are refused. */
  readonly isUnmistakable?: true;
  readonly knows: (text: string, extension: string) => boolean;
  readonly read: (text: string, reading: Reading) => Turns;
}

interface Document extends Described {
  readonly knows: (bytes: Uint8Array) => boolean;
  readonly lines: Required<BinaryFormat>['lines'];
  /** The lines are whole paragraphs already, by where they stood on the page. */
  readonly isUnwrapped?: boolean;
}

/** A document is read line by line as running text is. */
function documentFormat({ isUnwrapped = false, ...format }: Document): BinaryFormat {
  return {
    ...format,
    kind: 'binary',
    read: async (bytes, { choices, ...reading }) => {
      const found = await format.lines(bytes, { choices, ...reading });
      const lines = withoutFurniture(found, reading.notes);
      const chosen = isUnwrapped ? { ...choices, unwrapLines: false } : choices;
      return turnsOfLines(lines, { ...reading, choices: chosen });
    },
  };
}

/**
 * Every format, asked in this order whether a file is in it: by what stands in it, and by its name only where that tells
 * nothing. Readers that are much to load are loaded when they are needed.
 */
export const formats: Readonly<Record<ImportFormat, BinaryFormat | TextFormat>> = {
  openDocument: documentFormat({
    name: 'OpenDocument',
    extensions: ['odt', 'fodt', 'ott'],
    knows: looksLikeOpenDocument,
    lines: async (bytes, reading) =>
      (await import('./openDocument/openDocument.ts')).linesOfOpenDocument(
        bytes,
        reading,
      ),
  }),
  rtf: documentFormat({
    name: 'RTF',
    extensions: ['rtf'],
    knows: looksLikeRtf,
    lines: async (bytes, reading) =>
      (await import('./rtf/rtf.ts')).linesOfRtf(bytes, reading),
  }),
  pdf: documentFormat({
    name: 'PDF',
    extensions: ['pdf'],
    knows: looksLikePdf,
    lines: async (bytes, reading) =>
      (await import('./pdf/pdf.ts')).linesOfPdf(bytes, reading),
    isUnwrapped: true,
  }),
  word: documentFormat({
    name: 'Word',
    extensions: ['docx', 'docm', 'dotx'],
    knows: looksLikeZip,
    lines: async (bytes, reading) =>
      (await import('./word/word.ts')).linesOfWordFile(bytes, reading),
  }),
  elan: {
    kind: 'text',
    name: 'ELAN',
    extensions: ['eaf'],
    isUnmistakable: true,
    knows: (text) => xmlRoot(text) === 'ANNOTATION_DOCUMENT',
    read: async (text, reading) =>
      (await import('./annotations/elan.ts')).readElan(text, reading),
  },
  transcriber: {
    kind: 'text',
    name: 'Transcriber',
    extensions: ['trs'],
    isUnmistakable: true,
    knows: (text) => xmlRoot(text) === 'Trans',
    read: async (text, reading) =>
      (await import('./annotations/transcriber.ts')).readTranscriber(text, reading),
  },
  textGrid: {
    kind: 'text',
    name: 'TextGrid',
    extensions: ['textgrid'],
    isUnmistakable: true,
    knows: looksLikeTextGrid,
    read: readTextGrid,
  },
  chat: {
    kind: 'text',
    name: 'CHAT',
    extensions: ['cha'],
    isUnmistakable: true,
    knows: looksLikeChat,
    read: readChat,
  },
  ebuStl: {
    kind: 'binary',
    name: 'EBU STL',
    extensions: ['stl'],
    knows: looksLikeEbuStl,
    read: async (bytes, reading) =>
      (await import('./captions/ebuStl.ts')).readEbuStl(bytes, reading),
  },
  sbv: {
    kind: 'text',
    name: 'SBV',
    extensions: ['sbv'],
    knows: looksLikeSbv,
    read: async (text, reading) =>
      (await import('./captions/sbv.ts')).readSbv(text, reading),
  },
  ass: {
    kind: 'text',
    name: 'SubStation Alpha',
    extensions: ['ass', 'ssa'],
    knows: looksLikeAss,
    read: async (text, reading) =>
      (await import('./captions/ass.ts')).readAss(text, reading),
  },
  ttml: {
    kind: 'text',
    name: 'TTML',
    extensions: ['ttml', 'dfxp', 'itt'],
    isUnmistakable: true,
    knows: looksLikeTtml,
    read: async (text, reading) =>
      (await import('./captions/ttml.ts')).readTtml(text, reading),
  },
  sami: {
    kind: 'text',
    name: 'SAMI',
    extensions: ['smi', 'sami'],
    isUnmistakable: true,
    knows: looksLikeSami,
    read: async (text, reading) =>
      (await import('./captions/sami.ts')).readSami(text, reading),
  },
  lrc: {
    kind: 'text',
    name: 'LRC',
    extensions: ['lrc'],
    knows: looksLikeLrc,
    read: async (text, reading) =>
      (await import('./captions/lrc.ts')).readLrc(text, reading),
  },
  spruceStl: {
    kind: 'text',
    name: 'STL',
    extensions: ['stl'],
    knows: looksLikeSpruceStl,
    read: async (text, reading) =>
      (await import('./captions/spruceStl.ts')).readSpruceStl(text, reading),
  },
  microDvd: {
    kind: 'text',
    name: 'MicroDVD',
    extensions: ['sub'],
    knows: looksLikeMicroDvd,
    read: async (text, reading) =>
      (await import('./captions/microDvd.ts')).readMicroDvd(text, reading),
  },
  oTranscribe: {
    kind: 'text',
    name: 'oTranscribe',
    extensions: ['otr'],
    knows: looksLikeOTranscribe,
    read: async (text, reading) =>
      (await import('./oTranscribe/oTranscribe.ts')).readOTranscribe(text, reading),
  },
  speechJson: {
    kind: 'text',
    name: 'JSON',
    extensions: ['json', 'jsonl', 'ndjson'],
    knows: looksLikeJson,
    read: async (text, reading) =>
      (await import('./speechJson/readSpeechJson.ts')).readSpeechJson(text, reading),
  },
  webvtt: {
    kind: 'text',
    name: 'WebVTT',
    extensions: ['vtt'],
    knows: (text, extension) =>
      /^WEBVTT(?:[ \t\n]|$)/i.test(text.slice(0, 20)) ||
      (extension === 'vtt' && !isTalk(text)),
    read: readWebVtt,
  },
  srt: {
    kind: 'text',
    name: 'SRT',
    extensions: ['srt'],
    knows: (text, extension) =>
      (extension === 'srt' && !isTalk(text)) || looksLikeCaptions(text),
    read: readSrt,
  },
  markdown: {
    kind: 'text',
    name: 'Markdown',
    extensions: ['md', 'markdown', 'txt', 'text'],
    knows: looksLikeMarkdown,
    read: (text, reading) => readPlainText(text, { ...reading, isMarkdown: true }),
  },
  plainText: {
    kind: 'text',
    name: 'text',
    extensions: ['txt', 'text'],
    knows: () => true,
    read: readPlainText,
  },
};

const names = Object.keys(formats) as ImportFormat[];

/** The format of a file that is not text; null when it has to be decoded first. */
export function binaryFormatOf(bytes: Uint8Array): ImportFormat | null {
  return (
    names.find((name) => {
      const format = formats[name];
      return format.kind === 'binary' && format.knows(bytes);
    }) ?? null
  );
}

/** The format of a decoded text. */
export function textFormatOf(text: string, extension: string): ImportFormat {
  return (
    names.find((name) => {
      const format = formats[name];
      return format.kind === 'text' && format.knows(text, extension);
    }) ?? 'plainText'
  );
}

/** Whether files with this extension are usually in another format. */
export function belongsToOther(extension: string, format: ImportFormat): boolean {
  const usual = names.filter((name) => formats[name].extensions.includes(extension));
  return usual.length > 0 && !usual.includes(format);
}
