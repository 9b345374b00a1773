import { millisecondsOf } from '../text/seconds.ts';
import { readXml, rulesFor, type XmlAttributes, type XmlListener } from '../xmlEvents.ts';

/** What is said between two places where Transcriber has noted the time. */
export interface TranscriberSpeech {
  /** Ids; several where it is not said which of them speaks. */
  readonly speakers: readonly string[];
  readonly turn: number;
  readonly startMs: number | null;
  endMs: number | null;
  readonly line: number;
  text: string;
}

export interface TranscriberDocument {
  readonly names: ReadonlyMap<string, string>;
  readonly speech: readonly TranscriberSpeech[];
  /** Sounds and comments, which stand in the text. */
  readonly inText: number;
  /** Marks about pronunciation, language and names, which do not. */
  readonly leftOut: number;
  readonly garbled: readonly { readonly line: number; readonly text: string }[];
}

interface Turn {
  readonly speakers: readonly string[];
  readonly endMs: number | null;
}

const spacesInside = /[\s[\]]+/gu;

function bracketed({ desc, extent }: XmlAttributes): string {
  const words = (desc ?? '').replace(spacesInside, ' ').trim();
  if (words === '') return '';
  if (extent === 'begin') return ` [${words} …] `;
  return extent === 'end' ? ` [… ${words}] ` : ` [${words}] `;
}

class TranscriberListener implements XmlListener, TranscriberDocument {
  readonly names = new Map<string, string>();
  readonly speech: TranscriberSpeech[] = [];
  readonly garbled: { line: number; text: string }[] = [];
  inText = 0;
  leftOut = 0;
  #turns = 0;
  #turn: Turn | null = null;
  #voices: readonly string[] = [];
  #since: number | null = null;
  #said: TranscriberSpeech | null = null;
  /** What has been said since the last time, whose end is the next one. */
  #unended: TranscriberSpeech[] = [];
  #line = 1;

  open(name: string, attributes: XmlAttributes, line: number): void {
    this.#line = line;
    if (name === 'Speaker') this.#name(attributes);
    else if (name === 'Turn') this.#begin(attributes);
    else if (name === 'Sync') this.#sync(this.#time(attributes['time']));
    else if (name === 'Who') this.#who(attributes);
    else if (name === 'Event') this.#event(attributes);
    else if (name === 'Comment') this.#sound(attributes);
  }

  text(words: string): void {
    if (this.#turn === null) return;
    if (this.#said === null) {
      const [speakers, startMs] = [this.#voices, this.#since];
      const [turn, line] = [this.#turns, this.#line];
      this.#said = { speakers, turn, startMs, endMs: null, line, text: '' };
      this.speech.push(this.#said);
      this.#unended.push(this.#said);
    }
    this.#said.text += words;
  }

  close(name: string): void {
    if (name !== 'Turn' || this.#turn === null) return;
    this.#endAt(this.#turn.endMs);
    this.#turn = null;
  }

  #name({ id = '', name = '' }: XmlAttributes): void {
    if (id.trim() !== '') this.names.set(id.trim(), name.trim() || id.trim());
  }

  #time(written: string | undefined): number | null {
    const ms = millisecondsOf(written);
    if (ms === null && written !== undefined)
      this.garbled.push({ line: this.#line, text: written });
    return ms;
  }

  #begin({ speaker = '', startTime, endTime }: XmlAttributes): void {
    const speakers = speaker.split(/\s+/u).filter((id) => id !== '');
    this.#turns += 1;
    this.#turn = { speakers, endMs: this.#time(endTime) };
    this.#voices = speakers;
    this.#since = this.#time(startTime);
    this.#said = null;
  }

  #sync(ms: number | null): void {
    this.#endAt(ms);
    this.#since = ms ?? this.#since;
    this.#voices = this.#turn?.speakers ?? [];
  }

  #endAt(ms: number | null): void {
    for (const said of this.#unended) said.endMs = ms;
    this.#unended = [];
    this.#said = null;
  }

  #who({ nb }: XmlAttributes): void {
    const voice = this.#turn?.speakers[Number(nb) - 1];
    this.#voices = voice === undefined ? [] : [voice];
    this.#said = null;
  }

  #event(attributes: XmlAttributes): void {
    const { type = 'noise' } = attributes;
    if (type === 'noise') this.#sound(attributes);
    else if (this.#turn !== null) this.leftOut += 1;
  }

  #sound(attributes: XmlAttributes): void {
    const words = bracketed(attributes);
    if (words === '' || this.#turn === null) return;
    this.inText += 1;
    this.text(words);
  }
}

/** The speakers of a Transcriber file and what they say, in the order of the file. */
export async function transcriberDocument(
  text: string,
  file: string,
): Promise<TranscriberDocument> {
  const listener = new TranscriberListener();
  await readXml(text, listener, rulesFor('Transcriber', file));
  return listener;
}
