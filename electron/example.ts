import { readFileSync } from 'node:fs';

import type { ProjectDescription } from '../shared/domain/project.ts';
import { exampleFolder } from './appFiles.ts';
import * as example from './project/example.ts';
import type { WritableProject } from './project/handle.ts';

function exampleFiles(): example.ExampleFiles {
  const read = (name: string) => readFileSync(new URL(name, exampleFolder), 'utf8');
  return {
    text: read('example_fg1.txt'),
    analysis: JSON.parse(read('analysis.json')) as example.ExampleFiles['analysis'],
    codebook: JSON.parse(read('codebook.json')) as example.ExampleFiles['codebook'],
  };
}

/** What a copy of the worked example is begun with. */
export function exampleDescription(): ProjectDescription {
  return example.exampleDescription(exampleFiles());
}

/** Fills a project that has just been begun with the worked example from resources/example. */
export function buildExample(project: WritableProject): void {
  example.buildExample(project, exampleFiles());
}
