import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import {
  settings,
  type RecentProject,
  type Settings,
} from '../shared/domain/settings.ts';
import { readJson, writeJson } from './jsonFile.ts';
import type { OpenProject } from './project/file/open.ts';
import { projectHead, projectSize } from './project/file/projectHead.ts';

const remembered = z.array(
  z.object({
    path: z.string(),
    title: z.string(),
    openedAt: z.string(),
    transcripts: z.number().default(0),
    units: z.number().default(0),
  }),
);
type Remembered = z.output<typeof remembered>;

const mostRemembered = 100;

export interface SettingsStore {
  get(): Settings;
  change(patch: {
    readonly [Key in keyof Settings]?: Settings[Key] | undefined;
  }): Settings;
  recent(): readonly RecentProject[];
  rememberProject(project: OpenProject): void;
  forgetRecent(path: string): void;
}

/** Settings and the recent list in the data folder, shared by all hosts of this computer (rulings 22). */
export function openSettings(dataFolder: string): SettingsStore {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const settingsPath = join(dataFolder, 'settings.json');
  const recentPath = join(dataFolder, 'recent.json');
  const standard = settings.parse({});
  const get = () => ({ ...standard, ...readJson(settingsPath, settings, standard) });
  const list = (): Remembered => readJson(recentPath, remembered, []);

  return {
    get,
    change: (patch) => {
      const next = settings.parse({ ...get(), ...patch });
      writeJson(settingsPath, next);
      return next;
    },
    recent: () =>
      list().map((project) => ({ ...project, isMissing: !existsSync(project.path) })),
    rememberProject: (project) => {
      const { reading } = project.steps;
      const entry = {
        path: project.path,
        title: projectHead(reading).title,
        openedAt: new Date().toISOString(),
        ...projectSize(reading),
      };
      const others = list().filter((other) => other.path !== project.path);
      try {
        writeJson(recentPath, [entry, ...others].slice(0, mostRemembered));
      } catch {
        // A data folder that cannot be written must not stop a project from being opened or closed.
      }
    },
    forgetRecent: (path) =>
      writeJson(
        recentPath,
        list().filter((project) => project.path !== path),
      ),
  };
}
