import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { mostPeople } from '../../shared/domain/survey.ts';
import { allBytes, inBytes, secret, withTranscript } from '../support/sessionAtWork.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

type Started = Awaited<ReturnType<typeof withTranscript>>;

async function personOf({ ask }: Started, pseudonym: string) {
  const people = await ask('participants.list', {});
  return people.find((one) => one.pseudonym === pseudonym)!.id;
}

async function stage({ ask }: Started, name: string, text: string | Buffer) {
  const base64 = Buffer.from(text).toString('base64');
  return (await ask('imports.stage', { name, base64 })).fileId;
}

async function values({ ask }: Started): Promise<readonly string[]> {
  const names = new Map(
    [
      ...(await ask('participants.list', {})).map(
        (one) => [one.id, one.pseudonym] as const,
      ),
      ...(await ask('attributes.list', {})).map((one) => [one.id, one.name] as const),
    ].map(([id, name]) => [String(id), name]),
  );
  return (await ask('attributes.values', {}))
    .map(
      ({ participantId, attributeId, value }) =>
        `${names.get(participantId)} ${names.get(attributeId)}: ${value}`,
    )
    .toSorted();
}

describe('what is known of participants', () => {
  test('is written in one step, also for people and attributes that are new', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask, refusal } = started;
    const p1 = await personOf(started, 'P1');
    await ask('attributes.add', { name: 'Roll', type: 'choice', allowed: ['anhörig'] });
    await ask('participants.fill', {
      newAttributes: [
        { name: 'Ålder', type: 'number' },
        { name: 'Kommun', type: 'choice' },
      ],
      rows: [
        {
          participantId: p1,
          cells: [
            { attribute: 'roll', value: 'Anhörig' },
            { attribute: 'Ålder', value: '3,5' },
            { attribute: 'Kommun', value: 'Norrby' },
          ],
        },
        { pseudonym: 'P9', cells: [{ attribute: 'Roll', value: 'granne' }] },
      ],
    });
    expect(await values(started)).toEqual([
      'P1 Kommun: Norrby',
      'P1 Roll: anhörig',
      'P1 Ålder: 3.5',
      'P9 Roll: granne',
    ]);
    const attributes = await ask('attributes.list', {});
    expect(attributes.map(({ name, allowed }) => [name, allowed])).toEqual([
      ['Roll', ['anhörig']],
      ['Ålder', []],
      ['Kommun', ['Norrby']],
    ]);
    expect((await refusal('attributes.add', { name: 'ROLL' })).code).toBe(
      'attribute.nameTaken',
    );
    await ask('steps.undo', {});
    expect(await values(started)).toEqual([]);
    expect(await ask('participants.list', {})).toHaveLength(2);
  });

  test('stays when the type changes, and reads again when it changes back', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask } = started;
    const { id: attributeId } = await ask('attributes.add', {
      name: 'SIP',
      type: 'text',
    });
    const participantId = await personOf(started, 'P1');
    const rows = [{ participantId, cells: [{ attributeId, value: 'Ja' }] }];
    await ask('participants.fill', { rows });
    await ask('attributes.describe', { attributeId, type: 'yesNo' });
    expect(await values(started)).toEqual(['P1 SIP: yes']);
    await ask('attributes.describe', { attributeId, type: 'number' });
    expect(await values(started)).toEqual(['P1 SIP: ja']);
    await ask('attributes.describe', { attributeId, type: 'choice' });
    expect((await ask('attributes.list', {}))[0]?.allowed).toEqual(['ja']);
  });

  test('stands in the table as a column, filters it, and is taken home only when it is asked for and not hidden', async () => {
    const folder = temporaryFolder();
    const started = await withTranscript(folder);
    const { ask, turns } = started;
    const { id: attributeId } = await ask('attributes.add', {
      name: 'Ålder',
      type: 'number',
    });
    const participantId = await personOf(started, 'P1');
    const rows = [{ participantId, cells: [{ attributeId, value: '3,5' }] }];
    await ask('participants.fill', { rows });
    for (const turn of turns.slice(1))
      await ask('meaningUnits.mark', { spans: [{ turnId: turn.id, start: 0, end: 9 }] });
    const table = await ask('analysisTable.rows', {});
    expect(table.rows.map(({ attributes }) => attributes)).toEqual([
      { [attributeId]: ['3.5'] },
      undefined,
    ]);
    const filter = { attributes: [{ attributeId, value: '3.5' }] };
    expect((await ask('analysisTable.rows', { filter })).total).toBe(1);
    const written = async (columns?: string[]) => {
      const to = join(folder, 'tabell.csv');
      const what = {
        what: 'analysis-table',
        format: 'csv',
        to,
        overwrite: true,
      } as const;
      await ask('exports.write', columns ? { ...what, columns } : what);
      return readFileSync(to, 'utf8')
        .replace(/^\uFEFF/, '')
        .split('\r\n')[1];
    };
    const columns = ['speaker', 'attribute:Ålder'];
    expect(await written(columns)).toBe('P1;3,5');
    expect(await written()).not.toContain('3,5');
    await ask('attributes.describe', { attributeId, isHidden: true });
    expect(await written(columns)).toBe('P1');
    expect(existsSync(join(folder, 'tabell.csv'))).toBe(true);
  });
});

