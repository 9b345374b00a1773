import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { openSession } from '../../../electron/session.ts';
import type { Input } from '../../../shared/api.ts';
import type { SearchAnswer } from '../../../shared/domain/search.ts';
import { readIn, spoken, study, type Ask } from '../../support/aSearchedStudy.ts';
import {
  allBytes,
  begin,
  description,
  secret,
  sessions,
  withTranscript,
} from '../../support/sessionAtWork.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const written = ({ written: all }: SearchAnswer) =>
  all.flatMap(({ hits }) =>
    hits.map(({ field, passage }) => `${field} ${passage.words}`),
  );

describe('searching what was said', () => {
  test('words are found in the order of the project, with what stands around them', async () => {
    const { find } = await study();
    const { turns } = await find({ text: 'far', scopes: ['turns'] });
    expect(
      turns?.hits.map((hit) => [hit.transcriptName, hit.turnLabel, hit.passage]),
    ).toEqual([
      [
        'Fokusgrupp',
        'r2',
        {
          before: 'Arbetsmiljön är bra, men ',
          words: 'far',
          after: ' min får inte ha får på E-post: it’s svår att förstå.',
        },
      ],
      ['Fokusgrupp', 'r4', { before: 'Ja, for ', words: 'far', after: ' till Faro?' }],
      [
        'Intervju',
        'r2',
        {
          before: 'Miljön, ja. ',
          words: 'Far',
          after: ' vet mer. Svår att förstå är den.',
        },
      ],
    ]);
    expect(turns?.hasMore).toBe(false);
  });

  test.each([
    ['words', 'miljö', ['r3 Miljö']],
    ['words', 'miljö*', ['r3 Miljö', 'r1 miljön', 'r2 Miljön']],
    ['words', 'arbetsmiljön', ['r2 Arbetsmiljön', 'r3 arbets\u00admil\u00adjön']],
    ['words', '"svår att förstå"', ['r2 svår att förstå', 'r2 Svår att förstå']],
    ['words', 'förstå svår', ['r2 svår', 'r2 förstå', 'r2 Svår', 'r2 förstå']],
    ['words', 'e-post', ['r2 E-post']],
    ['words', "it's", ['r2 it’s']],
    ['words', '😀', ['r3 😀']],
    ['words', 'får', ['r2 får', 'r2 får']],
    ['words', 'AND', []],
    ['words', '"', []],
    ['inside', 'ljö', ['r2 ljö', 'r3 ljö', 'r3 l\u00adjö', 'r1 ljö', 'r2 ljö']],
    ['inside', 'är b', ['r2 är b']],
    ['inside', 'ja', ['r3 Ja', 'r4 Ja', 'r2 ja']],
    ['inside', '”', []],
    ['pattern', 'f[oa]r\\b', ['r2 far', 'r4 for', 'r4 far', 'r2 Far']],
    ['pattern', '^Ja', ['r4 Ja']],
  ] as const)('by %s, %s is found just where it stands', async (way, text, places) => {
    const { said } = await study();
    expect(await said({ way, text })).toEqual(places);
  });

  test('with marks disregarded, what stands as it was typed comes first', async () => {
    const { find } = await study();
    const { turns } = await find({ text: 'far', fold: true, scopes: ['turns'] });
    expect(turns?.hits.map(({ passage, isFolded }) => [passage.words, isFolded])).toEqual(
      [
        ['far', false],
        ['far', false],
        ['Far', false],
        ['får', true],
        ['får', true],
      ],
    );
    const inside = await find({
      text: 'miljo',
      way: 'inside',
      fold: true,
      scopes: ['turns'],
    });
    expect(spoken(inside)).toHaveLength(5);
  });

  test('as many come as are asked for, and it is said that there are more', async () => {
    const { find } = await study();
    const { turns } = await find({ text: 'far', scopes: ['turns'], limit: 2 });
    expect(turns?.hits).toHaveLength(2);
    expect(turns?.hasMore).toBe(true);
  });

  test('filters keep to transcripts, speakers, roles, participants and codes', async () => {
    const { ask, said, first, second } = await study();
    const far = { text: 'far' };
    const of = async (filter: Input<'search.find'>['filter']) =>
      said({ ...far, ...(filter ? { filter } : {}) });
    expect(await of({ transcriptIds: [second.transcriptId] })).toEqual(['r2 Far']);
    expect(await of({ speakers: ['Anna'] })).toEqual(['r2 Far']);
    expect(await of({ roles: ['moderator'] })).toEqual([]);
    const people = await ask('participants.list', {});
    const person = people.find(({ pseudonym }) => pseudonym === 'P1');
    expect(await of({ participantIds: [person!.id] })).toEqual(['r2 far', 'r4 far']);
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: first.turns[3]!.id, start: 0, end: 11 }],
    });
    const { codeIds } = await ask('meaningUnits.code', {
      unitIds: [id],
      create: [{ name: 'resa' }],
    });
    expect(await of({ codeIds: [...codeIds] })).toEqual(['r4 far']);
    expect(await said({ text: 'Faro', filter: { codeIds: [...codeIds] } })).toEqual([]);
  });

  test('what cannot be read as a regular expression is refused with the reason', async () => {
    const { refusal } = await study();
    const problem = await refusal('search.find', { text: '(a', way: 'pattern' });
    expect(problem.code).toBe('search.pattern');
    expect(problem.params['why']).toMatch(/group/i);
  });

  test('a regular expression that never ends is ended, with what was found before it', async () => {
    const { ask, find } = await study();
    await readIn(ask, 'Snubbel', [
      ['P1', 'Far kommer.'],
      ['P1', `a${'a'.repeat(60)}!`],
    ]);
    const begun = performance.now();
    const searching = find({ text: '(a+)+$|far', way: 'pattern', scopes: ['turns'] });
    // The project answers meanwhile.
    const list = await ask('transcripts.list', {});
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(list).toHaveLength(3);
    const answer = await searching;
    expect(answer.isCut).toBe(true);
    expect(spoken(answer)).toEqual(['r2 far', 'r4 far', 'r4 Far', 'r2 Far', 'r1 Far']);
    expect(spoken(await find({ text: 'jobbet', way: 'pattern' }))).toEqual(['r1 jobbet']);
  });
});

