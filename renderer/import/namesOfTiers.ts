import type { ImportTier } from '../../shared/domain/importedTranscript.ts';

/**
 * The tiers that are speech as one choice for a whole batch: by their kinds where these tell them from the others, since
 * the next file has other speakers and so other tiers, else by name.
 */
export function namesOfTiers(tiers: readonly ImportTier[]): string[] {
  const chosen = tiers.filter(({ isSpeech }) => isSpeech);
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const others = new Set(
    tiers.filter(({ isSpeech }) => !isSpeech).map(({ kind }) => kind),
  );
  const areApart = [...kinds].every((kind) => kind !== null && !others.has(kind));
  const names = new Set(tiers.map(({ name }) => name));
  const isClear = [...kinds].every((kind) => !names.has(kind ?? ''));
  return areApart && isClear && others.size > 0
    ? [...kinds].filter((kind) => kind !== null)
    : chosen.map(({ name }) => name);
}