describe('coverage', () => {
  test('follows the role: what a moderator says is not left to judge', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask, transcriptId } = started;
    const left = async () => (await ask('transcripts.list', {}))[0]?.turnsLeft;
    const { speakers } = await ask('transcripts.read', { transcriptId });
    const p2 = speakers.find(({ label }) => label === 'P2')!;
    expect(await left()).toBe(2);
    await ask('speakers.assign', { speakerId: p2.id, role: 'moderator' });
    expect(await left()).toBe(1);
    const after = await ask('transcripts.read', { transcriptId });
    expect(after.speakers.filter(({ role }) => role === 'moderator')).toHaveLength(2);
    await ask('steps.undo', {});
    expect(await left()).toBe(2);
  });
});

describe('a speaker', () => {
  test('is renamed in every transcript where it is the same person, and nowhere where the name is taken', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask, refusal, transcriptId } = started;
    const said = (speaker: string) => ({
      speaker,
      text: 'Ja.',
      startMs: null,
      endMs: null,
    });
    const report = {
      fileName: 'fg2.txt',
      sha256: 'y',
      format: 'plainText',
      encoding: null,
      changes: [],
      warnings: [],
    };
    const second = await ask('transcripts.import', {
      name: 'Fokusgrupp 2',
      kind: 'focusGroup',
      turns: [said('P1'), said('Vera'), said('Moderator')],
      speakers: [
        {
          label: 'P1',
          role: 'participant',
          participantId: await personOf(started, 'P1'),
        },
        { label: 'Moderator', role: 'moderator' },
      ],
      report,
    });
    const third = await ask('transcripts.import', {
      name: 'Fokusgrupp 3',
      kind: 'focusGroup',
      turns: [said('P1')],
      speakers: [],
      report: { ...report, sha256: 'z' },
    });
    const speakersOf = async (id: typeof transcriptId) =>
      (await ask('transcripts.read', { transcriptId: id })).speakers;
    const [, p1] = await speakersOf(transcriptId);
    const alike = await ask('speakers.alike', { speakerId: p1!.id, label: 'Vera' });
    expect(
      alike.map(({ transcript, isSame, isTaken }) => ({ transcript, isSame, isTaken })),
    ).toEqual([
      { transcript: 'Fokusgrupp 1', isSame: true, isTaken: false },
      { transcript: 'Fokusgrupp 2', isSame: true, isTaken: true },
      { transcript: 'Fokusgrupp 3', isSame: false, isTaken: false },
    ]);
    const same = alike.filter(({ isSame }) => isSame).map(({ speakerId }) => speakerId);
    expect(
      (await refusal('speakers.renameEverywhere', { speakerIds: same, label: 'Vera' }))
        .code,
    ).toBe('speaker.labelTaken');
    await ask('speakers.renameEverywhere', { speakerIds: same, label: 'Astrid' });
    const labels = async () =>
      Promise.all(
        [transcriptId, second.transcriptId, third.transcriptId].map(async (id) =>
          (await speakersOf(id)).map(({ label }) => label),
        ),
      );
    expect(await labels()).toEqual([
      ['Moderator', 'Astrid', 'P2'],
      ['Astrid', 'Vera', 'Moderator'],
      ['P1'],
    ]);
    await ask('steps.undo', {});
    expect((await labels()).flat()).not.toContain('Astrid');
  });
});

