import type { Review } from '../../shared/domain/review.ts';
import { differenceBetween } from '../../shared/text/wordDifferences.ts';
import { sayDay } from '../sayDay.ts';
import { sayStep, type Words } from '../words.ts';

/** What has become of the unit's words: "Slutet är omskrivet". */
export function sayDifference({ say }: Words, { was, now }: Review): string {
  return was.text === now.text
    ? say('review.difference.same')
    : say(`review.difference.${differenceBetween(was.text, now.text)}`);
}

/** What was done, when and by whom. */
export function sayCorrection(
  { say, language }: Words,
  correction: Review['correction'],
): string {
  if (!correction) return say('review.correction.unknown');
  const { at, initials } = correction;
  const said = { step: sayStep(say, correction), when: sayDay(say, language, at) };
  return initials === null
    ? say('review.correction', said)
    : say('review.correction.by', { ...said, initials });
}

/** Who marked the unit and when. */
export function sayMarked({ say, language }: Words, { marked }: Review): string {
  const when = sayDay(say, language, marked.at);
  const { initials } = marked;
  return initials === null
    ? say('review.was.at', { when })
    : say('review.was.by', { when, initials });
}

/** Who corrected the text and when; empty when that is known no longer. */
export function sayCorrected({ say, language }: Words, { correction }: Review): string {
  if (!correction) return '';
  const when = sayDay(say, language, correction.at);
  const { initials } = correction;
  return initials === null
    ? say('review.now.at', { when })
    : say('review.now.by', { when, initials });
}

/** What a screen reader needs besides what stands in the list (design.md 5.14). */
export function sayReview(
  { say }: Words,
  { was, now }: Review,
  { n, of }: { readonly n: number; readonly of: number },
): string {
  return say('review.spoken', {
    was: was.text,
    now: now.text || say('review.spoken.nothing'),
    proposal: say(
      now.text === '' ? 'review.proposal.pointOut' : 'review.proposal.accept',
    ),
    n,
    of,
  });
}
