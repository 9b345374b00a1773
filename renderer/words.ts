import { createContext, useContext } from 'react';

import type { Problem } from '../shared/errors.ts';
import type { StepLabel } from '../shared/domain/step.ts';
import { wordsIn, type Language, type Say, type WordKey } from '../shared/words/words.ts';

export interface Words {
  readonly language: Language;
  readonly say: Say;
}

const cache = new Map<Language, Words>();

/** The sentences of a language, made once. */
export function wordsOf(language: Language): Words {
  const known = cache.get(language);
  if (known) return known;
  const words = { language, say: wordsIn(language) };
  cache.set(language, words);
  return words;
}

export const WordsContext = createContext<Words>(wordsOf('sv'));

/** `say(key, params)` in the language of the window. */
export function useWords(): Words {
  return useContext(WordsContext);
}

const isStepKey = (key: string): key is Extract<WordKey, `step.${string}`> =>
  key.startsWith('step.');

/** What a step did, named with what it did it to: "Koda meningsenhet 7 med oro av ovisshet". */
export function sayStep(say: Say, step: StepLabel): string {
  const key = `step.${step.label}`;
  return isStepKey(key) ? say(key, step.params) : step.label;
}

/** A refusal as the sentence that the person reads. */
export function sayProblem(say: Say, problem: Problem): string {
  return say(`problem.${problem.code}`, problem.params);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: making one takes longer than all else that a clock needs. */
function dateFormat(
  language: Language,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${style.dateStyle}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', style);
  formats.set(key, format);
  return format;
}

/** Date and time as people read them; `iso` in UTC. */
export function sayWhen(language: Language, iso: string): string {
  return dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

export function sayTime(language: Language, iso: string): string {
  return dateFormat(language, { timeStyle: 'short' }).format(new Date(iso));
}

const numbers = {
  sv: new Intl.NumberFormat('sv-SE'),
  en: new Intl.NumberFormat('en-GB'),
};

export function sayNumber(language: Language, n: number): string {
  return numbers[language].format(n);
}
