import { z } from 'zod';

import { action, query } from '../contract.ts';
import { questionId, transcriptId } from '../domain/ids.ts';
import type { QuestionSummary } from '../domain/question.ts';
import { prose } from '../domain/text.ts';

/** What the analyst writes of the answers to the questions of the guide. */
export const summariesApi = {
  'summaries.list': query<readonly QuestionSummary[]>()(z.object({})),
  /** Of one transcript, or of all when null; an empty text takes it away. */
  'summaries.write': action()(
    'summaries.write',
    z.object({
      questionId,
      transcriptId: transcriptId.nullable(),
      text: prose(20_000),
    }),
  ),
} as const;