describe('searching what was written', () => {
  test('condensations, interpretations, names, definitions and memos', async () => {
    const { ask, find, first } = await study();
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: first.turns[1]!.id, start: 0, end: 19 }],
    });
    await ask('meaningUnits.condense', { unitId: id, text: 'God arbetsmiljö' });
    await ask('meaningUnits.interpret', { unitId: id, text: 'Trivs i sin miljö' });
    await ask('codes.create', { name: 'miljö', definition: 'Om miljö' });
    await ask('codes.create', { name: 'annat', definition: 'Inte miljö' });
    await ask('categories.create', { name: 'Miljö', depth: 1 });
    await ask('themes.create', { name: 'Miljö som hem' });
    await ask('memos.write', { text: 'Tänk på miljö', unitId: id });
    const answer = await find({ text: 'miljö' });
    expect(written(answer)).toEqual([
      'interpretation miljö',
      'name miljö',
      'definition miljö',
      'definition miljö',
      'name Miljö',
      'name Miljö',
      'memo miljö',
    ]);
    expect(answer.written.find(({ scope }) => scope === 'memos')?.hits[0]?.about).toEqual(
      {
        noun: 'unit',
        id,
        number: 1,
        transcriptId: first.transcriptId,
        name: 'Fokusgrupp',
      },
    );
    const units = await find({ text: 'arbetsmiljön', scopes: ['units'] });
    expect(
      units.units?.hits.map(({ number, passage }) => [number, passage.words]),
    ).toEqual([[1, 'Arbetsmiljön']]);
    const filtered = await find({ text: 'miljö', filter: { roles: ['moderator'] } });
    expect(written(filtered)).toEqual([]);
    await ask('meaningUnits.retire', { unitIds: [id] });
    expect((await find({ text: 'arbetsmiljön', scopes: ['units'] })).units?.hits).toEqual(
      [],
    );
  });
});

