import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';
import { ttmlMs, ttmlRates, type TtmlRates } from './ttmlTimes.ts';
import { readXml, rulesFor, type XmlAttributes, type XmlListener } from '../xmlEvents.ts';

/** What is told about a file and not said in it. */
const aboutTheFile = new Set('metadata title desc copyright agent name actor'.split(' '));

interface Level {
  readonly name: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly agents: string | undefined;
}

interface Said {
  readonly agents: string | undefined;
  text: string;
}

interface Paragraph {
  readonly line: number;
  startMs: number | null;
  endMs: number | null;
  readonly said: Said[];
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function byLocalName(attributes: XmlAttributes): Map<string, string> {
  return new Map(
    Object.entries(attributes).map(([key, value = '']) => [local(key), value]),
  );
}

const later = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
const earlier = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

const outermost: Level = { name: '', startMs: null, endMs: null, agents: undefined };

interface OwnTimes {
  readonly begin: number | null;
  readonly end: number | null;
  readonly length: number | null;
}

// Times count from the beginning of what they stand in.
function timesWithin(
  above: Level,
  { begin, end, length }: OwnTimes,
): Pick<Level, 'startMs' | 'endMs'> {
  const base = above.startMs ?? 0;
  const startMs = begin === null ? above.startMs : base + begin;
  if (end !== null) return { startMs, endMs: base + end };
  return { startMs, endMs: length === null ? above.endMs : (startMs ?? base) + length };
}

class TtmlReader implements XmlListener {
  readonly paragraphs: Paragraph[] = [];
  readonly names = new Map<string, string>();
  readonly #notes: ImportNotes;
  readonly #levels: Level[] = [];
  #rates: TtmlRates = ttmlRates(new Map());
  #agent: string | null = null;
  #open: Paragraph | null = null;
  #depthOfOpen = 0;
  #unsaid = 0;

  constructor(notes: ImportNotes) {
    this.#notes = notes;
  }

  open(prefixed: string, written: XmlAttributes, line: number): void {
    const name = local(prefixed);
    const attributes = byLocalName(written);
    if (name === 'tt') this.#rates = ttmlRates(attributes);
    if (name === 'agent') this.#agent = attributes.get('id') ?? null;
    if (aboutTheFile.has(name)) this.#unsaid += 1;
    const level = this.#levelOf(name, attributes, line);
    this.#levels.push(level);
    if (name === 'br') this.#add('\n');
    if (name === 'p' && this.#open === null) this.#begin(level, line);
    else if (name === 'span') this.#widen(level);
  }

  #begin({ startMs, endMs }: Level, line: number): void {
    this.#open = { line, startMs, endMs, said: [] };
    this.#depthOfOpen = this.#levels.length;
    this.paragraphs.push(this.#open);
  }

  // Where the paragraph has no times of its own, those of the words in it say when they are said.
  #widen({ startMs, endMs }: Level): void {
    const parent = this.#levels[this.#depthOfOpen - 1];
    if (this.#open === null || parent?.startMs !== null) return;
    this.#open.startMs = earlier(this.#open.startMs, startMs);
    this.#open.endMs = later(this.#open.endMs, endMs);
  }

  #levelOf(name: string, attributes: ReadonlyMap<string, string>, line: number): Level {
    const above = this.#levels.at(-1) ?? outermost;
    const read = (key: string) => {
      const written = attributes.get(key);
      const ms = ttmlMs(written, this.#rates);
      if (written !== undefined && ms === null)
        this.#notes.warn({
          code: 'timeGarbled',
          params: { text: excerpt(written) },
          line,
        });
      return ms;
    };
    const times = { begin: read('begin'), end: read('end'), length: read('dur') };
    const agents = attributes.get('agent') ?? above.agents;
    return { name, ...timesWithin(above, times), agents };
  }

  close(prefixed: string): void {
    const name = local(prefixed);
    if (aboutTheFile.has(name)) this.#unsaid -= 1;
    if (name === 'agent') this.#agent = null;
    if (this.#open !== null && this.#levels.length === this.#depthOfOpen)
      this.#open = null;
    this.#levels.pop();
  }

  text(words: string): void {
    const level = this.#levels.at(-1);
    if (this.#agent !== null && level?.name === 'name' && words.trim() !== '')
      this.names.set(this.#agent, words.trim());
    if (this.#unsaid === 0) this.#add(words.replace(/\s+/gu, flat));
  }

  #add(words: string): void {
    const said = this.#open?.said;
    if (said === undefined) return;
    const agents = this.#levels.at(-1)?.agents;
    const last = said.at(-1);
    if (last !== undefined && last.agents === agents) last.text += words;
    else said.push({ agents, text: words });
  }
}

// A hard space is more than a space between two words.
function flat(space: string): string {
  return space.includes('\u00A0') ? space.replace(/[ \t\n\r]+/g, ' ') : ' ';
}

function speakerOf(
  agents: string | undefined,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const ids = (agents ?? '').split(/\s+/).filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids.map((id) => names.get(id) ?? id).join(', ');
}

/** Turns of TTML (DFXP, EBU-TT): paragraphs with times in any of its ways, speakers by their agents. */
export async function readTtml(
  text: string,
  reading: CaptionReading,
): Promise<ParsedTurn[]> {
  const { notes, file } = reading;
  const reader = new TtmlReader(notes);
  let brokenAt: number | null = null;
  await readXml(text, reader, {
    ...rulesFor('TTML', file),
    // What can be read of broken captions is better than nothing.
    onDamage: (line) => (brokenAt ??= line),
    entities: { nbsp: '\u00A0' },
  });
  if (brokenAt !== null) notes.warn({ code: 'xmlBroken', line: brokenAt });
  const { paragraphs, names } = reader;
  const cues = paragraphs.flatMap(({ line, startMs, endMs, said }): Cue[] => {
    const spoken = said.filter((one) => one.text.trim() !== '');
    return (spoken.length === 0 ? [{ agents: undefined, text: '' }] : spoken).map(
      (one) => ({
        line,
        utterance: null,
        startMs,
        endMs,
        lines: one.text.split('\n').map((part) => part.trim()),
        speaker: speakerOf(one.agents, names),
        isPlain: true,
      }),
    );
  });
  return turnsOfCaptions(cues, reading);
}
