import envPaths from 'env-paths';

import type { Language } from '../shared/words/words.ts';

/** Where settings, the recent list, backups and logs live, for every host and the command line; UTSAGA_DATA_FOLDER puts them elsewhere. */
export function dataFolder(): string {
  return process.env.UTSAGA_DATA_FOLDER ?? envPaths('utsaga', { suffix: '' }).data;
}

/** Swedish when the system is Swedish. */
export function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  const told = [LC_ALL, LC_MESSAGES, LANG, locale].find(Boolean) ?? locale;
  return told.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}
