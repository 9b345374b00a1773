import type { ImportFormat } from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { isLabelLike, labelKind } from '../../shared/text/speakerLabels.ts';
import { hasCaptions } from './captions.ts';
import { isTimeLine } from './cueTimes.ts';

type Advice =
  | 'import.saveAsWord'
  | 'import.saveAsText'
  | 'import.saveAsCaptions'
  | 'import.otherProgram'
  | 'import.isProject'
  | 'import.isHtml';
type Sign = readonly [RegExp, string, Advice];

const binarySigns: readonly Sign[] = [
  [/^%PDF-/, 'PDF', 'import.saveAsWord'],
  [/^\{\\rtf/, 'RTF', 'import.saveAsWord'],
  [/^SQLite format 3\0/, 'Utsaga', 'import.isProject'],
  [
    /^(?:ID3|OggS|fLaC|RIFF....WAVE|FORM....AIFF|\xFF[\xFB\xF3\xF2])/s,
    'MP3/WAV',
    'import.otherProgram',
  ],
  [/^(?:....ftyp|RIFF....AVI |\x1A\x45\xDF\xA3)/s, 'MP4/M4A', 'import.otherProgram'],
  [
    /^(?:\x89PNG|\xFF\xD8\xFF|GIF8|BM....\0\0\0\0|II\*\0|MM\0\*)/s,
    'PNG/JPEG',
    'import.otherProgram',
  ],
  [/^(?:\x1F\x8B|7z\xBC\xAF\x27\x1C|Rar!|BZh)/, 'ZIP', 'import.otherProgram'],
];

const textSigns: readonly Sign[] = [
  [/^\s*<(?:!doctype\s+html|html|head|body|script)\b/i, 'HTML', 'import.isHtml'],
  [/^\s*\{\\rtf/, 'RTF', 'import.saveAsWord'],
  [
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,500}?-->\s*)?<(?:office:document|office:document-content)\b/,
    'OpenDocument',
    'import.saveAsWord',
  ],
  [/^\s*(?:<\?xml[^>]*>\s*)?<ANNOTATION_DOCUMENT\b/, 'ELAN', 'import.saveAsText'],
  [
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE Trans\b|<Trans\b)/,
    'Transcriber',
    'import.saveAsText',
  ],
  [/^\s*(?:<\?xml[^>]*>\s*)?<tt\b/, 'TTML', 'import.saveAsCaptions'],
  [/^\s*<SAMI\b/i, 'SAMI', 'import.saveAsCaptions'],
  [/^\s*\[Script Info\]/i, 'ASS', 'import.saveAsCaptions'],
  [/^\s*(?:@UTF8|@Begin)\s*$/m, 'CHAT', 'import.saveAsText'],
  [/^\s*File type = "ooTextFile/, 'Praat', 'import.saveAsText'],
  [/^\s*<\?xml/, 'XML', 'import.saveAsText'],
  [
    /^\s*\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}\s*\n/,
    'SBV',
    'import.saveAsCaptions',
  ],
];

export type FileShape = 'zip' | 'text';

const hex = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

function refuse(file: string, [, kind, code]: Sign): never {
  throw new Refusal(code, { file, kind }, { file });
}

function refuseOle(bytes: Uint8Array, file: string): never {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from(name, 'utf16le'),
    );
  if (holds('EncryptedPackage')) throw new Refusal('import.locked', { file }, { file });
  const code = holds('WordDocument') ? 'import.oldWord' : 'import.oldWordOrLocked';
  throw new Refusal(code, { file }, { file });
}

/** What the first bytes say; refuses with the right sentence what can never be a transcript in text or Word. */
export function fileShape(bytes: Uint8Array, file: string): FileShape {
  const head = hex(bytes, 0, 64);
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return 'zip';
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) refuseOle(bytes, file);
  const sign = binarySigns.find(([pattern]) => pattern.test(head));
  if (sign !== undefined) refuse(file, sign);
  return 'text';
}

function looksLikeJson(text: string): boolean {
  const start = text.trimStart().slice(0, 400);
  return /^(?:\{\s*(?:"|\})|\[\s*(?:\{\s*"|\]|"))/.test(start);
}

// Teams' first Word files, pasted as text, have the name on the line below the times; they are no captions.
function namesBelowTimes(text: string): boolean {
  const lines = text
    .slice(0, 50_000)
    .split('\n')
    .map((line) => line.trim());
  const times = lines.flatMap((line, at) => (isTimeLine(line) ? [at] : []));
  const named = times.filter((at) => {
    const below = lines[at + 1] ?? '';
    return (
      isLabelLike(below) &&
      ['code', 'role', 'name'].includes(labelKind(below)) &&
      (lines[at + 2] ?? '') !== ''
    );
  });
  return times.length >= 2 && named.length >= times.length * 0.8;
}

export function extensionOf(file: string): string {
  return /\.([A-Za-z0-9]{1,12})$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** Which format a decoded text is in, by what stands in it; refuses the formats that Utsaga does not read yet. */
export function textFormat(text: string, file: string): ImportFormat {
  const extension = extensionOf(file);
  const head = text.slice(0, 2000);
  if (/^WEBVTT(?:[ \t\n]|$)/i.test(head)) return 'webvtt';
  const sign = textSigns.find(([pattern]) => pattern.test(head));
  if (sign !== undefined) refuse(file, sign);
  if (looksLikeJson(text))
    throw new Refusal('import.saveAsText', { file, kind: 'JSON' }, { file });
  if (extension === 'vtt' || extension === 'srt')
    return extension === 'vtt' ? 'webvtt' : 'srt';
  if (hasCaptions(text) && !namesBelowTimes(text)) return 'srt';
  const isMarkdown =
    extension === 'md' ||
    extension === 'markdown' ||
    /^(?:\*\*|__)[^*_\n]{1,40}:?(?:\*\*|__)/m.test(head);
  return isMarkdown ? 'markdown' : 'plainText';
}
