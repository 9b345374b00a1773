import { expect, test } from 'vitest';

import { questionsInText } from '../../../shared/text/questionsInText.ts';

test('a pasted list is understood whatever stands before each question', () => {
  expect(
    questionsInText(
      'Frågeguide\n1. Hur fick ni veta?\n2) Vad hände\n   sedan?\n\n3 – Vad saknades?\n',
    ),
  ).toEqual(['Hur fick ni veta?', 'Vad hände sedan?', 'Vad saknades?']);
  expect(questionsInText('• Hur då?\r\n•\tVarför?')).toEqual(['Hur då?', 'Varför?']);
  expect(questionsInText('Fråga 1: Hur då?\nFråga 2: Varför?')).toEqual([
    'Hur då?',
    'Varför?',
  ]);
  expect(questionsInText('Hur då?\n\nVarför?\n')).toEqual(['Hur då?', 'Varför?']);
});

test('a number that the question begins with is not taken for its place', () => {
  expect(
    questionsInText('10 år framåt, vad ser ni?\n24 timmar i sträck, hur är det?'),
  ).toEqual(['10 år framåt, vad ser ni?', '24 timmar i sträck, hur är det?']);
});
