/** One speaker's uninterrupted talk as a parser read it; `text` is NFC with LF, paragraphs joined by one LF. */
export interface ParsedTurn {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
  /** Line of the source (from 1), or page of a PDF, where the turn begins; null where lines mean nothing (Word). */
  readonly line: number | null;
}

export const importFormats = [
  'plainText',
  'markdown',
  'webvtt',
  'srt',
  'word',
  'elan',
  'transcriber',
  'textGrid',
  'chat',
  'speechJson',
  'oTranscribe',
  'sbv',
  'ass',
  'ttml',
  'sami',
  'lrc',
  'spruceStl',
  'microDvd',
  'ebuStl',
  'openDocument',
  'rtf',
  'pdf',
] as const;

export type ImportFormat = (typeof importFormats)[number];

/** A fact about the reading, worded from `importNote.<code>` in shared/words. `lines` are the first 20 places: pages in a PDF. */
export interface ImportNote {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly count: number;
  readonly lines: readonly number[];
}

export interface EncodingCandidate {
  readonly encoding: string;
  /** One line of the file with letters outside ASCII, read in this encoding. */
  readonly sample: string;
}

/** A layer of a file that keeps apart what is said by whom, or what is said from what is noted about it (ELAN, Praat). */
export interface ImportTier {
  readonly name: string;
  /** Whose it is, where the file says so apart from the name. */
  readonly speaker: string | null;
  /** The linguistic type. */
  readonly kind: string | null;
  /** The tier that it hangs under. */
  readonly under: string | null;
  /** Places with words. */
  readonly places: number;
  /** Read as turns, with the choices at hand. */
  readonly isSpeech: boolean;
}

export interface ParsedTranscript {
  readonly format: ImportFormat;
  /** Null for formats that carry their own encoding (Word). */
  readonly encoding: string | null;
  readonly encodingCertainty: 'certain' | 'likely' | 'uncertain';
  readonly encodingCandidates: readonly EncodingCandidate[];
  readonly turns: readonly ParsedTurn[];
  /** Of formats that have tiers; else none. */
  readonly tiers: readonly ImportTier[];
  /** What was altered on the way in (newlines, NFC, header dropped, cues joined …). */
  readonly changes: readonly ImportNote[];
  /** What the person should look at (times that run backwards, truncated tail, lines not understood …). */
  readonly warnings: readonly ImportNote[];
}

/** The person's choices for one file; every one has the default of the format. */
export interface ImportChoices {
  readonly encoding?: string | undefined;
  readonly format?: ImportFormat | undefined;
  /** Join consecutive cues or paragraphs of one speaker into one turn. Default true. */
  readonly joinSameSpeaker?: boolean | undefined;
  /** Leave time stamps standing in the text instead of reading them as times. Default false. */
  readonly keepTimeStamps?: boolean | undefined;
  /** Leave the header block (title, Datum:, Plats: …) out of the turns. Default true. */
  readonly dropHeader?: boolean | undefined;
  /** Join lines that were wrapped at about 80 characters. Default: when the whole file looks wrapped. */
  readonly unwrapLines?: boolean | undefined;
  /** Labels the person has said are speakers although the rule did not see it. */
  readonly alsoSpeakers?: readonly string[] | undefined;
  /** Labels the person has said are not speakers. */
  readonly notSpeakers?: readonly string[] | undefined;
  /** Names or linguistic types of the tiers that are speech. Default: those that hang under no other with words. */
  readonly speechTiers?: readonly string[] | undefined;
}