describe('withdrawing', () => {
  test('is a step, and erasing the words leaves turns that say so and takes every byte', async () => {
    const folder = temporaryFolder();
    const started = await withTranscript(folder);
    const { ask, turns, transcriptId } = started;
    const participantId = await personOf(started, 'P1');
    await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 30 }],
    });
    await ask('consents.record', { participantIds: [participantId], mayQuote: true });
    await ask('consents.withdraw', {
      participantId,
      date: '2026-05-04',
      reason: 'flytt',
    });
    await ask('steps.undo', {});
    expect((await ask('consents.list', {}))[0]?.status).toBe('given');
    await ask('steps.redo', {});
    await ask('participants.forget', { participantId, typed: 'P1', what: 'words' });
    expect(allBytes(folder)).not.toContain(inBytes(secret));
    const after = await ask('transcripts.read', { transcriptId });
    expect(after.turns.map(({ text }) => text)).toEqual([
      'Var bodde du då?',
      '[replik borttagen]',
      'Jag bodde hemma hos min syster.',
    ]);
    expect(await ask('meaningUnits.ofTranscript', { transcriptId })).toEqual([]);
    expect(await ask('consents.list', {})).toMatchObject([
      { participantId, status: 'withdrawn', withdrawnOn: '2026-05-04', mayQuote: true },
    ]);
    expect(await ask('project.check', {})).toEqual([]);
    expect((await ask('steps.undo', {})).undone).toEqual([]);
  });

  test('from a day leaves what was said before it, and what has no date', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask, transcriptId } = started;
    const participantId = await personOf(started, 'P1');
    const textNow = async () =>
      (await ask('transcripts.read', { transcriptId })).turns[1]!.text;
    const forgetFrom = (from: string) =>
      ask('participants.forget', { participantId, typed: 'P1', what: 'words', from });
    await forgetFrom('2026-01-01');
    expect(await textNow()).toContain(secret);
    await ask('transcripts.describe', { transcriptId, date: '2026-02-01' });
    await forgetFrom('2026-02-02');
    expect(await textNow()).toContain(secret);
    await forgetFrom('2026-02-01');
    expect(await textNow()).toBe('[replik borttagen]');
  });
});

