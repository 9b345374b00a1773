import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import { analystId, type AnalystId } from '../domain/ids.ts';
import { projectDescription, type Project } from '../domain/project.ts';
import type { Finding, ProjectState } from '../domain/projectState.ts';
import type { Change, Step } from '../domain/step.ts';
import { filePath, line, name } from '../domain/text.ts';
import type { Stats } from '../domain/appInfo.ts';

const nothing = z.object({});
const path = filePath;
const job = z.string().max(60).optional();

/** The project as a whole, who works in it, and its steps. */
export const projectApi = {
  'project.create': command<ProjectState>()(
    z.object({
      path,
      description: projectDescription,
      analyst: line(200).default(''),
      overwrite: z.boolean().default(false),
    }),
  ),
  'project.openExample': command<ProjectState>()(
    z.object({ path, overwrite: z.boolean().default(false) }),
  ),
  'project.open': command<ProjectState>()(z.object({ path, job })),
  'project.takeOver': command<ProjectState>()(z.object({ from: z.string().max(400) })),
  'project.close': command()(nothing),
  'project.state': command<ProjectState | null>()(nothing),
  'project.saveCopy': command<{ readonly path: string }>()(
    z.object({ path, overwrite: z.boolean().default(false) }),
  ),
  'project.check': command<readonly Finding[]>()(nothing),
  'project.stats': query<Stats>()(nothing),
  'project.read': query<Project>()(nothing),
  'project.describe': action()(
    'project.describe',
    projectDescription.partial().omit({ levelPreset: true, levelNames: true }),
  ),
  'project.setLevels': action()(
    'project.setLevels',
    z.object({
      levelPreset: z.string().max(40),
      levelNames: z.array(name(60)).min(1).max(6),
      hasThemes: z.boolean(),
    }),
  ),
  'project.setReading': action()(
    'project.setReading',
    z.object({
      lineLength: z.int().min(50).max(90).optional(),
      colourLevel: z.int().min(0).max(6).nullable().optional(),
    }),
  ),
  'analysts.add': action<{ readonly id: AnalystId }>()(
    'analysts.add',
    z.object({ name: name(200), initials: line(4).optional() }),
  ),
  'analysts.rename': action()(
    'analysts.rename',
    z.object({ analystId, name: name(200), initials: line(4).optional() }),
  ),
  'analysts.be': command<ProjectState>()(z.object({ analystId })),

  'steps.history': query<{ readonly total: number; readonly steps: readonly Step[] }>()(
    z.object({
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
      analystId: analystId.optional(),
    }),
  ),
  'steps.changes': query<readonly Change[]>()(
    z.object({ seq: z.int(), limit: z.int().min(1).max(1000).default(100) }),
  ),
  'steps.undo': command<{ readonly undone: readonly Step[] }>()(
    z.object({ times: z.int().min(1).max(100_000).default(1) }),
  ),
  'steps.redo': command<{ readonly redone: readonly Step[] }>()(
    z.object({ times: z.int().min(1).max(100_000).default(1) }),
  ),
  'steps.goTo': command<{ readonly step: Step | null }>()(
    z.object({ seq: z.int().min(0) }),
  ),
} as const;
