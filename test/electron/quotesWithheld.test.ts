import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Exportable, ExportFormat } from '../../shared/domain/exporting.ts';
import { withTranscript } from '../support/sessionAtWork.ts';
import { readWord } from '../support/takenHome.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const quote = 'bodde hemma hos min syster';

/** P2, whose one unit is coded, has said that she is not to be quoted; P1 may be. */
async function study() {
  const folder = temporaryFolder();
  const started = await withTranscript(folder);
  const { ask, turns } = started;
  const start = turns[2]!.text.indexOf(quote);
  const { id: unitId } = await ask('meaningUnits.mark', {
    spans: [
      { turnId: turns[1]!.id, start: 0, end: 8 },
      { turnId: turns[2]!.id, start, end: start + quote.length },
    ],
  });
  const own = await ask('meaningUnits.mark', {
    spans: [{ turnId: turns[2]!.id, start, end: start + quote.length }],
  });
  await ask('meaningUnits.condense', { unitId: own.id, text: 'Hos syskon' });
  await ask('meaningUnits.star', { unitIds: [own.id], isQuotable: true });
  await ask('meaningUnits.code', {
    unitIds: [own.id, unitId],
    codeIds: [],
    create: [{ name: 'boende' }],
  });
  const people = await ask('participants.list', {});
  const idOf = (name: string) => people.find(({ pseudonym }) => pseudonym === name)!.id;
  const take = async (what: Exportable, format: ExportFormat) => {
    const to = join(folder, `${what}.${format}`);
    const { withheld } = await ask('exports.write', {
      what,
      format,
      to,
      overwrite: true,
    });
    const bytes = readFileSync(to);
    const text =
      format === 'docx' ? JSON.stringify(readWord(bytes)) : bytes.toString('utf8');
    return { text, withheld };
  };
  return { ...started, idOf, take, unitIds: [unitId, own.id] };
}

const files = [
  ['analysis-table', 'csv', '[citatet lämnas inte ut]', 2],
  ['analysis-table', 'json', '[citatet lämnas inte ut]', 2],
  ['analysis-table', 'docx', '[citatet lämnas inte ut]', 2],
  ['codebook', 'csv', '', 2],
  ['codebook', 'docx', '', 2],
  ['transcripts', 'txt', '[repliken lämnas inte ut]', 1],
  ['transcripts', 'json', '[repliken lämnas inte ut]', 1],
  ['transcripts', 'docx', '[repliken lämnas inte ut]', 1],
] as const;

test('whoever is not to be quoted is quoted in nothing that is taken home, and the file says so', async () => {
  const { ask, idOf, take, unitIds } = await study();
  for (const [what, format] of files) {
    const { text, withheld } = await take(what, format);
    expect(text, `${what}.${format}`).toContain(quote);
    expect(withheld).toEqual([]);
  }
  const participantId = idOf('P2');
  await ask('consents.withdrawQuotes', { participantId, date: '2026-04-02' });
  expect(await ask('exports.withheld', {})).toEqual([
    {
      participantId,
      pseudonym: 'P2',
      withdrawnOn: '2026-04-02',
      turns: 1,
      units: 2,
    },
  ]);
  for (const [what, format, sign, places] of files) {
    const { text, withheld } = await take(what, format);
    expect(text, `${what}.${format}`).not.toContain(quote);
    expect(text).toContain(sign);
    expect(withheld).toEqual([{ pseudonym: 'P2', places }]);
  }
  const copied = await ask('exports.clipboard', { unitIds });
  expect(copied.text + copied.html).not.toContain(quote);
  // What others said in the same unit leaves as before, and so do the analyst's own words.
  expect(copied.text).toContain('Jag bodd');
  expect(copied.text).toContain('Hos syskon');
  expect(copied.withheld).toEqual([{ pseudonym: 'P2', places: 2 }]);
  // In the project nothing has changed but that the row says it.
  const { rows } = await ask('analysisTable.rows', {});
  expect(rows.map(({ withheld }) => withheld)).toEqual([['P2'], ['P2']]);
  expect(rows[1]!.unit).toBe(quote);
});

test('taking the withdrawal back lets her words leave again, and so does a new yes', async () => {
  const { ask, idOf, take } = await study();
  const participantId = idOf('P2');
  const isWithheld = async () => (await take('transcripts', 'txt')).withheld.length > 0;
  await ask('consents.withdrawQuotes', { participantId, date: '2026-04-02' });
  await ask('consents.takeBack', { participantId });
  expect(await isWithheld()).toBe(false);
  await ask('steps.undo', {});
  expect(await isWithheld()).toBe(true);
  await ask('consents.record', { participantIds: [participantId], mayQuote: true });
  expect(await isWithheld()).toBe(false);
  expect((await ask('consents.list', {}))[0]).toMatchObject({ quotesWithdrawnOn: null });
  await ask('consents.record', { participantIds: [participantId], mayQuote: false });
  expect(await isWithheld()).toBe(true);
});

test('whoever nothing is recorded of, and who withdrew from a later day, is quoted as before', async () => {
  const { ask, idOf, take } = await study();
  const participantId = idOf('P2');
  await ask('consents.record', {
    participantIds: [participantId],
    status: 'given',
    mayQuote: true,
  });
  await ask('consents.withdraw', { participantId, date: '2026-04-02' });
  expect((await take('transcripts', 'txt')).withheld).toEqual([]);
});
