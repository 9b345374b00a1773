import type { ImportTier } from '../../../shared/domain/importedTranscript.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { Reading } from '../reading.ts';

/** A tier as it stands in the file, and whether it is speech until somebody says otherwise. */
export interface FoundTier extends Omit<ImportTier, 'isSpeech'> {
  readonly line: number;
  readonly isUsual: boolean;
}

// Chosen by name or, so that one choice holds for a whole batch, by kind; a file that has none of them has its usual ones.
function chosenOf(
  tiers: readonly FoundTier[],
  { choices, notes }: Omit<Reading, 'file'>,
): ReadonlySet<FoundTier> {
  const named = new Set(choices.speechTiers);
  const refused = new Set(choices.notSpeakers);
  const asked = new Set(choices.alsoSpeakers);
  const chosen = tiers.filter(
    ({ name, kind }) => named.has(name) || named.has(kind ?? ''),
  );
  if (chosen.length > 0) return new Set(chosen);
  if (named.size > 0) notes.warn({ code: 'tiersNotFound' });
  const isRefused = ({ name, speaker }: FoundTier) =>
    refused.has(name) || refused.has(speaker ?? '');
  return new Set(
    tiers.filter((tier) => !isRefused(tier) && (tier.isUsual || asked.has(tier.name))),
  );
}

// A tier of gestures beside the tier of words would go into what is said.
function tellOneSpeaker(tiers: readonly FoundTier[], notes: ImportNotes): void {
  const bySpeaker = new Map<string, string[]>();
  for (const { speaker, name, places } of tiers) {
    if (speaker === null || places === 0) continue;
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), name]);
  }
  for (const [label, names] of bySpeaker) {
    if (names.length > 1)
      notes.warn({ code: 'tiersOneSpeaker', params: { label, tiers: names.join(', ') } });
  }
}

/**
 * Whether each tier is speech, in the order given: as the person has chosen, else as is usual. All are shown to the person;
 * those with words that are left out are told, as a warning where nobody has chosen.
 */
export function speechTiers(
  tiers: readonly FoundTier[],
  reading: Omit<Reading, 'file'>,
): boolean[] {
  const { choices, notes } = reading;
  const speech = chosenOf(tiers, reading);
  const refused = new Set(choices.notSpeakers);
  for (const tier of tiers) {
    const { line, isUsual, ...shown } = tier;
    const isSpeech = speech.has(tier);
    notes.tier({ ...shown, isSpeech });
    if (isSpeech) continue;
    const left = {
      code: 'tierLeftOut',
      params: { label: tier.name },
      line,
      count: tier.places,
    } as const;
    const isChosen =
      choices.speechTiers !== undefined || isUsual || refused.has(tier.name);
    if (isChosen) notes.changed(left);
    else notes.warn(left);
  }
  tellOneSpeaker(
    tiers.filter((tier) => speech.has(tier)),
    notes,
  );
  return tiers.map((tier) => speech.has(tier));
}