describe('a survey', () => {
  const csv = [
    'ID;Kön;Ålder;Vad fungerar bra?',
    'P1;kvinna;34;Kollegorna hjälps åt',
    'R2;man;51;',
    'R3;kvinna;28;Vet ej',
  ].join('\r\n');

  test('comes in as people, attributes and free-text answers under one undo', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask } = started;
    const fileId = await stage(started, 'svar 2026.csv', csv);
    const preview = await ask('tables.preview', { fileId });
    expect(preview.isSurvey).toBe(true);
    const outcome = await ask('surveys.run', { fileId });
    expect(outcome).toMatchObject({ people: 3, attributes: 2 });
    // P1 of the focus group is somebody else until it is said that they are the same.
    expect(await values(started)).toEqual([
      'R2 Kön: man',
      'R2 Ålder: 51',
      'R3 Kön: kvinna',
      'R3 Ålder: 28',
      'svar 2026:P1 Kön: kvinna',
      'svar 2026:P1 Ålder: 34',
    ]);
    const [, answers] = await ask('transcripts.list', {});
    expect(answers).toMatchObject({
      name: 'svar 2026: Vad fungerar bra?',
      kind: 'freeText',
      turns: 2,
      turnsLeft: 1,
    });
    await ask('steps.undo', {});
    expect(await ask('transcripts.list', {})).toHaveLength(1);
    expect(await ask('participants.list', {})).toHaveLength(2);
    expect(await ask('attributes.list', {})).toEqual([]);
  });

  test('takes people for participants of the same name when it is said that they are', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask } = started;
    const fileId = await stage(started, 'svar.csv', csv);
    await ask('surveys.run', { fileId, areKnown: true });
    const participantId = await personOf(started, 'P1');
    const said = await ask('participants.said', { participantId });
    expect(said.map(({ transcript }) => transcript)).toEqual([
      'Fokusgrupp 1',
      'svar: Vad fungerar bra?',
    ]);
  });

  test('of too many rows is refused before anything is written', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask, refusal } = started;
    const lines = Array.from({ length: 100_000 }, (_, n) => `R${n};kvinna;Ett svar`);
    const fileId = await stage(
      started,
      'stor.csv',
      ['ID;Kön;Vad tycker du?', ...lines].join('\n'),
    );
    const preview = await ask('tables.preview', { fileId });
    expect(preview.sheets[0]).toMatchObject({ total: 100_000, rows: [] });
    const problem = await refusal('surveys.run', { fileId });
    expect(problem).toMatchObject({
      code: 'survey.tooMany',
      params: { rows: 100_000, limit: mostPeople },
    });
    expect(await ask('participants.list', {})).toHaveLength(2);
  });

  test('that is cancelled leaves nothing, and can be read in again', async () => {
    const started = await withTranscript(temporaryFolder());
    const { ask, refusal } = started;
    const lines = Array.from(
      { length: 2000 },
      (_, n) => `R${n};Ett långt svar på frågan`,
    );
    const fileId = await stage(
      started,
      'svar.csv',
      ['ID;Vad tycker du?', ...lines].join('\n'),
    );
    const cancelled = refusal('surveys.run', { fileId, job: 'läs' });
    await new Promise((resolve) => setImmediate(resolve));
    await ask('jobs.cancel', { job: 'läs' });
    expect((await cancelled).code).toBe('job.cancelled');
    expect(await ask('participants.list', {})).toHaveLength(2);
    expect((await ask('surveys.run', { fileId })).people).toBe(2000);
  });

  const sample = (name: string) => new URL(`file:///work/shared/samples/survey/${name}`);
  test
    .skipIf(!existsSync(sample('sv_comma_utf8-bom.csv')))
    .each(['sv_comma_utf8-bom.csv', 'sv_tab_utf16le.txt'])(
    'as it really comes: %s',
    async (name) => {
      // Read in the file itself: four people, two open questions; R002 left the first empty, R003 wrote "-".
      const started = await withTranscript(temporaryFolder());
      const { ask } = started;
      const fileId = await stage(started, name, readFileSync(sample(name)));
      expect((await ask('tables.preview', { fileId })).isSurvey).toBe(true);
      await ask('surveys.run', { fileId, name: 'Enkät' });
      const [, first, second] = await ask('transcripts.list', {});
      expect([first?.name, first?.turns, first?.turnsLeft]).toEqual([
        'Enkät: Vad fungerar bra?',
        3,
        2,
      ]);
      expect([second?.name, second?.turns, second?.turnsLeft]).toEqual([
        'Enkät: Vad kan bli bättre?',
        4,
        3,
      ]);
      const { turns } = await ask('transcripts.read', { transcriptId: second!.id });
      expect(turns[0]?.text).toBe('Schemat är "rörigt"\nibland');
      expect(turns[3]?.text).toBe('Åtgärda ljudnivån\n\nSnarast!');
      expect(await values(started)).toContain('R002 Nöjdhet (1–5): 3.5');
      expect(await values(started)).toContain('R004 Anställd sedan: 2024-12-01');
    },
  );

  test('that is a transcript kept as a table is none', async () => {
    const started = await withTranscript(temporaryFolder());
    const fileId = await stage(
      started,
      'samtal.csv',
      'Talare;Text;Tid\nP1;Hej på dig;00:01\nP2;Hej själv;00:03\n',
    );
    expect((await started.ask('tables.preview', { fileId })).isSurvey).toBe(false);
  });
});
