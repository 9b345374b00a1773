import envPaths from 'env-paths';

import type { Language } from '../shared/words/words.ts';

/** Where settings, the recent list, backups and logs live, for every host and the command line; UTSAGA_DATA_FOLDER puts them elsewhere. */
export function dataFolder(): string {
  return process.env.UTSAGA_DATA_FOLDER ?? envPaths('utsaga', { suffix: '' }).data;
}

/** Swedish when the system is Swedish. */
export function systemLanguage(): Language {
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.startsWith('sv') ? 'sv' : 'en';
}
