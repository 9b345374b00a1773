import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { withTranscript, allBytes, inBytes, secret } from '../support/sessionAtWork.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('forgetting', () => {
  test('a participant takes every word with it: rows, history, free pages, side files', async () => {
    const folder = temporaryFolder();
    const { ask, refusal, turns, path } = await withTranscript(folder);
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 30 }],
    });
    await ask('meaningUnits.condense', { unitId: id, text: `Bodde på ${secret}` });
    await ask('meaningUnits.condense', { unitId: id, text: 'Bodde där' });
    await ask('steps.undo', {});
    const person = (await ask('participants.list', {})).find(
      (row) => row.pseudonym === 'P1',
    );
    expect(allBytes(folder)).toContain(inBytes(secret));
    expect(
      (await refusal('participants.forget', { participantId: person!.id, typed: 'P2' }))
        .code,
    ).toBe('typed.wrong');
    expect(
      await ask('meaningUnits.ofTranscript', {
        transcriptId: (await ask('transcripts.list', {}))[0]!.id,
      }),
    ).toHaveLength(1);

    await ask('participants.forget', { participantId: person!.id, typed: 'P1' });
    expect(allBytes(folder)).not.toContain(inBytes(secret));
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
    const { turns: left } = await ask('transcripts.read', {
      transcriptId: (await ask('transcripts.list', {}))[0]!.id,
    });
    expect(left.map((turn) => turn.label)).toEqual(['r1', 'r3']);
    expect((await ask('steps.undo', {})).undone).toEqual([]);
    expect((await refusal('steps.goTo', { seq: 2 })).code).toBe('step.wall');
    const { steps } = await ask('steps.history', {});
    expect(steps.map((step) => step.label)).toContain('meaningUnits.condense');

    await ask('participants.add', { pseudonym: 'P9' });
    expect((await ask('steps.undo', {})).undone).toHaveLength(1);
    await ask('project.close', {});
    expect(allBytes(join(path, '..'))).not.toContain(inBytes('Kålrotsvägen'));
  });

  test('a participant takes the old words of units in doubt too, and leaves those of others', async () => {
    const folder = temporaryFolder();
    const { ask, turns } = await withTranscript(folder);
    const mark = (index: number, end: number) =>
      ask('meaningUnits.mark', { spans: [{ turnId: turns[index]!.id, start: 0, end }] });
    const own = await mark(1, 44);
    const other = await mark(2, 10);
    await ask('turns.correct', { turnId: turns[1]!.id, text: 'Det minns jag inte.' });
    await ask('turns.remove', { turnIds: [turns[2]!.id] });
    // The place of the other's lost words is beside them: in a turn that is erased.
    const [first, second] = await ask('reviews.list', {});
    expect(first!.was.text).toContain(secret);
    expect(second!.was.text).toBe('Jag bodde');
    const person = (await ask('participants.list', {})).find(
      (row) => row.pseudonym === 'P1',
    );
    await ask('participants.forget', { participantId: person!.id, typed: 'P1' });
    expect(allBytes(folder)).not.toContain(inBytes(secret));
    const [left, ...more] = await ask('reviews.list', {});
    expect(more).toEqual([]);
    expect(left).toMatchObject({ unitId: other.id, was: { text: 'Jag bodde' } });
    expect(left!.unitId).not.toBe(own.id);
    expect(await ask('project.check', {})).toEqual([]);
  });

  test('and the backups that still hold the words are listed, to be taken away', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    await ask('backups.make', {});
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(allBytes(folder)).toContain(inBytes('Kålrotsvägen'));
    const listed = await ask('backups.list', {});
    await ask('backups.remove', { ids: listed.map((backup) => backup.id) });
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
  });

  test('a transcript too', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(await ask('transcripts.list', {})).toEqual([]);
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
    expect(await ask('project.check', {})).toEqual([]);
  });
});

