import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach } from 'vitest';

import { openSession, type Session } from '../../electron/session.ts';
import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { HostEvent } from '../../shared/bridge.ts';
import type { Problem } from '../../shared/errors.ts';

/** What a project of these tests is begun with. */
export const description = {
  title: 'Samtal om stöd',
  aim: 'Att beskriva stöd',
  researchQuestions: ['Vad hjälper?'],
  approach: 'inductive' as const,
  content: 'manifest' as const,
  language: 'sv' as const,
  levelPreset: 'categoryMain',
  levelNames: ['Kategori', 'Huvudkategori'],
  hasThemes: true,
};

/** Words that must be nowhere once they are forgotten. */
export const secret = 'Kålrotsvägen fjorton i Påhittby';

export const sessions: Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

/** A session on a folder of its own, closed when the test ends. */
export function begin(folder: string) {
  const events: HostEvent[] = [];
  const session = openSession({
    dataFolder: join(folder, 'data'),
    nativeDialogs: false,
    announce: (event) => events.push(event),
  });
  sessions.push(session);
  async function ask<Name extends ApiName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name>> {
    const result = await session.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
    return result.value as Output<Name>;
  }
  async function refusal<Name extends ApiName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Problem> {
    const result = await session.call(name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.problem;
  }
  return { session, events, ask, refusal };
}

/** A session with a project of one small focus group. */
export async function withTranscript(folder: string) {
  const started = begin(folder);
  const path = join(folder, 'study.utsaga');
  await started.ask('project.create', { path, description, analyst: 'Eva Lind' });
  const { transcriptId } = await started.ask('transcripts.import', {
    name: 'Fokusgrupp 1',
    kind: 'focusGroup',
    turns: [
      { speaker: 'Moderator', startMs: null, endMs: null, text: 'Var bodde du då?' },
      {
        speaker: 'P1',
        startMs: null,
        endMs: null,
        text: `Jag bodde på ${secret}, minns jag.`,
      },
      {
        speaker: 'P2',
        startMs: null,
        endMs: null,
        text: 'Jag bodde hemma hos min syster.',
      },
    ],
    speakers: [{ label: 'Moderator', role: 'moderator' }],
    report: {
      fileName: 'fg1.txt',
      sha256: 'x',
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  const { turns } = await started.ask('transcripts.read', { transcriptId });
  return { ...started, path, transcriptId, turns };
}

/** Every byte of every file below the folder, as one text. */
export function allBytes(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

export const inBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
