import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { readJson, writeJson } from './jsonFile.ts';

const places = z.record(
  z.string(),
  z.object({ path: z.string(), bytes: z.number(), modifiedMs: z.number() }),
);

/** Where a recording was last seen, and what of it tells at a glance that it is still the same. */
export interface KnownPlace {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/**
 * Where recordings lie on this computer, by their fingerprints. Not in the project: a path names the person who works
 * here, is wrong on every other computer, and moving a file is no step of the analysis (docs/decisions/0019).
 */
export interface SoundPlaces {
  of(fingerprint: string): KnownPlace | null;
  remember(fingerprint: string, place: KnownPlace): void;
  forget(fingerprint: string): void;
}

/** Kept in the data folder, shared by all hosts of this computer. */
export function openSoundPlaces(dataFolder: string): SoundPlaces {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = join(dataFolder, 'sounds.json');
  const all = () => readJson(path, places, {});
  return {
    of: (fingerprint) => all()[fingerprint] ?? null,
    remember: (fingerprint, { path: lies, bytes, modifiedMs }) =>
      writeJson(path, { ...all(), [fingerprint]: { path: lies, bytes, modifiedMs } }),
    forget: (fingerprint) => {
      const { [fingerprint]: gone, ...others } = all();
      if (gone) writeJson(path, others);
    },
  };
}
