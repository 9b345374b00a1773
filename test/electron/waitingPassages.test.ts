import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { allBytes, begin, description, inBytes } from '../support/sessionAtWork.ts';
import { sampleProject } from '../support/sampleProject.ts';
import { openedSession } from '../support/openedSession.ts';
import { drawing, randomFrom } from '../invariants/randomInputs.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const secretWords = 'min mamma fick diagnosen påhittosis';
const texts = [
  'Hur var det hemma?',
  `Det var lugnt, ${secretWords} det året, och sedan flyttade vi.`,
  'Vi hade det ungefär likadant.',
];

/** A small group of which P1 says something about somebody else's health. */
async function study(folder: string) {
  const started = begin(folder);
  const { ask } = started;
  const path = join(folder, 'study.utsaga');
  await ask('project.create', { path, description, analyst: 'Eva Lind' });
  const { transcriptId } = await ask('transcripts.import', {
    name: 'Fokusgrupp 1',
    kind: 'focusGroup',
    turns: texts.map((text, at) => ({
      speaker: ['Moderator', 'P1', 'P2'][at]!,
      startMs: null,
      endMs: null,
      text,
    })),
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
  const { turns } = await ask('transcripts.read', { transcriptId });
  const start = texts[1]!.indexOf(secretWords);
  const passage = { turnId: turns[1]!.id, start, end: start + secretWords.length };
  const mark = async (words: string, condensed: string) => {
    const from = texts[1]!.indexOf(words);
    const span = { turnId: turns[1]!.id, start: from, end: from + words.length };
    const { id } = await ask('meaningUnits.mark', { spans: [span] });
    await ask('meaningUnits.condense', { unitId: id, text: condensed });
    return id;
  };
  const wait = (deadline = '2026-06-01') =>
    ask('passages.wait', { spans: [passage], reason: 'hälsa', deadline });
  const textOfTurn = async () =>
    (await ask('transcripts.read', { transcriptId })).turns[1]!.text;
  return { ...started, path, transcriptId, turns, passage, mark, wait, textOfTurn };
}

const waiting = `Det var lugnt, [avsnitt 1 väntar] det året, och sedan flyttade vi.`;

describe('a sensitive passage that waits', () => {
  test('is in no transcript, table, search, history or export, nor are the units that hold it', async () => {
    const folder = temporaryFolder();
    const { ask, mark, wait, textOfTurn, transcriptId } = await study(folder);
    const inside = await mark('mamma fick diagnosen', 'Mammans diagnos');
    const beside = await mark('sedan flyttade vi', 'Flytten');
    await ask('memos.write', { unitId: inside, text: 'Påhittosis, slå upp' });
    const over = await mark('lugnt, min mamma', 'Lugnt hos mamma');
    expect(await wait()).toMatchObject({ units: 2 });

    expect(await textOfTurn()).toBe(waiting);
    const rows = await ask('analysisTable.rows', { offset: 0, limit: 10 });
    expect(rows.rows.map(({ id }) => id)).toEqual([beside]);
    expect(await ask('meaningUnits.retired', {})).toEqual([]);
    expect(await ask('reviews.list', {})).toEqual([]);
    for (const words of ['diagnosen', 'mamma', 'Påhittosis']) {
      const found = await ask('search.find', { text: words, way: 'inside' });
      expect(JSON.stringify(found), words).not.toMatch(/mamma|diagnos|påhittosis/iu);
    }
    const { steps } = await ask('steps.history', {});
    const changes = await ask('steps.changes', { seq: steps[0]!.seq });
    expect(changes).toEqual([]);
    for (const [what, format] of [
      ['transcripts', 'txt'],
      ['analysis-table', 'csv'],
    ] as const) {
      const to = join(folder, `ut.${format}`);
      await ask('exports.write', { what, format, to, overwrite: true });
      expect(readFileSync(to, 'utf8')).not.toMatch(/mamma|diagnos|påhittosis/iu);
    }
    expect(await ask('passages.waiting', {})).toMatchObject([
      {
        transcriptId,
        transcript: 'Fokusgrupp 1',
        turnLabels: ['r2'],
        reason: 'hälsa',
        deadline: '2026-06-01',
        words: 5,
        units: 2,
        lostSign: null,
      },
    ]);
    expect(JSON.stringify(await ask('passages.waiting', {}))).not.toContain('mamma');
    expect(JSON.stringify(steps)).not.toContain('mamma');
    const { id: passageId } = (await ask('passages.waiting', {}))[0]!;
    expect(await ask('passages.words', { passageId })).toEqual({
      parts: [{ sign: '[avsnitt 1 väntar]', speaker: 'P1', text: secretWords }],
      units: [
        { number: 1, condensed: 'Mammans diagnos' },
        { number: 3, condensed: 'Lugnt hos mamma' },
      ],
    });
    expect(over).not.toBe(inside);
  });

  test('comes back exactly when it is released, also after the words around it were corrected', async () => {
    const { ask, mark, wait, textOfTurn, turns, transcriptId } =
      await study(temporaryFolder());
    const inside = await mark('mamma fick diagnosen', 'Mammans diagnos');
    const over = await mark('lugnt, min mamma', 'Lugnt hos mamma');
    const all = await mark(texts[1]!, 'Allt');
    const { passageId } = await wait();
    await ask('turns.correct', {
      turnId: turns[1]!.id,
      text: waiting.replace('Det var', 'Jo, det var').replace('flyttade', 'for'),
    });
    await ask('passages.release', { passageId });
    expect(await textOfTurn()).toBe(
      texts[1]!.replace('Det var', 'Jo, det var').replace('flyttade', 'for'),
    );
    const read = async (unitId: typeof all) => {
      const { text, status, reviewReason } = await ask('meaningUnits.read', { unitId });
      return [text, status, reviewReason];
    };
    expect(await read(inside)).toEqual(['mamma fick diagnosen', 'active', null]);
    expect(await read(over)).toEqual(['lugnt, min mamma', 'active', null]);
    expect((await read(all))[0]).toContain(`lugnt, ${secretWords} det året`);
    expect(await ask('passages.waiting', {})).toEqual([]);
    expect(await ask('meaningUnits.ofTranscript', { transcriptId })).toHaveLength(3);
    expect(await ask('project.check', {})).toEqual([]);
  });

  test('is found where its sign was moved to, and is not lost when the sign is', async () => {
    const { ask, refusal, wait, turns, transcriptId } = await study(temporaryFolder());
    const { passageId } = await wait();
    await ask('turns.split', { turnId: turns[1]!.id, at: 15 });
    await ask('passages.release', { passageId });
    const split = await ask('transcripts.read', { transcriptId });
    expect(split.turns[2]!.text).toContain(secretWords);
    await ask('steps.undo', {});
    const { turns: now } = await ask('transcripts.read', { transcriptId });
    await ask('turns.correct', { turnId: now[2]!.id, text: 'Borta.' });
    expect((await ask('passages.waiting', {}))[0]!.lostSign).toBe('[avsnitt 1 väntar]');
    expect((await refusal('passages.release', { passageId })).code).toBe(
      'passage.signLost',
    );
    await ask('turns.correct', {
      turnId: turns[2]!.id,
      text: '[avsnitt 1 väntar] Vi hade det likadant.',
    });
    await ask('passages.release', { passageId });
    const { turns: last } = await ask('transcripts.read', { transcriptId });
    expect(last.at(-1)!.text).toBe(`${secretWords} Vi hade det likadant.`);
  });

  test('that is removed leaves its units on the review list without its words', async () => {
    const folder = temporaryFolder();
    const { ask, mark, wait, textOfTurn } = await study(folder);
    const inside = await mark('mamma fick diagnosen', 'Om sjukdom');
    const over = await mark('lugnt, min mamma', 'Lugnt hemma');
    const { passageId } = await wait();
    const by = '[avsnitt borttaget: hälsa]';
    expect(await ask('passages.drop', { passageId, by })).toEqual({ inDoubt: 2 });
    expect(await textOfTurn()).toBe(waiting.replace('[avsnitt 1 väntar]', by));
    const list = await ask('reviews.list', {});
    expect(list.map(({ unitId, reason, was }) => [unitId, reason, was.text])).toEqual([
      [over, 'edited', by],
      [inside, 'gone', by],
    ]);
    expect((await ask('meaningUnits.read', { unitId: over })).text).toBe('lugnt, ');
    expect(await ask('identifiers.oldWords', {})).toMatchObject({ pending: 1 });
    await ask('identifiers.forgetOldWords', { typed: description.title });
    expect(allBytes(folder)).not.toContain(inBytes('fick diagnosen'));
  });

  test('goes with the participant who said it, and its units with it', async () => {
    const folder = temporaryFolder();
    const { ask, mark, wait, transcriptId } = await study(folder);
    await mark('mamma fick diagnosen', 'Mammans diagnos');
    await wait();
    const [person] = await ask('participants.list', {});
    await ask('participants.forget', {
      participantId: person!.id,
      typed: person!.pseudonym,
      what: 'words',
    });
    expect(await ask('passages.waiting', {})).toEqual([]);
    expect(await ask('meaningUnits.ofTranscript', { transcriptId })).toEqual([]);
    expect(allBytes(folder)).not.toContain(inBytes('fick diagnosen'));
    expect(await ask('project.check', {})).toEqual([]);
  });

  test('has the names in it replaced with all others, and its units follow', async () => {
    const { ask, turns } = await study(temporaryFolder());
    await ask('turns.correct', {
      turnId: turns[1]!.id,
      text: 'Ja, Kerstin från Umeå fick diagnosen av Kerstin, tror jag.',
    });
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 21, end: 47 }],
    });
    const { passageId } = await ask('passages.wait', {
      spans: [{ turnId: turns[1]!.id, start: 4, end: 47 }],
      deadline: '2026-06-01',
    });
    const places = await ask('identifiers.places', { words: 'Kerstin' });
    expect(places).toMatchObject([
      { table: 'waiting_parts', before: '', after: '' },
      { table: 'waiting_parts', before: '', after: '' },
    ]);
    await ask('identifiers.replace', {
      words: 'Kerstin',
      kind: 'name',
      by: 'P1',
      places: [...places],
    });
    await ask('passages.release', { passageId });
    expect((await ask('meaningUnits.read', { unitId: id })).text).toBe(
      'fick diagnosen av P1',
    );
    expect(await ask('project.check', {})).toEqual([]);
  });
});

