import { afterAll, beforeAll, expect, test } from 'vitest';

import { projectStats } from '../../../electron/project/stats.ts';
import type { TestProject } from '../../support/newProject.ts';
import { sampleProject } from '../../support/sampleProject.ts';

let project: TestProject;
beforeAll(() => {
  project = sampleProject();
});
afterAll(() => project.remove());

test('the counts are of active units, and say what waits and what was taken out', () => {
  expect(projectStats(project.read)).toEqual({
    transcripts: 2,
    turns: 71,
    words: 1534 + 28,
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
