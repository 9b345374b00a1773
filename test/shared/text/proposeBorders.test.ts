import { describe, expect, test } from 'vitest';

import type { QuestionId, TurnId } from '../../../shared/domain/ids.ts';
import { proposeBorders } from '../../../shared/text/proposeBorders.ts';
import { dividedTalk } from '../../support/dividedTalk.ts';

const guide = [
  'Hur fick ni veta vad en SIP är, och vad visste ni innan det första mötet?',
  'Vilka var med på mötet, och vilka saknades?',
  'Hur blev ni bemötta under mötet?',
  'Vad hände efter mötet, och vem följde upp?',
].map((text, index) => ({ id: `q${index + 1}` as QuestionId, text }));

const turns = (...lines: readonly string[]) =>
  lines.map((line, index) => ({
    id: `t${index}` as TurnId,
    text: line.slice(3),
    isModerator: line.startsWith('M: '),
    isRejected: false,
  }));

const places = (...args: Parameters<typeof proposeBorders>) =>
  proposeBorders(...args).map(({ turnId, questionId }) => `${turnId} ${questionId}`);

describe('where the questions begin', () => {
  const talk = turns(
    'M: Välkomna hit allihop.',
    'M: Då börjar vi. Hur fick ni veta vad en SIP är, och vad visste ni innan första mötet?',
    'P: Ingenting. Vilka var med på mötet, och vilka saknades, det visste jag inte.',
    'M: Kan du berätta mer?',
    'M: Tack. Vilka var det som var med på mötet då? Vilka saknades?',
    'P: Läraren.',
    'M: Hur blev ni bemötta under mötet då?',
    'P: Väl.',
    'M: Och vad hände efteråt, efter mötet? Vem följde upp det?',
  );

  test('is proposed at the moderator’s words that ask them, also with words around', () => {
    expect(places(talk, guide, [])).toEqual(['t1 q1', 't4 q2', 't6 q3', 't8 q4']);
  });

  test('goes by a border that stands, and proposes neither its question nor its turn', () => {
    const [, q2] = guide;
    expect(places(talk, guide, [{ turnId: talk[3]!.id, questionId: q2!.id }])).toEqual([
      't1 q1',
      't6 q3',
      't8 q4',
    ]);
  });

  test('is not proposed where it was rejected', () => {
    const rejected = talk.map((turn, index) => ({ ...turn, isRejected: index === 6 }));
    expect(places(rejected, guide, [])).toEqual(['t1 q1', 't4 q2', 't8 q4']);
  });

  test('is proposed out of order where the words are unmistakable', () => {
    const turned = turns(
      `M: ${guide[1]!.text}`,
      `M: ${guide[2]!.text}`,
      `M: ${guide[0]!.text}`,
      `M: ${guide[3]!.text}`,
    );
    expect(places(turned, guide, [])).toEqual(['t0 q2', 't1 q3', 't2 q1', 't3 q4']);
  });

  test('is looked for in all turns where nobody is a moderator; without questions there is nothing', () => {
    const notes = turns(`P: ${guide[2]!.text}`, 'P: Väl.');
    expect(places(notes, guide, [])).toEqual(['t0 q3']);
    expect(places(talk, [], [])).toEqual([]);
    expect(places([], guide, [])).toEqual([]);
  });
});

describe('in a fictional group, a careful reader’s borders are proposed and no other', () => {
  const groups = [
    ['boendestod', 'paraphrases, one question skipped, one asked once more'],
    ['arbete', 'two at once, two that changed places, one taken up later'],
    ['ungdomar', 'everyday words, a topic named before its time'],
    ['peersupport', 'in English, one question only asked together with another'],
    ['aterhamtning', 'a formal guide in other words, a summary of several questions'],
    ['anhoriga', 'one question before its place in the guide'],
  ] as const;
  test.each(groups)('%s: %s', (name) => {
    const { questions, turns: said, borders } = dividedTalk(name);
    expect(
      proposeBorders(said, questions, []).map(
        ({ turnId, questionId }) => `${turnId}: ${questionId}`,
      ),
    ).toEqual(borders);
  });

  test('a question that is only asked together with another is named with it', () => {
    const { questions, turns: said } = dividedTalk('peersupport');
    const together = proposeBorders(said, questions, []).filter(
      ({ also }) => also.length > 0,
    );
    expect(together).toMatchObject([{ questionId: '8', also: ['6'] }]);
  });

  test('borders that stand are not proposed again, and the others stay as they were', () => {
    const { questions, turns: said, borders } = dividedTalk('aterhamtning');
    const all = proposeBorders(said, questions, []);
    const confirmed = all.filter((_, index) => index % 2 === 0);
    const left = proposeBorders(said, questions, confirmed).map(
      ({ turnId, questionId }) => `${turnId}: ${questionId}`,
    );
    expect(left).toEqual(borders.filter((_, index) => index % 2 === 1));
  });

  test('a follow-up, and words outside the guide, propose nothing', () => {
    const { questions, turns: said } = dividedTalk('boendestod');
    const asked = new Set(
      proposeBorders(said, questions, []).map(({ turnId }) => turnId),
    );
    const silent = said.filter(({ text }) =>
      /utveckla|Hur menar du|På vilket sätt då|Berätta mer om|paus|Fick alla kaffe/.test(
        text,
      ),
    );
    expect(silent.length).toBeGreaterThan(5);
    expect(silent.filter(({ id }) => asked.has(id))).toEqual([]);
  });
});
