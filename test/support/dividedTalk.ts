import { readFileSync } from 'node:fs';

import type { QuestionId, TurnId } from '../../shared/domain/ids.ts';
import type { QuestionToMatch, TurnToMatch } from '../../shared/text/proposeBorders.ts';

export interface DividedTalk {
  readonly questions: readonly QuestionToMatch[];
  readonly turns: readonly TurnToMatch[];
  /** Where a careful reader lets questions begin, as `turn: question`. */
  readonly borders: readonly string[];
}

const moderators = new Set(['M', 'Moderator', 'Ledare']);

/**
 * A fictional group in test/fixtures/questions: its guide as a numbered list, then its turns, where `M [3]:` says that
 * question 3 begins. In ids, turns count from 0 and questions from 1.
 */
export function dividedTalk(name: string): DividedTalk {
  const file = new URL(`../fixtures/questions/${name}.txt`, import.meta.url);
  const [guide = '', talk = ''] = readFileSync(file, 'utf8').split('\n\n');
  const lines = talk.trim().split('\n');
  const read = lines.map((line, at) => {
    const { speaker, question, text } =
      /^(?<speaker>\w+)(?: \[(?<question>\d+)\])?: (?<text>.*)$/u.exec(line)!
        .groups as Record<string, string | undefined>;
    return {
      turn: {
        id: String(at) as TurnId,
        text: text!,
        isModerator: moderators.has(speaker!),
        isRejected: false,
      },
      border: question === undefined ? [] : [`${at}: ${question}`],
    };
  });
  return {
    questions: guide.split('\n').map((line) => {
      const [number, text] = line.split(/\. (.*)/su) as [string, string];
      return { id: number as QuestionId, text };
    }),
    turns: read.map(({ turn }) => turn),
    borders: read.flatMap(({ border }) => border),
  };
}
