import { Refusal } from '../../shared/errors.ts';
import { isLabelLike, labelAtStart, labelKind } from '../../shared/text/speakerLabels.ts';
import { hasCaptions } from './captions/captions.ts';
import { isTimeLine } from './captions/cueTimes.ts';

type Advice =
  | 'import.saveAsWord'
  | 'import.saveAsText'
  | 'import.otherProgram'
  | 'import.otherPraat'
  | 'import.binaryPraat'
  | 'import.isProject'
  | 'import.isHtml';
type Sign = readonly [RegExp, string, Advice];

/** What the file begins with, where in it, and what that is. */
const binarySigns: readonly (readonly [string, number, string, Advice])[] = [
  ['SQLite format 3\0', 0, 'SQLite', 'import.isProject'],
  ['ooBinaryFile', 0, 'Praat', 'import.binaryPraat'],
  ['ID3', 0, 'MP3', 'import.otherProgram'],
  ['\xFF\xFB', 0, 'MP3', 'import.otherProgram'],
  ['OggS', 0, 'Ogg', 'import.otherProgram'],
  ['fLaC', 0, 'FLAC', 'import.otherProgram'],
  ['WAVE', 8, 'WAV', 'import.otherProgram'],
  ['AVI ', 8, 'AVI', 'import.otherProgram'],
  ['ftyp', 4, 'MP4', 'import.otherProgram'],
  ['\x1AE\xDF\xA3', 0, 'Matroska', 'import.otherProgram'],
  ['\x89PNG', 0, 'PNG', 'import.otherProgram'],
  ['\xFF\xD8\xFF', 0, 'JPEG', 'import.otherProgram'],
  ['GIF8', 0, 'GIF', 'import.otherProgram'],
  ['II*\0', 0, 'TIFF', 'import.otherProgram'],
  ['MM\0*', 0, 'TIFF', 'import.otherProgram'],
  ['\x1F\x8B', 0, 'GZIP', 'import.otherProgram'],
  ['7z\xBC\xAF', 0, '7-Zip', 'import.otherProgram'],
  ['Rar!', 0, 'RAR', 'import.otherProgram'],
];

const textSigns: readonly Sign[] = [
  [/^\s*<(?:!doctype\s+html|html|head|body|script)\b/i, 'HTML', 'import.isHtml'],
  [/^\s*File type = "ooTextFile/, 'Praat', 'import.otherPraat'],
  [/^\s*<\?xml/, 'XML', 'import.saveAsText'],
];

function refuse(file: string, kind: string, code: Advice): never {
  throw new Refusal(code, { file, kind }, { file });
}

function refuseOle(bytes: Uint8Array, file: string): never {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from(name, 'utf16le'),
    );
  if (holds('EncryptedPackage')) throw new Refusal('import.locked', { file }, { file });
  if (holds('Workbook')) throw new Refusal('tables.oldExcel', { file }, { file });
  const code = holds('WordDocument') ? 'import.oldWord' : 'import.oldWordOrLocked';
  throw new Refusal(code, { file }, { file });
}

const headOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 64)).toString('latin1');

export function looksLikeZip(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((start) =>
    head.startsWith(start),
  );
}

const flatOpenDocument =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,500}?-->\s*)?(?:<!DOCTYPE[^]{0,500}?>\s*)?<[\w-]{1,20}:document\s[^>]*opendocument:xmlns:office/;
const directoryLength = 1_000_000;

/** An OpenDocument file, zipped or flat. It says so at its beginning, unless it was packed anew. */
export function looksLikeOpenDocument(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4000)).toString('latin1');
  if (!looksLikeZip(bytes))
    return flatOpenDocument.test(
      start.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '').replaceAll('\0', ''),
    );
  if (/^.{30}mimetypeapplication\/vnd\.(?:oasis\.opendocument|sun\.xml)/s.test(start))
    return true;
  const directory = Buffer.from(bytes.subarray(-directoryLength));
  const holds = (name: string) => directory.includes(name, 0, 'latin1');
  return (
    holds('content.xml') &&
    holds('META-INF/manifest.xml') &&
    !holds('[Content_Types].xml')
  );
}

