import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { utsagaIn } from '../../support/commandLine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('a survey is read in column by column from the command line', async () => {
  const folder = temporaryFolder();
  const utsaga = utsagaIn(folder);
  writeFileSync(
    join(folder, 'svar.csv'),
    'ID;Kön;Vad fungerar bra?\nR1;kvinna;Kollegorna hjälps åt\nR2;man;\n',
  );
  await utsaga(['new', 'enkat.utsaga', '--title', 'Enkät', '--lang', 'sv']);
  const wrong = await utsaga([
    'import',
    'enkat.utsaga',
    'svar.csv',
    '--columns',
    'Roll=attribute',
  ]);
  expect(wrong.status).toBe(2);
  expect(wrong.err).toContain('”roll”');
  const read = await utsaga([
    'import',
    'enkat.utsaga',
    'svar.csv',
    '--json',
    '--columns',
    'ID=id,3=answer',
  ]);
  expect(read.status).toBe(0);
  expect(JSON.parse(read.out)).toMatchObject({
    surveys: [{ people: 2, transcripts: [expect.any(String)] }],
  });
  const attributes = await utsaga(['call', 'enkat.utsaga', 'attributes.list', '--json']);
  expect(JSON.parse(attributes.out)).toEqual([]);
});