describe('what search looks in', () => {
  test('is true after correcting, splitting, moving, removing, undoing and doing again', async () => {
    const { ask, said, first, second } = await study();
    const places = () => said({ text: 'far', way: 'inside' });
    const before = await places();
    await ask('turns.correct', { turnId: first.turns[1]!.id, text: 'Mor min, farfar.' });
    const corrected = ['r2 far', 'r2 far', 'r4 far', 'r4 Far', 'r2 Far'];
    expect(await places()).toEqual(corrected);
    await ask('steps.undo', {});
    expect(await places()).toEqual(before);
    await ask('steps.redo', {});
    expect(await places()).toEqual(corrected);
    await ask('turns.split', { turnId: first.turns[1]!.id, at: 9 });
    expect(await places()).toEqual(['r2b far', 'r2b far', ...corrected.slice(2)]);
    await ask('turns.insert', {
      transcriptId: first.transcriptId,
      after: null,
      text: 'Farligt',
    });
    expect((await places())[0]).toMatch(/^r\S+ Far$/);
    await ask('transcripts.move', { transcriptId: second.transcriptId, after: null });
    expect((await places()).slice(0, 1)).toEqual(['r2 Far']);
    expect(await places()).toHaveLength(6);
    await ask('transcripts.remove', { transcriptId: first.transcriptId });
    expect(await places()).toEqual(['r2 Far']);
    await ask('steps.undo', { times: 5 });
    expect(await places()).toEqual(before);
  });

  test('is made ready in the background, also of a project that was read in elsewhere', async () => {
    const folder = temporaryFolder();
    const path = `${folder}/study.utsaga`;
    const script = openSession({
      dataFolder: `${folder}/data`,
      nativeDialogs: false,
      isScript: true,
      announce: () => {},
    });
    sessions.push(script);
    await script.call('project.create', { path, description, analyst: 'Eva Lind' });
    const ask = (async (name: string, input: unknown) => {
      const answer = await script.call(name, input);
      return answer.ok ? answer.value : null;
    }) as Ask;
    const many = Array.from(
      { length: 4000 },
      (_, n) => ['P1', `Replik nummer ${n}`] as const,
    );
    await readIn(ask, 'Lång', many);
    await script.close();
    const started = begin(folder);
    await started.ask('project.open', { path });
    // What no index knows yet is looked through as it stands: the number of hits is true from the first.
    const found = await started.ask('search.find', { text: 'replik', limit: 5000 });
    expect(found.turns?.hits).toHaveLength(4000);
    const one = await started.ask('search.find', { text: '3999', scopes: ['turns'] });
    expect(spoken(one)).toEqual(['r4000 3999']);
    do await wait(50);
    while (
      !started.events.some((event) => event.kind === 'progress' && event.done === 4000)
    );
    const told = started.events.filter((event) => event.kind === 'progress');
    expect(told.at(-1)).toMatchObject({
      job: 'search.index',
      words: 'progress.indexing',
    });
    expect(told.at(-1)).toMatchObject({ done: 4000, total: 4000 });
  });

  test('holds no word of what was erased', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    expect((await ask('search.find', { text: 'Kålrotsvägen' })).turns?.hits).toHaveLength(
      1,
    );
    const lower = () => allBytes(folder).toLowerCase();
    // Once as it was said, once in the index.
    expect(lower().split('fjorton').length).toBeGreaterThan(2);
    const people = await ask('participants.list', {});
    const person = people.find(({ pseudonym }) => pseudonym === 'P1');
    await ask('participants.forget', { participantId: person!.id, typed: 'P1' });
    expect((await ask('search.find', { text: 'Kålrotsvägen' })).turns?.hits).toEqual([]);
    expect((await ask('search.find', { text: 'bodde' })).turns?.hits).toHaveLength(2);
    await wait(400);
    for (const word of [...secret.toLowerCase().split(' '), 'lrotsv', 'hittby'])
      if (word !== 'i') expect(lower()).not.toContain(word);
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(lower()).not.toContain('syster');
  });
});
