import type { Listening } from '../../../shared/domain/sound.ts';
import type { Language, Say } from '../../../shared/words/words.ts';
import { sayNumber } from '../../words.ts';
import { sayDate } from '../list/sayTranscriptFacts.ts';

/** "3 rättelser, godkänt mot ljudet av Eva Lind 26 november 2026, 1 rättelse sedan dess"; empty when there is nothing to say. */
export function sayListening(
  { corrections, correctionsSince, verified }: Listening,
  { say, language }: { readonly say: Say; readonly language: Language },
): string {
  const counted = (count: number) => ({ count, n: sayNumber(language, count) });
  return [
    corrections > 0 && say('sound.facts.corrections', counted(corrections)),
    verified &&
      say('sound.facts.verified', {
        who: verified.analyst ?? say('sound.check.somebody'),
        date: sayDate(language, verified.date),
      }),
    correctionsSince > 0 && say('sound.facts.since', counted(correctionsSince)),
  ]
    .filter(Boolean)
    .join(', ');
}
