// Started by import.bench.ts: reads so many files of so many words into a new project, and says what it took.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hostFolders, startHost } from '../support/startHost.ts';
import { syntheticTurns } from './syntheticStudy.ts';

const [files, words] = process.argv.slice(2).map(Number) as [number, number];
const folder = mkdtempSync(join(tmpdir(), 'utsaga-import-'));
const folders = hostFolders();
const host = await startHost(folders);

async function ask<Answer>(name: string, input: unknown): Promise<Answer> {
  const answer = await host.session.call(name, input);
  if (!(answer as { ok: boolean }).ok) throw new Error(JSON.stringify(answer));
  return (answer as { value: Answer }).value;
}

for (let n = 0; n < files; n += 1) {
  const text = syntheticTurns({ words, turns: Math.round(words / 33) }, n + 1)
    .map((turn) => `${turn.speaker}: ${turn.text}`)
    .join('\n');
  writeFileSync(join(folder, `samtal ${n + 1}.txt`), text);
}
await ask('project.create', {
  path: join(folders.projectFolder, 'många.utsaga'),
  description: {
    title: 'Många samtal',
    aim: '',
    researchQuestions: [],
    approach: 'inductive',
    content: 'manifest',
    language: 'sv',
    levelPreset: 'categoryMain',
    levelNames: ['Kategori', 'Huvudkategori'],
    hasThemes: true,
  },
  analyst: 'Eva Lind',
});

const times: number[] = [];
for (let n = 0; n < files; n += 1) {
  const start = performance.now();
  const { fileId } = await ask<{ fileId: string }>('imports.stage', {
    path: join(folder, `samtal ${n + 1}.txt`),
  });
  const { imported } = await ask<{ imported: { transcriptId: string }[] }>(
    'imports.run',
    {
      files: [{ fileId }],
    },
  );
  await ask('transcripts.read', { transcriptId: imported[0]!.transcriptId });
  times.push(performance.now() - start);
}
process.send?.({
  msEach: times.reduce((sum, ms) => sum + ms, 0) / times.length,
  longestMs: Math.max(...times),
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
});
await host.host.close();
folders.remove();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
