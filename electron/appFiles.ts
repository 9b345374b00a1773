import { readFileSync } from 'node:fs';

/** Files that travel with the app; the same places in a checkout and in an installed app. */
export const exampleFolder = new URL('../resources/example/', import.meta.url);

export const appVersion = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;
