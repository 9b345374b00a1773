import { create } from 'zustand';

import type { QuestionId } from '../shared/domain/ids.ts';

/** Which question is read in all groups; kept while one is elsewhere in the window. */
export const useQuestionShown = create<{ readonly id: QuestionId | null }>(() => ({
  id: null,
}));

export const showQuestion = (id: QuestionId): void => useQuestionShown.setState({ id });
