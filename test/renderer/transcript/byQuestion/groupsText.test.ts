import { describe, expect, test } from 'vitest';

import {
  chunksOfColumns,
  groupsText,
} from '../../../../renderer/transcript/byQuestion/groupsText.ts';
import { chunksOf } from '../../../../renderer/transcript/chunks.ts';
import type {
  MeaningUnitId,
  SpeakerId,
  TranscriptId,
  TurnId,
} from '../../../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../../../shared/domain/meaningUnit.ts';
import type { Answers } from '../../../../shared/domain/question.ts';

const group = (name: string) => ({
  transcriptId: name as TranscriptId,
  name,
  language: 'sv',
  asked: { isAsked: true, text: 'Hur?', number: 1 },
  isSorted: true,
  participants: 1,
  answering: 1,
});

const turn = (transcript: string, n: number, speaker: 'M' | 'P') => ({
  id: `${transcript}${n}` as TurnId,
  transcriptId: transcript as TranscriptId,
  label: `r${n}`,
  speakerId: speaker as SpeakerId,
  startMs: null,
  endMs: null,
  text: `${transcript} säger ${n}`,
  aside: n === 3 ? '' : null,
});

const unit = (number: number, spans: MarkedUnit['spans']): MarkedUnit => ({
  id: `u${number}` as MeaningUnitId,
  number,
  condensed: '',
  codeIds: [],
  analystId: null,
  isQuotable: false,
  isInDoubt: false,
  spans,
});

/** Two groups with answers and one without; a unit over the moderator's turn, and one in the other group. */
const answers: Answers = {
  groups: [group('A'), group('B'), group('C')],
  speakers: [
    { id: 'M' as SpeakerId, label: 'M', role: 'moderator', participantId: null },
    { id: 'P' as SpeakerId, label: 'P', role: 'participant', participantId: null },
  ],
  turns: [
    turn('A', 1, 'M'),
    turn('A', 2, 'P'),
    turn('A', 3, 'P'),
    turn('C', 1, 'P'),
    turn('C', 2, 'M'),
  ],
  units: [
    unit(1, [
      [0, 0, 1],
      [1, 0, 5],
    ]),
    unit(2, [[3, 2, 4]]),
    unit(3, [[4, 0, 3]]),
  ],
};

const shown = (onlyMarked: boolean, withModerator: boolean) =>
  groupsText(answers, { onlyMarked, withModerator });
const places = (text: ReturnType<typeof shown>) =>
  text.columns.map(({ from, to, hasMore }) => [from, to, hasMore]);

describe('the answers of all groups as one text', () => {
  test('leave the moderators out, and marks follow their turns', () => {
    const text = shown(false, false);
    expect(text.turns.map(({ id }) => id)).toEqual(['A2', 'A3', 'C1']);
    expect(places(text)).toEqual([
      [0, 2, true],
      [2, 2, false],
      [2, 3, true],
    ]);
    expect(text.units.map(({ number, spans }) => [number, spans])).toEqual([
      [1, [[0, 0, 5]]],
      [2, [[2, 2, 4]]],
    ]);
    expect([...text.aside]).toEqual([['A3', '']]);
  });

  test('are all there with the moderators, or only what is marked', () => {
    expect(shown(false, true).turns).toEqual(answers.turns);
    expect(shown(false, true).units).toEqual(answers.units);
    const marked = shown(true, false);
    expect(marked.turns.map(({ id }) => id)).toEqual(['A2', 'C1']);
    expect(places(marked)).toEqual([
      [0, 1, true],
      [1, 1, false],
      [1, 2, true],
    ]);
  });

  test('are drawn each in its column, in chunks that follow on one another', () => {
    const text = shown(false, true);
    const transcript = {
      id: 'A' as TranscriptId,
      name: '',
      kind: 'focusGroup' as const,
      date: null,
      place: null,
      minutes: null,
      language: 'sv',
      speakers: answers.speakers,
      turns: text.turns,
    };
    const cut = chunksOfColumns(chunksOf(transcript, 66), text.columns);
    expect(cut.map((chunks) => chunks.map(({ index }) => index))).toEqual([[0], [], [1]]);
    expect(cut.flat().map(({ turns }) => turns.map(({ index }) => index))).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });
});
