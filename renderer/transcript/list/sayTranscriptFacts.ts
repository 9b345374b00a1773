import type { Transcript } from '../../../shared/domain/transcript.ts';
import type { Language, Say } from '../../../shared/words/words.ts';

/** "12 november 2026" */
export function sayDate(language: Language, date: string): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** "4 deltagare, 34 min, 12 november 2026, Karlstad" */
export function sayTranscriptFacts({
  transcript,
  say,
  language,
}: {
  readonly transcript: Transcript;
  readonly say: Say;
  readonly language: Language;
}): string {
  const participants = transcript.speakers.filter(({ role }) => role === 'participant');
  const { minutes, date, place } = transcript;
  return [
    participants.length > 0 &&
      say('transcripts.participants', { count: participants.length }),
    minutes !== null && say('transcripts.minutes', { count: minutes }),
    date !== null && sayDate(language, date),
    place,
  ]
    .filter(Boolean)
    .join(', ');
}
