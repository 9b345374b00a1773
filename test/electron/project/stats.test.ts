import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { projectStats } from '../../../electron/project/stats.ts';
import type { TestProject } from '../../support/newProject.ts';
import { begin, withTranscript } from '../../support/sessionAtWork.ts';
import { sampleProject } from '../../support/sampleProject.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

let project: TestProject;
beforeAll(() => {
  project = sampleProject();
});
afterAll(() => project.remove());

test('the counts are of active units, and say what waits and what was taken out', () => {
  expect(projectStats(project.read)).toEqual({
    transcripts: 2,
    turns: 71,
    // The word of a passage that waits is not counted.
    words: 1534 + 28 - 1,
    speakers: 7,
    participants: 5,
    units: 60,
    retired: 1,
    spans: 63,
    condensed: 58,
    coded: 59,
    codes: 53,
    unplacedCodes: 2,
    categories: 11,
    themes: 3,
    setAside: 9,
    toReview: 1,
    steps: 2,
  });
});

test('a step that is undone is not counted', () => {
  project.undo();
  expect(projectStats(project.read)).toMatchObject({ steps: 1, units: 0 });
  project.redo();
  expect(projectStats(project.read)).toMatchObject({ steps: 2, units: 60 });
});

describe('the words of a transcript', () => {
  test('are those of the turns that are there, also when somebody has been erased', async () => {
    const { ask, transcriptId } = await withTranscript(temporaryFolder());
    const words = async () => (await ask('transcripts.list', {})).map((row) => row.words);
    const all = 4 + 9 + 6;
    expect(await words()).toEqual([all]);
    const people = await ask('participants.list', {});
    const [p1] = people;
    await ask('participants.forget', { participantId: p1!.id, typed: 'P1' });
    expect(await words()).toEqual([4 + 6]);
    expect((await ask('project.stats', {})).words).toBe(4 + 6);
    await ask('transcripts.remove', { transcriptId });
    expect(await words()).toEqual([]);
    expect((await ask('project.stats', {})).words).toBe(0);
    await ask('steps.undo', {});
    expect(await words()).toEqual([4 + 6]);
  });

  test('follow what another program writes', async () => {
    const folder = temporaryFolder();
    const writer = await withTranscript(folder);
    const reader = begin(join(folder, 'other'));
    await reader.ask('project.open', { path: writer.path });
    expect(await reader.ask('transcripts.list', {})).toMatchObject([{ words: 19 }]);
    const people = await writer.ask('participants.list', {});
    const [p1] = people;
    await writer.ask('participants.forget', { participantId: p1!.id, typed: 'P1' });
    expect(await reader.ask('transcripts.list', {})).toMatchObject([{ words: 10 }]);
  });
});
