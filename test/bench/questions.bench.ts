import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TurnId } from '../../shared/domain/ids.ts';
import { proposeBorders } from '../../shared/text/proposeBorders.ts';
import { dividedTalk } from '../support/dividedTalk.ts';
import { median, timedAsync, type Figure } from './measure.ts';
import { must, studySession } from './study.ts';
import { sizes, syntheticTurns } from './syntheticStudy.ts';

const rounds = 9;

/** Time of the processor, which other work on the machine hardly changes. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const times = (work: () => number) => Array.from({ length: rounds }, work);

/** Proposing where the twelve questions of a guide begin: by moderators’ turns, by all turns, and as the window asks. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const size = scale === 'full' ? sizes.extreme : sizes.normal;
  const { questions } = dividedTalk('boendestod');
  const propose = (isLed: boolean) => {
    const turns = syntheticTurns(size).map(({ speaker, text }, at) => ({
      id: String(at) as TurnId,
      text,
      isModerator: isLed && speaker === 'Moderator',
      isRejected: false,
    }));
    return median(times(() => processorTime(() => proposeBorders(turns, questions, []))));
  };
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  try {
    const { session, transcriptId } = await studySession(folder, size);
    await must(session, 'questions.add', {
      questions: questions.map(({ text }) => ({ text })),
    });
    const asked: number[] = [];
    for (let n = 0; n < rounds; n += 1)
      asked.push(
        await timedAsync(() => must(session, 'questions.proposals', { transcriptId })),
      );
    await session.close();
    const name = `${size.turns} turns × ${questions.length} questions`;
    return [
      {
        name: `Proposals, ${name}, moderators known`,
        value: propose(true),
        unit: 'ms',
        limit: 250,
      },
      {
        name: `Proposals, ${name}, nobody a moderator`,
        value: propose(false),
        unit: 'ms',
        limit: 500,
      },
      {
        name: 'The same through the contract, median',
        value: median(asked),
        unit: 'ms',
        limit: 500,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
