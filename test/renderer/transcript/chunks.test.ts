import { describe, expect, test } from 'vitest';

import { chunksOf, isRenumbered } from '../../../renderer/transcript/chunks.ts';
import type { TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { Transcript } from '../../../shared/domain/transcript.ts';

const words =
  'Det var tyst när jag kom hem, och ingen frågade hur det hade gått för mig.';

const transcript: Transcript = {
  id: 't' as TranscriptId,
  name: 'Samtal',
  kind: 'interview',
  date: null,
  place: null,
  minutes: null,
  language: 'sv',
  speakers: [],
  turns: Array.from({ length: 130 }, (_, index) => ({
    id: `turn ${index}` as TurnId,
    label: `r${index + 1}`,
    speakerId: null,
    startMs: null,
    endMs: null,
    text: words,
  })),
};

const withText = (index: number, text: string): Transcript => ({
  ...transcript,
  turns: transcript.turns.map((turn, at) => (at === index ? { ...turn, text } : turn)),
});

describe('the chunks of a transcript', () => {
  test('are the same objects where a correction changes neither words nor lines', () => {
    const before = chunksOf(transcript, 66);
    const after = chunksOf(withText(50, words.replace('tyst', 'tomt')), 66, before);
    expect(after.map((chunk, at) => chunk === before[at])).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(
      after[1]!.turns.filter((turn, at) => turn !== before[1]!.turns[at]),
    ).toHaveLength(1);
  });

  test('are as if drawn for the first time when a line more has come', () => {
    const longer = withText(50, `${words} ${words}`);
    const after = chunksOf(longer, 66, chunksOf(transcript, 66));
    const anew = chunksOf(structuredClone(longer), 66);
    expect(after).toEqual(anew);
    const before = chunksOf(transcript, 66);
    expect(isRenumbered(before[2]!, after[2]!)).toBe(true);
    expect(isRenumbered(before[1]!, after[1]!)).toBe(false);
  });

  test('follow another length of the lines', () => {
    const narrow = chunksOf(transcript, 30, chunksOf(transcript, 66));
    expect(narrow).toEqual(chunksOf(structuredClone(transcript), 30));
  });
});
