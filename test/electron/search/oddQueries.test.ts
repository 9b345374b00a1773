import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { openSession } from '../../../electron/session.ts';
import type { Input } from '../../../shared/api.ts';
import { searchPlaces } from '../../../shared/text/searchPlaces.ts';
import { readIn, spoken, study, type Said } from '../../support/aSearchedStudy.ts';
import { sessions } from '../../support/sessionAtWork.ts';

const said: Said = [
  ['P1', 'Får far får får? Nej, får får lamm. FÅR.'],
  ['P1', 'Åsa åt på Öland; älgen, Älgar, ÄLG och idén om en idé.'],
  ['P1', 'Vi sågs i\u00a0dag, i\u00a0morgon mellan-år och mellan‑rum.'],
  [
    'P1',
    'arbets\u00admiljö\u200bn, \u200eLRM\u200f-märkt, zero\u200cwidth, ord\u2060fog',
  ],
  ['P1', 'Hon sa ”kom nu” och it’s o’clock, l\u02bchomme.'],
  ['P1', 'Första stycket slutar här\nAndra stycket börjar. 👩‍👩‍👧 👍🏽 1,5 % § 12:3'],
  ['P1', 'AND OR NOT NEAR(a, b) said: x* ^a -b "c'],
  ['P1', 'och så här'],
  ['P1', 'Andra turen går vidare'],
];

const ways = ['words', 'inside'] as const;
const folds = [false, true] as const;

async function odd() {
  const started = await study();
  await readIn(started.ask, 'Udda', said);
  // Once so that all is indexed, and so that hits come from there.
  await started.find({ text: 'allt' });
  const find = async (text: string, how: object = {}) =>
    spoken(await started.find({ text, scopes: ['turns'], ...how })).map((hit) =>
      hit.replace(/^\S+ /u, ''),
    );
  return { ...started, words: find };
}

describe('what people type', () => {
  test('the index never hides what the words themselves hold', async () => {
    const { ask, find } = await odd();
    const transcripts = await ask('transcripts.list', {});
    const turns = [];
    for (const { id } of transcripts)
      turns.push(...(await ask('transcripts.read', { transcriptId: id })).turns);
    const pieces = said.flatMap(([, text]) => [
      ...text.split(/\s+/u),
      ...Array.from({ length: 12 }, (_, n) => text.slice(n * 3, n * 3 + 1 + (n % 7))),
      text.slice(5, 22),
      `"${text.slice(0, 14)}"`,
      `${text.slice(0, 4).trim()}*`,
      text.toUpperCase().slice(0, 9),
      text.normalize('NFD').slice(0, 12),
    ]);
    for (const text of new Set(pieces.map((piece) => piece.toWellFormed())))
      for (const way of ways)
        for (const fold of folds) {
          const places = searchPlaces({ text, way, fold });
          const expected = turns.flatMap((turn) => places(turn.text)).length;
          const { turns: found } = await find({
            text,
            way,
            fold,
            scopes: ['turns'],
            limit: 5000,
          });
          expect(found?.hits.length, `${way} ${fold} ${JSON.stringify(text)}`).toBe(
            expected,
          );
        }
  });

  test('a script, which indexes nothing, finds the same in the same order', async () => {
    const { ask, find, folder, path, first } = await odd();
    await ask('transcripts.move', { transcriptId: first.transcriptId, after: null });
    const { turns } = await ask('transcripts.read', { transcriptId: first.transcriptId });
    const script = openSession({
      dataFolder: `${folder}/script`,
      nativeDialogs: false,
      isScript: true,
      announce: () => {},
    });
    sessions.push(script);
    await script.call('project.open', { path });
    const byScript = async (input: Input<'search.find'>) => {
      const answer = await script.call('search.find', input);
      return answer.ok ? answer.value : null;
    };
    const asked = [
      { text: 'får', fold: true },
      { text: 'far*' },
      { text: 'mil', way: 'inside' as const },
      { text: 'o', way: 'inside' as const },
    ];
    for (const text of ['Mor får inte far.', 'Farfar, far.', 'Får får får?'])
      for (const input of asked) {
        await ask('turns.correct', { turnId: turns[1]!.id, text });
        // The window has not made its index of the new words yet.
        expect(await byScript(input)).toEqual(await find(input));
        await ask('turns.correct', { turnId: turns[1]!.id, text: `${text}.` });
        expect(await byScript(input)).toEqual(await find(input));
      }
  });

  test('å is not a, not even from a keyboard that gives the ring apart', async () => {
    const { words } = await odd();
    expect(await words('fa\u030ar')).toEqual(await words('får'));
    expect(await words('A\u030aSA')).toEqual(['Åsa']);
    expect(await words('asa')).toEqual([]);
    expect(await words('asa', { fold: true })).toEqual(['Åsa']);
    expect(await words('ide')).toEqual([]);
    expect(await words('ide\u0301')).toEqual(['idé']);
    expect(await words('f.r', { way: 'pattern' })).toContain('Får');
    expect(await words('fa\u030ar', { way: 'pattern' })).not.toContain('far');
  });

  test('hard spaces, soft hyphens and signs of no width are as if they were not there', async () => {
    const { words } = await odd();
    expect(await words('"i dag"')).toEqual(['i dag']);
    expect(await words('i dag', { way: 'inside' })).toEqual(['i dag']);
    expect(await words('LRM')).toHaveLength(1);
    expect(await words('zerowidth')).toEqual(['zero\u200cwidth']);
    expect(await words('ordfog')).toEqual(['ord\u2060fog']);
    expect(await words('dfo', { way: 'inside' })).toEqual(['d\u2060fo']);
    expect(await words('e-po\u00adst')).toEqual(['E-post']);
  });

  test('hyphens, apostrophes and quotation marks are found as they are typed and as they are set', async () => {
    const { words } = await odd();
    expect(await words('mellan-ar', { way: 'inside', fold: true })).toEqual([
      'mellan-år',
    ]);
    expect(await words('mellan-', { way: 'inside' })).toEqual(['mellan-', 'mellan‑']);
    expect(await words("it's", { way: 'inside' })).toEqual(['it’s', 'it’s']);
    expect(await words("l'homme", { way: 'inside' })).toEqual(['l\u02bchomme']);
    expect(await words('"kom nu"', { way: 'inside' })).toEqual(['”kom nu”']);
    expect(await words('"kom nu')).toEqual(['kom nu']);
    expect(await words('kom" nu')).toEqual(['kom', 'nu']);
  });

  test('a phrase goes on over the end of a paragraph, never over the end of a turn', async () => {
    const { words } = await odd();
    expect(await words('"här andra"')).toEqual(['här Andra']);
    expect(await words('här andra', { way: 'inside' })).toEqual(['här Andra']);
    expect(await words('"här andra turen"')).toEqual([]);
  });

  test('signs, one letter and words that mean something to an index are just that', async () => {
    const { words } = await odd();
    expect(await words('?')).toHaveLength(4);
    expect(await words('…')).toEqual([]);
    expect(await words('%')).toEqual(['%']);
    expect(await words('12:3')).toEqual(['12:3']);
    expect(await words('👍🏽')).toEqual(['👍🏽']);
    expect(await words('👍')).toEqual([]);
    expect(await words('near')).toEqual(['NEAR']);
    expect(await words('NOT near')).toEqual(['NOT', 'NEAR']);
    expect(await words('-b')).toEqual(['b', 'b']);
    expect(await words('^a')).toEqual(['a', 'a']);
    expect(await words('said:')).toEqual(['said']);
    expect((await words('å', { way: 'inside' })).length).toBeGreaterThan(6);
    expect(await words('x*', { way: 'inside' })).toEqual(['x*']);
  });

  test('a thousand words at once are no more than words', async () => {
    const { words } = await odd();
    for (const fold of folds) {
      const many = Array.from({ length: 480 }, (_, n) => `${n % 10}`).join(' ');
      expect(await words(many, { fold })).toEqual([]);
      expect(await words('får '.repeat(240), { fold })).not.toEqual([]);
      expect(await words('ö'.repeat(1000), { way: 'inside', fold })).toEqual([]);
    }
  });
});

