import { createInstance, type i18n } from 'i18next';

import { rooms } from './rooms.ts';

export type Language = 'sv' | 'en';
export const languages = ['sv', 'en'] as const satisfies readonly Language[];

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

const mostKept = 5000;

/** The sentences of one language, for the command line, exports and the host; what has been said is kept, since a list says the same of row after row. */
export function wordsIn(language: Language): Say {
  const instance = createWords(language);
  const said = new Map<string, string>();
  return (key, params = {}) => {
    const asked = `${key} ${JSON.stringify(params)}`;
    const known = said.get(asked);
    if (known !== undefined) return known;
    const sentence = instance.t(key, params);
    if (said.size >= mostKept) said.clear();
    said.set(asked, sentence);
    return sentence;
  };
}
