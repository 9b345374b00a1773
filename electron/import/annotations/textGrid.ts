import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { PraatTokens, refuseBroken } from './praatTokens.ts';
import { millisecondsOf } from '../text/seconds.ts';
import { speechTiers } from './speechTiers.ts';
import { inOrderOfTime, turnsOfSpeech, type TimedSpeech } from './timedSpeech.ts';
import type { Reading } from '../reading.ts';

interface Tier {
  readonly name: string;
  readonly line: number;
  readonly places: readonly Omit<TimedSpeech, 'speaker' | 'voice'>[];
}

const kind = 'Praat';
const mostTiers = 2000;

function sizeAt(tokens: PraatTokens, file: string): number {
  const { value, line } = tokens.next('number');
  return /^\d{1,9}$/.test(value) ? Number(value) : refuseBroken(file, line);
}

function readTier(tokens: PraatTokens, file: string): Tier {
  const { value: kindOfTier, line } = tokens.next('text');
  if (kindOfTier !== 'IntervalTier' && kindOfTier !== 'TextTier')
    refuseBroken(file, line);
  const name = tokens.next('text').value.trim();
  tokens.next('number');
  tokens.next('number');
  const places: Tier['places'][number][] = [];
  for (let left = sizeAt(tokens, file); left > 0; left -= 1) {
    const from = tokens.next('number').value;
    const to = kindOfTier === 'TextTier' ? undefined : tokens.next('number').value;
    const { value: text, line: at } = tokens.next('text');
    // A stretch without words is silence.
    if (text.trim() === '') continue;
    places.push({
      startMs: millisecondsOf(from),
      endMs: millisecondsOf(to),
      text,
      line: at,
    });
  }
  return { name, line, places };
}

function readTiers(text: string, file: string): Tier[] {
  const tokens = new PraatTokens(text, file);
  const head = tokens.next('text');
  const shape = tokens.next('text');
  if (!head.value.startsWith('ooTextFile') || shape.value !== 'TextGrid')
    refuseBroken(file, shape.line);
  tokens.next('number');
  tokens.next('number');
  const size = sizeAt(tokens, file);
  if (size > mostTiers) refuseBroken(file, tokens.line);
  return Array.from({ length: size }, () => readTier(tokens, file));
}

// When all tiers have one name it names the recording or the kind of tier, and nobody in particular.
function namesNobody(tiers: readonly Tier[], { notes }: Reading): boolean {
  const names = new Set(tiers.map(({ name }) => name));
  const [name = ''] = names;
  if (tiers.length < 2 || names.size > 1 || name === '') return false;
  notes.warn({ code: 'tiersOneName', params: { label: name, tiers: tiers.length } });
  return true;
}

function spokenTiers(tiers: readonly Tier[], reading: Reading): readonly Tier[] {
  const found = tiers.map(({ name, line, places }) => {
    const facts = { speaker: null, kind: null, under: null, isUsual: true };
    return { name, line, places: places.length, ...facts };
  });
  const isSpoken = speechTiers(found, reading);
  return tiers.filter((_, at) => isSpoken[at]);
}

/**
 * Turns of a Praat TextGrid, in its long or short form: each tier is a speaker, merged by start, unless all tiers have one
 * name. Points have a start and no end.
 */
export function readTextGrid(text: string, reading: Reading): ParsedTurn[] {
  const { file } = reading;
  const all = readTiers(text, file);
  if (all.length === 0) throw new Refusal('import.noTiers', { file, kind }, { file });
  const isNobody = namesNobody(all, reading);
  const tiers = spokenTiers(all, reading);
  const speech = tiers.flatMap(({ name, places }, voice) => {
    const speaker = isNobody || name === '' ? null : name;
    return places.map((place) => ({ ...place, speaker, voice }));
  });
  if (speech.length === 0)
    throw new Refusal('import.nothingSaid', { file, kind }, { file });
  return turnsOfSpeech(inOrderOfTime(speech), reading);
}
