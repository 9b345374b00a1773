import type { QuestionId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';

export const outside = 'outside';

/** The questions of the guide, and that a turn is outside it. */
export function useQuestionChoices({ questions }: OpenTranscript) {
  const { say } = useWords();
  return [
    ...questions.questions
      .filter(({ isAsked }) => isAsked)
      .map(({ id, number, text }) => ({
        value: id as string,
        words: say('questions.numbered', { n: number, text }),
      })),
    { value: outside, words: say('questions.outside') },
  ];
}

/** The question that such a choice stands for. */
export const chosenQuestion = (value: string): QuestionId | null =>
  value === outside ? null : (value as QuestionId);
