import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { timedAsync, type Figure } from './measure.ts';
import { must, studySession } from './study.ts';
import { sizes, syntheticUnits } from './syntheticStudy.ts';

type Study = Awaited<ReturnType<typeof studySession>>;

/** A name said so many times, spread over the turns between two of their words. */
async function sayName({ session, transcriptId }: Study, places: number): Promise<void> {
  const { turns } = await must(session, 'transcripts.read', { transcriptId });
  const perTurn = Math.ceil(places / turns.length);
  let left = places;
  for (const turn of turns) {
    if (left === 0) break;
    const words = turn.text.split(' ');
    const said = Math.min(left, perTurn);
    const every = Math.max(1, Math.floor(words.length / (said + 1)));
    for (let n = 0; n < said; n += 1) words.splice((every + 1) * n + 1, 0, 'Annika');
    left -= said;
    await must(session, 'turns.correct', { turnId: turn.id, text: words.join(' ') });
  }
}

async function markUnits({ session, turns, transcriptId }: Study, count: number) {
  const { turns: stored } = await must(session, 'transcripts.read', { transcriptId });
  for (const { turn, start, end } of syntheticUnits(turns, count))
    await must(session, 'meaningUnits.mark', {
      spans: [{ turnId: stored[turn]?.id ?? '', start, end }],
    });
}

/** A name replaced in 5,000 places of the extreme transcript with its units, as the dialog does it: looked for, foreseen, replaced. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  const isFull = scale === 'full';
  const count = isFull ? 5000 : 500;
  try {
    const study = await studySession(folder, isFull ? sizes.extreme : sizes.normal);
    await markUnits(study, isFull ? 10_000 : 500);
    await sayName(study, count);
    const { session } = study;
    const sought = { words: 'Annika', matchCase: true, wholeWords: true };
    let places: readonly { turnId: string; start: number; end: number }[] = [];
    const looking = await timedAsync(async () => {
      places = await must(session, 'turns.places', sought);
    });
    const replacing = {
      ...sought,
      by: 'Informant A',
      places: places.map(({ turnId, start, end }) => ({ turnId, start, end })),
    };
    const foreseeing = await timedAsync(() => must(session, 'turns.foreseen', replacing));
    let done = '';
    const time = await timedAsync(async () => {
      const { places: n, changed } = await must(session, 'turns.replaceAll', replacing);
      done = `${n} places, ${changed.length} units changed`;
    });
    const undoing = await timedAsync(() => must(session, 'steps.undo', {}));
    await session.close();
    return [
      {
        name: `A name replaced in ${count} places, one step`,
        value: time,
        unit: 'ms',
        limit: isFull ? 2000 : 1000,
        detail: `${done}; looked for in ${looking.toFixed(0)} ms, foreseen in ${foreseeing.toFixed(0)} ms, undone in ${undoing.toFixed(0)} ms`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