/** An RTF text, whatever its name; white space may stand before it. */
export function looksLikeRtf(bytes: Uint8Array): boolean {
  return /^(?:\xEF\xBB\xBF)?\s*\{\\rtf/.test(headOf(bytes));
}

/** A PDF; some programs write something before its first line. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return /^[^\n]{0,40}%PDF-\d/.test(headOf(bytes));
}

/** Refuses with the right sentence what can never be a transcript, by its first bytes. */
export function refuseForeignBytes(bytes: Uint8Array, file: string): void {
  const head = headOf(bytes);
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) refuseOle(bytes, file);
  for (const [sign, at, kind, code] of binarySigns) {
    if (head.startsWith(sign, at)) refuse(file, kind, code);
  }
}

export function looksLikeJson(text: string, extension: string): boolean {
  const start = text.trimStart().slice(0, 400);
  if (['json', 'jsonl', 'ndjson'].includes(extension) && /^[{[]/.test(start)) return true;
  return /^(?:\{\s*(?:"|\})|\[\s*(?:\{\s*"|\]|"))/.test(start);
}

const oTranscribeStamp = /<span[^<>]{0,200}class=\\?["']timestamp\\?["']/;

export function looksLikeOTranscribe(text: string, extension: string): boolean {
  const start = text.slice(0, 20_000);
  if (!/^\s*[{<]/.test(start)) return false;
  return extension === 'otr' || oTranscribeStamp.test(start);
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

const markdownLabel = /^(?:\*\*|__)[^*_\n]{1,40}:?(?:\*\*|__)/m;

export function looksLikeMarkdown(text: string, extension: string): boolean {
  return (
    ['md', 'markdown'].includes(extension) || markdownLabel.test(text.slice(0, 2000))
  );
}

/** Whether a text is a talk with its speakers on the lines, and nothing in it is meant as the times of a caption. */
export function isTalk(text: string): boolean {
  const start = text.slice(0, 20_000);
  if (/^WEBVTT/i.test(start) || /\d[^\n]{0,40}-{1,4}>/.test(start)) return false;
  const named = start.split('\n').filter((line) => {
    const label = labelAtStart(line)?.label;
    return label !== undefined && ['code', 'role', 'name'].includes(labelKind(label));
  });
  return named.length >= 2;
}

export function looksLikeCaptions(text: string): boolean {
  return hasCaptions(text) && !namesBelowTimes(text);
}

/** How long the declaration, the comment or the document type is that a text begins with; 0 for none that ends. */
function prologueOf(text: string): number {
  const upTo = (end: string, from = 0) => {
    const at = text.indexOf(end, from);
    return at === -1 ? 0 : at + end.length;
  };
  if (text.startsWith('<?')) return upTo('?>');
  if (text.startsWith('<!--')) return upTo('-->', '<!--'.length);
  if (!text.startsWith('<!DOCTYPE')) return 0;
  const [inner, close] = [text.indexOf('['), text.indexOf('>')];
  return inner !== -1 && inner < close ? upTo('>', text.indexOf(']')) : upTo('>');
}

/** The name of the outermost element of an XML text; null for any other. */
export function xmlRoot(text: string): string | null {
  let rest = text.slice(0, 20_000).trimStart();
  for (let length = prologueOf(rest); length > 0; length = prologueOf(rest))
    rest = rest.slice(length).trimStart();
  return /^<([\w:.-]{1,60})/.exec(rest)?.[1] ?? null;
}

export function looksLikeTextGrid(text: string): boolean {
  return /^\s*File type = "ooTextFile[^"\n]{0,20}"\s+(?:Object class = )?"TextGrid"/.test(
    text.slice(0, 400),
  );
}

export function looksLikeChat(text: string, extension: string): boolean {
  const head = text.slice(0, 2000);
  if (/^(?:@UTF8|@Begin)[ \t]*$/m.test(head)) return true;
  return extension === 'cha' && /^\*[^\s:]{1,60}:\t/m.test(head);
}

/** Refuses the text formats that Utsaga does not read yet, each with what would help. */
export function refuseForeignText(text: string, file: string): void {
  const head = text.slice(0, 2000);
  const sign = textSigns.find(([pattern]) => pattern.test(head));
  if (sign !== undefined) refuse(file, sign[1], sign[2]);
}
