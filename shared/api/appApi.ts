import { z } from 'zod';
import { command } from '../contract.ts';
import type { ProjectState } from '../domain/projectState.ts';
import { settingsPatch, type RecentProject, type Settings } from '../domain/settings.ts';
import { filePath, name } from '../domain/text.ts';
import type { AppInfo, Backup, FolderEntry } from '../domain/appInfo.ts';

const nothing = z.object({});
const path = filePath;
const backupId = filePath.pipe(z.string().max(200));

/** The app around the project: settings, folders, backups. */
export const appApi = {
  'app.info': command<AppInfo>()(nothing),
  'settings.get': command<Settings>()(nothing),
  'settings.change': command<Settings>()(settingsPatch),
  'recent.list': command<readonly RecentProject[]>()(nothing),
  'recent.remove': command()(z.object({ path })),
  'folders.list': command<{
    readonly folder: string;
    readonly parent: string | null;
    readonly places: readonly FolderEntry[];
    readonly entries: readonly FolderEntry[];
  }>()(
    z.object({
      folder: path.optional(),
      endings: z.array(z.string().max(12)).optional(),
    }),
  ),
  'folders.make': command<{ readonly path: string }>()(
    z.object({ parent: path, name: name(120) }),
  ),
  'jobs.cancel': command()(z.object({ job: z.string().max(60) })),

  'backups.list': command<readonly Backup[]>()(nothing),
  'backups.make': command<Backup>()(nothing),
  /** Takes backups away for good, as after somebody has been erased from the project. */
  'backups.remove': command()(z.object({ ids: z.array(backupId).min(1) })),
  'backups.restore': command<ProjectState>()(
    z.object({ id: backupId, to: path.optional() }),
  ),
} as const;
