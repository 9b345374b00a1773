import { describe, expect, test } from 'vitest';

import { keymap } from '../../../renderer/keys/keymap.ts';
import { api } from '../../../shared/api.ts';
import { rooms } from '../../../shared/words/rooms.ts';
import { wordsIn, type WordKey } from '../../../shared/words/words.ts';

const roomNames = Object.keys(rooms.sv) as (keyof typeof rooms.sv)[];

const wordsOfRoom = (
  language: 'sv' | 'en',
  room: keyof typeof rooms.sv,
): Record<string, string> => rooms[language][room];

const paramsOf = (sentence: string) =>
  [...sentence.matchAll(/\{\{\s*(\w+)/g)]
    .map((match) => match[1] ?? '')
    .toSorted((a, b) => a.localeCompare(b));

describe('what a person reads', () => {
  test.each(roomNames)('is there in Swedish and in English: %s', (room) => {
    const [sv, en] = [wordsOfRoom('sv', room), wordsOfRoom('en', room)];
    expect(new Set(Object.keys(en))).toEqual(new Set(Object.keys(sv)));
    for (const [key, sentence] of Object.entries(sv)) {
      expect(sentence, `${room}.${key}`).not.toBe('');
      expect(paramsOf(en[key] ?? ''), `${room}.${key}`).toEqual(paramsOf(sentence));
    }
  });

  test('has a plural for every singular', () => {
    for (const room of roomNames) {
      const keys = Object.keys(wordsOfRoom('sv', room));
      const ones = keys
        .filter((key) => key.endsWith('_one'))
        .map((key) => key.slice(0, -4));
      const others = keys
        .filter((key) => key.endsWith('_other'))
        .map((key) => key.slice(0, -6));
      expect(others, room).toEqual(ones);
    }
  });

  test('keeps its temper: no exclamation marks, no capitals for emphasis', () => {
    for (const room of roomNames) {
      for (const language of ['sv', 'en'] as const) {
        for (const [key, sentence] of Object.entries(wordsOfRoom(language, room))) {
          expect(sentence, `${language} ${room}.${key}`).not.toMatch(
            /!|\bok(?:ej)? då\b|oops|hoppsan/i,
          );
        }
      }
    }
  });
});

const isWorded = (key: string) => wordsIn('sv')(key as WordKey, { count: 2 }) !== key;

describe('every act has words', () => {
  const labels = Object.values(api).flatMap((entry) =>
    'label' in entry ? [entry.label] : [],
  );
  test.each([
    ...labels,
    'project.create',
    'steps.goTo',
    'transcripts.forget',
    'participants.forget',
    'identifiers.forget',
  ])('the step %s', (label) => expect(isWorded(`step.${label}`)).toBe(true));

  test.each(keymap.map((binding) => binding.id))('the command %s', (id) =>
    expect(isWorded(`command.${id}`)).toBe(true),
  );
});