test('whatever waits comes back as it was: turns, units, spans, doubts', async () => {
  const random = randomFrom(20_260_304);
  const project = sampleProject();
  project.close();
  const session = await openedSession(project.path);
  const state = () =>
    JSON.stringify([
      session.read.all('SELECT id, text FROM turns ORDER BY id'),
      session.read.all(
        'SELECT unit_id, turn_id, start, "end", text, before, after FROM spans ORDER BY 1, 2, 3, 4',
      ),
      session.read.all(
        'SELECT id, status, review_reason, retired_reason FROM meaning_units ORDER BY id',
      ),
      session.read.all('SELECT * FROM review_spans ORDER BY id'),
      session.read.all('SELECT * FROM waiting_units ORDER BY id'),
    ]);
  let held = 0;
  try {
    for (let time = 0; time < 150; time += 1) {
      const before = state();
      const spans = drawing(session.read, random).spans();
      const waited = await session.call('passages.wait', {
        spans,
        deadline: '2026-06-01',
      });
      if (!waited.ok) continue;
      held += waited.value.units;
      const { passageId } = waited.value;
      const released = await session.call('passages.release', { passageId });
      expect(released.ok, JSON.stringify(released)).toBe(true);
      expect(state(), JSON.stringify(spans)).toBe(before);
    }
  } finally {
    await session.close();
    project.remove();
  }
  expect(held).toBeGreaterThan(50);
});
