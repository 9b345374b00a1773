import { useMemo } from 'react';

import type { QuestionId, TurnId } from '../../../shared/domain/ids.ts';
import {
  questionsOfTurns,
  type PlacedTurn,
  type ProposedBorder,
  type Question,
} from '../../../shared/domain/question.ts';
import type { Transcript } from '../../../shared/domain/transcript.ts';
import { useApi } from '../../api.ts';
import { useSegmenting } from '../../segmenting.ts';
import { useWords } from '../../words.ts';
import { rulesOf, spotsOf, type Rule, type Spot } from './questionRules.ts';

/** How the open transcript is matched to the question guide. */
export interface QuestionsHere {
  readonly questions: readonly Question[];
  readonly byId: ReadonlyMap<QuestionId, Question>;
  readonly alone: ReadonlyMap<TurnId, QuestionId | null>;
  /** Null outside the guide, undefined where nobody has said. */
  readonly ofTurn: readonly (QuestionId | null | undefined)[];
  /** Borders, and proposals while the transcript is being divided. */
  readonly spots: readonly Spot[];
  readonly rules: ReadonlyMap<number, Rule>;
}

const noBorders: readonly PlacedTurn[] = [];
const noProposals: readonly ProposedBorder[] = [];
const noQuestions: readonly Question[] = [];

export function useQuestionsHere(transcript: Transcript): QuestionsHere {
  const { say } = useWords();
  const { id: transcriptId, turns } = transcript;
  const isOn = useSegmenting((segmenting) => segmenting.isOn);
  const matched = useApi('questions.ofTranscript', { transcriptId }).data;
  const proposed = useApi('questions.proposals', isOn ? { transcriptId } : null).data;
  const proposals = isOn ? (proposed ?? noProposals) : noProposals;
  return useMemo(() => {
    const {
      questions = noQuestions,
      borders = noBorders,
      alone = noBorders,
    } = matched ?? {};
    const byId = new Map(questions.map((question) => [question.id, question]));
    const indexOf = new Map(turns.map(({ id }, index) => [id, index]));
    const spots = spotsOf(indexOf, borders, proposals);
    return {
      questions,
      byId,
      alone: new Map(alone.map(({ turnId, questionId }) => [turnId, questionId])),
      ofTurn:
        borders.length + alone.length === 0
          ? []
          : questionsOfTurns(turns, { borders, alone }),
      spots,
      rules: rulesOf({ say, byId, indexOf, spots, alone }),
    };
  }, [matched, proposals, turns, say]);
}
