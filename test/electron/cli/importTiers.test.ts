import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { utsagaIn } from '../../support/commandLine.ts';
import { elanFile, tier } from '../../support/elanFile.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('which tiers are speech is said once for all files on the command line', async () => {
  const folder = temporaryFolder();
  const utsaga = utsagaIn(folder);
  const spoken = (kind: string, text: string) =>
    tier(
      { TIER_ID: `${kind}@P1`, LINGUISTIC_TYPE_REF: kind },
      { from: 'a', to: 'b', text },
    );
  writeFileSync(
    join(folder, 'samtal.eaf'),
    elanFile({ a: 0, b: 1000 }, spoken('ord', 'Hej på er.'), spoken('gest', 'vinkar')),
  );
  await utsaga(['new', 'p.utsaga', '--title', 'Samtal', '--lang', 'sv']);
  const read = async (...more: readonly string[]) => {
    const { status, out } = await utsaga([
      'import',
      'p.utsaga',
      'samtal.eaf',
      '--json',
      ...more,
    ]);
    expect(status).toBe(0);
    const { files } = JSON.parse(out) as {
      files: { speakers: { label: string }[]; warnings: { code: string }[] }[];
    };
    return files[0];
  };
  expect((await read())?.speakers.map(({ label }) => label)).toEqual([
    'ord@P1',
    'gest@P1',
  ]);
  expect((await read('--tiers', 'ord'))?.speakers.map(({ label }) => label)).toEqual([
    'ord@P1',
  ]);
  expect((await read('--tiers', 'ton'))?.warnings.map(({ code }) => code)).toEqual([
    'tiersNotFound',
  ]);
});
