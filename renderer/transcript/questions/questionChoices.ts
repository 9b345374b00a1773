import type { QuestionId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';

export const outside = 'outside';

/** The questions of the guide, and that a turn is outside it. */
export function useQuestionChoices({ questions }: OpenTranscript) {
  const { say } = useWords();
  return [
    ...questions.questions
      .toSorted((a, b) => Number(b.isAsked) - Number(a.isAsked))
      .map(({ id, number, text, isAsked }) => {
        const question = say('questions.numbered', { n: number, text });
        return {
          value: id,
          words: isAsked ? question : say('questions.notInVersion', { question }),
        };
      }),
    { value: outside, words: say('questions.outside') },
  ];
}

/** The question that such a choice stands for. */
export const chosenQuestion = (value: string): QuestionId | null =>
  value === outside ? null : (value as QuestionId);