describe('what was removed but is still in the history', () => {
  test('a transcript is listed and can be erased from there', async () => {
    const folder = temporaryFolder();
    const { ask, refusal, transcriptId } = await withTranscript(folder);
    await ask('transcripts.describe', { transcriptId, name: 'Grupp ett' });
    expect(await ask('transcripts.removed', {})).toEqual([]);
    await ask('transcripts.remove', { transcriptId });
    expect(await ask('transcripts.removed', {})).toMatchObject([
      { id: transcriptId, name: 'Grupp ett', turns: 3 },
    ]);
    const wrong = { transcriptId, typed: 'Fokusgrupp 1' };
    expect((await refusal('transcripts.forget', wrong)).code).toBe('typed.wrong');
    expect(allBytes(folder)).toContain(inBytes(secret));
    await ask('transcripts.forget', { transcriptId, typed: 'Grupp ett' });
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
    expect(await ask('transcripts.removed', {})).toEqual([]);
    expect((await refusal('transcripts.forget', wrong)).code).toBe('gone');
    expect((await ask('steps.undo', {})).undone).toEqual([]);
  });

  test('so is a transcript whose reading in was undone, and one that is not there after going back', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    const listed = [{ id: transcriptId, name: 'Fokusgrupp 1', turns: 3 }];
    await ask('steps.undo', {});
    expect(await ask('transcripts.removed', {})).toMatchObject(listed);
    await ask('steps.redo', {});
    expect(await ask('transcripts.removed', {})).toEqual([]);
    await ask('steps.goTo', { seq: 1 });
    expect(await ask('transcripts.removed', {})).toMatchObject(listed);
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
  });

  test('also a transcript that was read in before something else was erased', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    const people = await ask('participants.list', {});
    const p2 = people.find((row) => row.pseudonym === 'P2')!;
    await ask('participants.forget', { participantId: p2.id, typed: 'P2' });
    await ask('transcripts.remove', { transcriptId });
    expect(await ask('transcripts.removed', {})).toMatchObject([
      { id: transcriptId, turns: 2 },
    ]);
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
  });

  test('a removed participant is erased with what still stands of their words', async () => {
    const folder = temporaryFolder();
    const { ask, turns, transcriptId } = await withTranscript(folder);
    await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 30 }],
    });
    const people = await ask('participants.list', {});
    const participantId = people.find((row) => row.pseudonym === 'P1')!.id;
    await ask('participants.remove', { participantId });
    expect(await ask('participants.removed', {})).toMatchObject([
      { id: participantId, pseudonym: 'P1', turns: 1, units: 1 },
    ]);
    await ask('participants.forget', { participantId, typed: 'P1' });
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
    const left = await ask('transcripts.read', { transcriptId });
    expect(left.turns.map((turn) => turn.label)).toEqual(['r1', 'r3']);
    expect(left.speakers.map((speaker) => speaker.label)).toEqual(['Moderator', 'P2']);
    expect(await ask('participants.removed', {})).toEqual([]);
  });

  test('but words that were given to somebody else since are not theirs', async () => {
    const { ask, transcriptId } = await withTranscript(temporaryFolder());
    const people = await ask('participants.list', {});
    const [p1, p2] = people;
    const { speakers } = await ask('transcripts.read', { transcriptId });
    const speakerId = speakers.find((speaker) => speaker.label === 'P1')!.id;
    await ask('participants.remove', { participantId: p1!.id });
    await ask('speakers.assign', {
      speakerId,
      role: 'participant',
      participantId: p2!.id,
    });
    expect(await ask('participants.removed', {})).toMatchObject([{ turns: 0 }]);
    await ask('participants.forget', { participantId: p1!.id, typed: 'P1' });
    const left = await ask('transcripts.read', { transcriptId });
    expect(left.turns).toHaveLength(3);
  });
});

describe('logs', () => {
  test('hold no word of a transcript, whatever goes wrong', async () => {
    const folder = temporaryFolder();
    const { session } = await withTranscript(folder);
    const broken = { ...session.context.project().steps.reading };
    expect(broken).toBeDefined();
    session.context.log.write(
      'meaningUnits.mark',
      new Error(`near "${secret}": syntax error`),
    );
    const log = readFileSync(join(folder, 'data', 'logs', 'utsaga.log'), 'utf8');
    expect(log).toContain('meaningUnits.mark');
    expect(log).not.toContain('Kålrotsvägen');
  });
});
