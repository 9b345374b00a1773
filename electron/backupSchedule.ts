import type { Backup } from '../shared/api.ts';
import { backupsOf } from './backups.ts';
import type { OpenProject } from './project/file/open.ts';
import { projectHead } from './project/file/projectHead.ts';

const everyMinutes = 10;

/** Backups of the open project: after opening if there are new steps, every ten minutes of work, and at the end. */
export interface BackupSchedule {
  begin(project: OpenProject): void;
  /** Something was written. */
  note(): void;
  /** Makes one now if anything was written since the last. */
  end(): Promise<void>;
}

/** For sessions that leave backups to the window; the copy before a migration is made all the same. */
export const noBackups: BackupSchedule = {
  begin: () => {},
  note: () => {},
  end: () => Promise.resolve(),
};

export function backupSchedule(dataFolder: string): BackupSchedule {
  let project: OpenProject | null = null;
  let isDirty = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  function make(reason: Backup['reason']): Promise<void> {
    const from = project;
    if (!from || !isDirty || from.heldBy) return Promise.resolve();
    isDirty = false;
    const { title } = projectHead(from.steps.reading);
    // A backup that fails (no room in the data folder) must not stop the work; the next one tries again.
    const done = backupsOf(dataFolder, from.path)
      .make(from.db, title, reason)
      .then(
        () => {},
        () => {
          isDirty = true;
        },
      );
    running = done;
    return done;
  }

  return {
    begin: (opened) => {
      project = opened;
      isDirty = false;
      timer = setInterval(() => void make('schedule'), everyMinutes * 60_000);
      timer.unref();
    },
    note: () => {
      isDirty = true;
    },
    end: async () => {
      clearInterval(timer);
      await running;
      await make('schedule');
      project = null;
    },
  };
}
