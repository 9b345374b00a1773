import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { eachHtmlEvent } from '../htmlEvents.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';

interface Sync {
  readonly startMs: number | null;
  /** Words by the class of their paragraph, which is their language. */
  readonly words: Map<string, string>;
  source: string;
}

const unnamed = '';

class SyncCollector {
  readonly syncs: Sync[] = [];
  before = '';
  #language = unnamed;
  #isSource = false;
  #isBody = false;

  text(characters: string): void {
    this.#add(characters.replace(/[ \t\n\r]+/g, ' '));
  }

  open(name: string, attribute: (name: string) => string | null): void {
    if (name === 'body') this.#isBody = true;
    if (name === 'sync') this.#begin(attribute('start'));
    else if (name === 'p') {
      this.#isSource = attribute('id')?.toLowerCase() === 'source';
      this.#language = attribute('class')?.trim() ?? unnamed;
      this.#add('\n');
    } else if (name === 'br') this.#add('\n');
  }

  close(name: string): void {
    if (name === 'p') this.#isSource = false;
  }

  #begin(start: string | null): void {
    const match = /^\s*(\d{1,10})/.exec(start ?? '');
    const startMs = match === null ? null : Number(match[1]);
    this.syncs.push({ startMs, words: new Map(), source: '' });
    this.#language = unnamed;
    this.#isSource = false;
  }

  #add(text: string): void {
    const sync = this.syncs.at(-1);
    if (sync === undefined) this.before += this.#isBody ? text : '';
    else if (this.#isSource) sync.source += text;
    else sync.words.set(this.#language, (sync.words.get(this.#language) ?? '') + text);
  }
}

function countOf(syncs: readonly Sync[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of syncs) {
    for (const [language, text] of words)
      if (text.trim() !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

// One and the same talk may stand there in several languages; the one with most captions is the transcript.
function languageOf(syncs: readonly Sync[], notes: ImportNotes): string {
  const counts = [...countOf(syncs)];
  const [language = unnamed] = counts.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (counts.length > 1) {
    const others = counts.map(([name]) => name).filter((name) => name !== language);
    notes.warn({
      code: 'otherLanguages',
      params: { language: language || '–', others: excerpt(others.join(', ')) || '–' },
    });
  }
  return language;
}

/** Turns of SAMI: words that stand until the next point in time, in the language with most of them. */
export function readSami(text: string, reading: CaptionReading): ParsedTurn[] {
  const { notes } = reading;
  const collector = new SyncCollector();
  eachHtmlEvent(text, {
    text: (characters) => collector.text(characters),
    open: (name, attribute) => collector.open(name, attribute),
    close: (name) => collector.close(name),
  });
  const { syncs, before } = collector;
  if (before.trim() !== '') notes.warn({ code: 'linesBeforeCues' });
  const language = languageOf(syncs, notes);
  const shown = syncs.filter(({ words }) => words.has(language));
  const cues = shown.map(({ startMs, words, source }, at): Cue => {
    if (startMs === null) notes.warn({ code: 'timeMissing' });
    const lines = (words.get(language) ?? '').split('\n').map((line) => line.trim());
    const endMs = shown[at + 1]?.startMs ?? null;
    const name = source.replace(/\s+/gu, ' ').trim();
    const said = { line: null, utterance: null, startMs, endMs, lines, isPlain: true };
    return name === '' ? said : { ...said, speaker: name };
  });
  // Empty ones only take the words before them off the screen.
  const spoken = cues.filter(({ lines }) => lines.some((line) => line !== ''));
  return turnsOfCaptions(spoken, reading);
}
