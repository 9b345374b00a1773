import { labelAtStart } from '../../../shared/text/speakerLabels.ts';
import { clockMs, readClock } from '../../../shared/text/timeStamps.ts';
import { eachHtmlEvent } from '../htmlEvents.ts';
import type { SourceLine } from '../sourceLines.ts';

type Part =
  { readonly text: string; readonly isBold: boolean } | { readonly stampMs: number };

interface Line {
  readonly parts: Part[];
  readonly blankBefore: boolean;
}

export interface OTranscribeLines {
  readonly lines: readonly SourceLine[];
  /** Time stamps inside a paragraph, which say nothing of when it begins or ends. */
  readonly stampsInside: number;
  readonly passedOver: number;
}

const blocks = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article'.split(' '),
);
const boldTags = new Set(['b', 'strong']);

function msOfStamp(attribute: string | null, shown: string): number | null {
  const seconds = /^\s*(\d{1,7}(?:\.\d{1,20})?)\s*$/.exec(attribute ?? '')?.[1];
  if (seconds !== undefined) return Math.round(Number(seconds) * 1000);
  const clock = readClock(shown.trim());
  return clock === null ? null : clockMs(clock, null);
}

class LineCollector {
  readonly lines: Line[] = [];
  #parts: Part[] = [];
  #blankBefore = true;
  #bold = 0;
  #stamp: { attribute: string | null; shown: string; depth: number } | null = null;

  text(characters: string): void {
    if (this.#stamp === null) this.#add(characters);
    else this.#stamp.shown += characters;
  }

  open(name: string, attribute: (name: string) => string | null): void {
    if (blocks.has(name)) this.endLine(true);
    else if (name === 'br') this.endLine(false);
    else if (boldTags.has(name)) this.#bold += 1;
    else if (name === 'span') this.#openSpan(attribute);
  }

  close(name: string): void {
    if (blocks.has(name)) this.endLine(true);
    else if (boldTags.has(name)) this.#bold = Math.max(0, this.#bold - 1);
    else if (name === 'span' && this.#stamp !== null) {
      this.#stamp.depth -= 1;
      if (this.#stamp.depth === 0) this.#closeStamp();
    }
  }

  endLine(isParagraph: boolean): void {
    this.#closeStamp();
    const isEmpty = !this.#parts.some(
      (part) => 'stampMs' in part || part.text.trim() !== '',
    );
    if (!isEmpty) this.lines.push({ parts: this.#parts, blankBefore: this.#blankBefore });
    this.#blankBefore = isParagraph || isEmpty;
    this.#parts = [];
  }

  #add(text: string): void {
    if (text !== '') this.#parts.push({ text, isBold: this.#bold > 0 });
  }

  #openSpan(attribute: (name: string) => string | null): void {
    if (this.#stamp !== null) this.#stamp.depth += 1;
    else if ((attribute('class') ?? '').split(/\s+/).includes('timestamp'))
      this.#stamp = { attribute: attribute('data-timestamp'), shown: '', depth: 1 };
  }

  #closeStamp(): void {
    if (this.#stamp === null) return;
    const { attribute, shown } = this.#stamp;
    this.#stamp = null;
    const stampMs = msOfStamp(attribute, shown);
    if (stampMs === null) this.#add(shown);
    else this.#parts.push({ stampMs });
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

// Three decimals, so that they are never taken for frames.
function written(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `[${clock.map(two).join(':')}.${String(ms % 1000).padStart(3, '0')}]`;
}

function hasWords(part: Part): boolean {
  return !('stampMs' in part) && part.text.trim() !== '';
}

/** The places of the stamps that stand at the edges of a line; of several in a row the one beside the words counts. */
function edgesOf(parts: readonly Part[]): readonly number[] {
  const first = parts.findIndex(hasWords);
  const last = parts.findLastIndex(hasWords);
  const isStamp = (part: Part) => 'stampMs' in part;
  const before = first < 0 ? parts : parts.slice(0, first);
  const tail = first < 0 ? -1 : parts.slice(last + 1).findIndex(isStamp);
  return [before.findLastIndex(isStamp), tail < 0 ? -1 : last + 1 + tail];
}

const longestLabel = 60;

class LineWriter {
  readonly #pieces: string[] = [];
  #length = 0;
  #endsInSpace = true;
  #hasWords = false;
  #isBoldSoFar = true;
  /** How many characters at the start are bold, a stamp before them included. */
  bold = 0;

  get text(): string {
    return this.#pieces.join('').trimEnd();
  }

  get #isLabel(): boolean {
    if (!this.#hasWords || this.#length > longestLabel) return false;
    return labelAtStart(this.text)?.text === '';
  }

  write(part: Part, isKept: boolean): boolean {
    if (!('stampMs' in part)) this.#words(part.text, part.isBold);
    else if (isKept || this.#isLabel)
      this.#push(`${this.#endsInSpace ? '' : ' '}${written(part.stampMs)} `);
    else return false;
    return true;
  }

  #push(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#endsInSpace = /\s$/u.test(text);
    if (!this.#hasWords) this.bold = this.#length;
  }

  #words(raw: string, isBold: boolean): void {
    const flat = raw.replace(/[ \t\n\r\f]+/g, ' ');
    const text = this.#endsInSpace ? flat.trimStart() : flat;
    if (text === '') return;
    if (text.trim() !== '') {
      this.#hasWords = true;
      this.#isBoldSoFar &&= isBold;
    }
    this.#push(text);
    if (this.#isBoldSoFar) this.bold = this.#length;
  }
}

function sourceLine(
  { parts, blankBefore }: Line,
  keepsStamps: boolean,
): { readonly line: SourceLine; readonly stampsInside: number } {
  const writer = new LineWriter();
  const edges = edgesOf(parts);
  let stampsInside = 0;
  for (const [at, part] of parts.entries())
    if (!writer.write(part, keepsStamps || edges.includes(at))) stampsInside += 1;
  const { text } = writer;
  const bold = writer.bold < text.length ? writer.bold : 0;
  const line = { text, number: null, blankBefore, bold, heading: 0, cells: null };
  return { line, stampsInside };
}

/** The lines of a transcript from oTranscribe, with the time stamps at the edges of paragraphs as `[00:01:02.500]`. */
export function linesOfOTranscribe(html: string, keepsStamps: boolean): OTranscribeLines {
  const collector = new LineCollector();
  const passedOver = eachHtmlEvent(html.includes('<') ? html : breaksIn(html), {
    text: (characters) => collector.text(characters),
    open: (name, attribute) => collector.open(name, attribute),
    close: (name) => collector.close(name),
  });
  collector.endLine(true);
  const read = collector.lines.map((line) => sourceLine(line, keepsStamps));
  return {
    lines: read.map(({ line }) => line),
    stampsInside: read.reduce((sum, line) => sum + line.stampsInside, 0),
    passedOver,
  };
}

function breaksIn(text: string): string {
  return text.replaceAll('\n', '<br>');
}
