import { useCallback, useEffect, useMemo, useRef } from 'react';

import type { Answers, Question } from '../../../shared/domain/question.ts';
import { useApi } from '../../api.ts';
import { useCodeBook } from '../../codes/useCodeBook.ts';
import { useSettings } from '../../computerSettings.ts';
import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { groupsText, type AnswerChoice } from './groupsText.ts';

/** The text is one question's already: no border is drawn in it. */
const noQuestions: OpenTranscript['questions'] = {
  questions: [],
  byId: new Map(),
  alone: new Map(),
  ofTurn: [],
  spots: [],
  rules: new Map(),
};

/** The answers of all groups as the commands of a transcript take them: their turns one after the other. */
export function useOpenGroups(
  question: Question,
  answers: Answers,
  { onlyMarked, withModerator }: AnswerChoice,
) {
  const { say } = useWords();
  const { afterMarking } = useSettings();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const book = useCodeBook();
  const text = useMemo(
    () => groupsText(answers, { onlyMarked, withModerator }),
    [answers, onlyMarked, withModerator],
  );
  const open = useMemo<OpenTranscript>(
    () => ({
      transcript: {
        id: text.columns[0]!.transcriptId,
        name: question.text,
        kind: 'focusGroup',
        date: null,
        place: null,
        minutes: null,
        language: text.columns[0]!.language,
        speakers: answers.speakers,
        turns: text.turns,
      },
      units: text.units,
      aside: text.aside,
      listened: new Set(),
      questions: noQuestions,
      book,
      isReadOnly,
      afterMarking,
      say,
    }),
    [text, question.text, answers.speakers, book, isReadOnly, afterMarking, say],
  );
  const ref = useRef(open);
  useEffect(() => {
    ref.current = open;
  });
  return { open, columns: text.columns, latest: useCallback(() => ref.current, []) };
}
