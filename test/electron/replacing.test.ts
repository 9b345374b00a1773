// Replacing a word throughout, behind the one door: with progress, cancelled, and with a step from elsewhere meanwhile.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { importTranscript } from '../../electron/project/transcripts.ts';
import { openSession, type Session } from '../../electron/session.ts';
import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { HostEvent } from '../../shared/bridge.ts';
import type { TranscriptId } from '../../shared/domain/ids.ts';
import { dump } from '../support/dump.ts';
import { newProject, type TestProject } from '../support/newProject.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

let project: TestProject;
let session: Session;
let transcriptId: TranscriptId;
let events: HostEvent[];

async function call<Name extends ApiName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer = await session.call(name, input);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value as Output<Name>;
}

const turnCount = 1500;
const anna = { words: 'Anna', by: 'Karin' };
const now = () => dump(session.context.project().db);
const texts = async () =>
  (await call('transcripts.read', { transcriptId })).turns.map(({ text }) => text);

beforeEach(async () => {
  project = newProject();
  ({ transcriptId } = project.write((on) =>
    importTranscript(on, {
      name: 'Samtal',
      kind: 'interview',
      turns: Array.from({ length: turnCount }, (_, n) => ({
        speaker: `P${n % 5}`,
        startMs: null,
        endMs: null,
        text: `Sedan gick Anna hem ${n}. Anna var trött.`,
      })),
      speakers: [],
      report: {
        fileName: 'samtal.txt',
        sha256: '',
        format: 'plainText',
        encoding: 'utf-8',
        changes: [],
        warnings: [],
      },
    }),
  ));
  project.close();
  events = [];
  session = openSession({
    dataFolder: temporaryFolder(),
    nativeDialogs: false,
    announce: (event) => events.push(event),
  });
  await call('project.open', { path: project.path });
  const { turns } = await call('transcripts.read', { transcriptId });
  for (const { id: turnId } of turns.slice(0, 50))
    await call('meaningUnits.mark', { spans: [{ turnId, start: 6, end: 20 }] });
});

afterEach(async () => {
  await session.close();
  project.remove();
});

describe('a word replaced throughout', () => {
  test('tells how far it has come, is one step, and is undone exactly', async () => {
    const before = now();
    const done = await call('turns.replace', { ...anna, job: 'byt' });
    expect(done).toMatchObject({ places: 2 * turnCount, inDoubt: [] });
    expect(done.changed).toHaveLength(50);
    expect((await texts())[7]).toBe('Sedan gick Karin hem 7. Karin var trött.');
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'progress', words: 'progress.replacing' }),
    );
    expect((await call('steps.undo', {})).undone).toHaveLength(1);
    expect(now()).toEqual(before);
  });

  test('is as if it had not been asked for when it is cancelled', async () => {
    const before = now();
    const replacing = session.call('turns.replace', { ...anna, job: 'byt' });
    await call('jobs.cancel', { job: 'byt' });
    expect(await replacing).toMatchObject({
      ok: false,
      problem: { code: 'job.cancelled' },
    });
    expect(now()).toEqual(before);
  });

  test('takes with it what was corrected while it was being worked out', async () => {
    const { turns } = await call('transcripts.read', { transcriptId });
    const replacing = call('turns.replace', { ...anna, job: 'byt' });
    await call('turns.correct', {
      turnId: turns[3]!.id,
      text: 'Anna och Anna och Anna.',
    });
    expect((await replacing).places).toBe(2 * turnCount + 1);
    expect((await texts())[3]).toBe('Karin och Karin och Karin.');
  });
});

describe('what is typed in a turn when something else is done with it', () => {
  const typed = (turnId: string) => ({
    turnId,
    edits: [{ start: 0, end: 5, text: 'Då' }],
  });

  test('belongs to the same step when it is divided, joined, moved or given to another', async () => {
    const { turns } = await call('transcripts.read', { transcriptId });
    const [first, second] = [turns[0]!.id, turns[1]!.id];
    const acts = [
      () => call('turns.split', { turnId: first, at: 7, typed: typed(first) }),
      () => call('turns.merge', { turnIds: [first, second], typed: typed(second) }),
      () =>
        call('turns.moveText', {
          from: { turnId: first, start: 0, end: 7 },
          to: { turnId: second, at: 0 },
          typed: typed(first),
        }),
      () =>
        call('turns.changeSpeaker', {
          turnIds: [first],
          speaker: { label: 'P9' },
          typed: typed(first),
        }),
    ];
    const shown = [
      ['Då gick', 'Anna hem 0. Anna var trött.'],
      ['Sedan gick Anna hem 0. Anna var trött. Då gick Anna hem 1. Anna var trött.'],
      ['Anna hem 0. Anna var trött.', 'Då gick Sedan gick Anna hem 1. Anna var trött.'],
      ['Då gick Anna hem 0. Anna var trött.'],
    ];
    for (const [index, act] of acts.entries()) {
      const before = now();
      await act();
      expect((await texts()).slice(0, shown[index]!.length)).toEqual(shown[index]);
      expect((await call('steps.undo', {})).undone).toHaveLength(1);
      expect(now()).toEqual(before);
    }
  });
});