describe('regular expressions', () => {
  test('look ahead and behind, know letters of every language, and never find nothing', async () => {
    const { words } = await odd();
    expect(await words('(?<=Öland; )\\p{L}+', { way: 'pattern' })).toEqual(['älgen']);
    expect(await words('får(?=\\?)', { way: 'pattern' })).toEqual(['får']);
    expect(await words('(?<!\\p{L})\\p{Lu}{3}\\b', { way: 'pattern' })).not.toEqual([]);
    expect(await words('x*', { way: 'pattern' })).toEqual(['x']);
    expect(await words('^', { way: 'pattern' })).toEqual([]);
    expect(await words('\\b', { way: 'pattern' })).toEqual([]);
    expect(await words('\\s+', { way: 'pattern' })).toEqual([]);
    expect(await words('\\u{1F44D}', { way: 'pattern' })).toEqual(['👍🏽']);
    expect(await words('^andra', { way: 'pattern' })).toEqual(['Andra', 'Andra']);
    expect(await words('här$', { way: 'pattern' })).toEqual(['här', 'här']);
  });

  test.each(['(', '[a', '\\', 'a{2,1}', '(?<n>a)(?<n>b)', '\\p{Foo}', '*a', '(?<=a'])(
    '%s cannot be read, and the reason is said',
    async (text) => {
      const { refusal } = await odd();
      const problem = await refusal('search.find', { text, way: 'pattern' });
      expect(problem.code).toBe('search.pattern');
      expect(problem.params['why']).not.toBe('');
    },
  );

  test('one that never ends leaves the project free, and a new question ends it', async () => {
    const { ask, find } = await odd();
    await readIn(ask, 'Snubbel', [['P1', `${'a'.repeat(40)}!`]]);
    const endless = find({ text: '(a|a)+$', way: 'pattern', scopes: ['turns'] });
    await wait(100);
    const begun = performance.now();
    const other = await find({ text: 'älg\\w*', way: 'pattern', scopes: ['turns'] });
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(spoken(other)).not.toEqual([]);
    expect((await endless).isCut).toBe(true);
  });
});
