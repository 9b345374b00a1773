import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import {
  ancestorsOf,
  elanDocument,
  timedRoots,
  type ElanAnnotation,
  type ElanDocument,
  type ElanTier,
  type ElanTimeSlot,
} from './elanDocument.ts';
import { speechTiers, type FoundTier } from './speechTiers.ts';
import { inOrderOfTime, turnsOfSpeech, type TimedSpeech } from './timedSpeech.ts';
import type { Reading } from '../reading.ts';

const labelOf = ({ participant, id }: ElanTier) => participant || id || null;
const spokenOn = ({ annotations }: ElanTier) =>
  annotations.filter(({ text }) => text.trim() !== '');

interface SlotTimes {
  readonly times: ReadonlyMap<string, number | null>;
  readonly estimated: ReadonlySet<string>;
}

// ELAN writes slots in order of time, so one without a time lies between its neighbours; at an end nothing says when.
function slotTimes(slots: readonly ElanTimeSlot[]): SlotTimes {
  const times = new Map<string, number | null>();
  const estimated = new Set<string>();
  let known: { readonly at: number; readonly ms: number } | null = null;
  for (const [at, { id, ms }] of slots.entries()) {
    times.set(id, ms);
    if (ms === null) continue;
    if (known !== null) {
      const step = Math.max(0, ms - known.ms) / (at - known.at);
      for (const [behind, slot] of slots.slice(known.at + 1, at).entries()) {
        times.set(slot.id, Math.round(known.ms + step * (behind + 1)));
        estimated.add(slot.id);
      }
    }
    known = { at, ms };
  }
  return { times, estimated };
}

// A tier without a word that others hang under only holds the times for them.
function isSpeech(ancestors: readonly ElanTier[]): boolean {
  return ancestors.every((above) => spokenOn(above).length === 0);
}

function foundTiers({ tiers }: ElanDocument, file: string): FoundTier[] {
  const byId = new Map(tiers.map((tier) => [tier.id, tier]));
  return tiers.map((tier) => ({
    name: tier.id,
    speaker: tier.participant || null,
    kind: tier.type || null,
    under: tier.parent,
    places: spokenOn(tier).length,
    line: tier.line,
    isUsual: isSpeech(ancestorsOf(tier, byId, file)),
  }));
}

function speechOn(
  tier: ElanTier,
  voice: number,
  timesOf: (annotation: ElanAnnotation) => Pick<TimedSpeech, 'startMs' | 'endMs'>,
): TimedSpeech[] {
  const speaker = labelOf(tier);
  return spokenOn(tier).map((annotation) => {
    const { text, line } = annotation;
    return { speaker, voice, ...timesOf(annotation), text, line };
  });
}

/**
 * Turns of an ELAN file: tiers merged by start, overlaps kept whole. The tiers that hang under no other are speech, unless
 * the person has said otherwise by the name of a tier; the others are told and left out.
 */
export async function readElan(text: string, reading: Reading): Promise<ParsedTurn[]> {
  const { file, notes } = reading;
  const document = await elanDocument(text, file);
  const roots = timedRoots(document, file);
  const { times, estimated } = slotTimes(document.slots);
  const timesOf = (annotation: ElanAnnotation) => {
    const slots = (annotation.slots === null ? roots.get(annotation.id) : annotation)
      ?.slots ?? ['', ''];
    const unsure = slots.filter((slot) => estimated.has(slot)).length;
    notes.warn({ code: 'timesEstimated', line: annotation.line, count: unsure });
    const [startMs, endMs] = slots.map((slot) => times.get(slot) ?? null);
    if ((startMs ?? endMs) === null)
      notes.warn({ code: 'placeWithoutTime', line: annotation.line });
    return { startMs: startMs ?? null, endMs: endMs ?? null };
  };
  const isSpoken = speechTiers(foundTiers(document, file), reading);
  const tiers = document.tiers.filter((_, at) => isSpoken[at]);
  const speech = tiers.flatMap((tier, voice) => speechOn(tier, voice, timesOf));
  if (speech.length === 0)
    throw new Refusal('import.nothingSaid', { file, kind: 'ELAN' }, { file });
  const blank = tiers.reduce((sum, tier) => sum + tier.annotations.length, 0);
  notes.changed({ code: 'emptySpeech', count: blank - speech.length });
  return turnsOfSpeech(inOrderOfTime(speech), reading);
}
