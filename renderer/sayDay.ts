import type { Language, Say } from '../shared/words/words.ts';

const localeOf = (language: Language) => (language === 'sv' ? 'sv-SE' : 'en-GB');

const dayOf = (date: Date) =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate());

const oneDay = 86_400_000;

/** "i dag 14.32", "i går", "12 november", "12 november 2025". */
export function sayDay(say: Say, language: Language, iso: string): string {
  const date = new Date(iso);
  const now = new Date();
  const days = Math.round((dayOf(now).getTime() - dayOf(date).getTime()) / oneDay);
  const locale = localeOf(language);
  if (days === 0) {
    const time = date.toLocaleTimeString(locale, { timeStyle: 'short' });
    return say('welcome.today', {
      time: language === 'sv' ? time.replace(':', '.') : time,
    });
  }
  if (days === 1) return say('welcome.yesterday');
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
}
