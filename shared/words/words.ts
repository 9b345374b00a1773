import { createInstance, type i18n } from 'i18next';

import enMenu from './en/menu.json' with { type: 'json' };
import enProblem from './en/problem.json' with { type: 'json' };
import enStart from './en/start.json' with { type: 'json' };
import enStep from './en/step.json' with { type: 'json' };
import svMenu from './sv/menu.json' with { type: 'json' };
import svProblem from './sv/problem.json' with { type: 'json' };
import svStart from './sv/start.json' with { type: 'json' };
import svStep from './sv/step.json' with { type: 'json' };

export type Language = 'sv' | 'en';
export const languages = ['sv', 'en'] as const satisfies readonly Language[];

/** One room of words per area of the app; a key is `<room>.<name>`. Swedish is the pattern that English must match. */
const rooms = {
  sv: { menu: svMenu, problem: svProblem, start: svStart, step: svStep },
  en: { menu: enMenu, problem: enProblem, start: enStart, step: enStep },
} as const;

type Rooms = (typeof rooms)['sv'];
type Singular<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

export type WordKey = {
  [Room in keyof Rooms & string]: `${Room}.${Singular<keyof Rooms[Room] & string>}`;
}[keyof Rooms & string];
export type ProblemCode = Singular<keyof Rooms['problem'] & string>;

export type WordParams = Readonly<Record<string, string | number>>;
export type Say = (key: WordKey, params?: WordParams) => string;

function dictionary(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rooms[language]).flatMap(([room, words]) =>
      Object.entries(words).map(([key, sentence]) => [`${room}.${key}`, sentence]),
    ),
  );
}

/** An i18next of our own with both languages loaded; numbers in `{{n, number}}` follow the language. */
export function createWords(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      sv: { translation: dictionary('sv') },
      en: { translation: dictionary('en') },
    },
  });
  return instance;
}

/** The sentences of one language, for the command line, exports and the host. */
export function wordsIn(language: Language): Say {
  const instance = createWords(language);
  return (key, params = {}) => instance.t(key, params);
}
