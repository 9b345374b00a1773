import mammoth from 'mammoth';

import { readTranscript } from '../../electron/import/readTranscript.ts';
import { bold, paragraph, run, wordFile } from '../support/wordFile.ts';
import { median, timedAsync, type Figure } from './measure.ts';
import { syntheticTurns } from './syntheticStudy.ts';

const labels = ['Moderator', 'P1', 'P2', 'P3'];

function wordTranscript(words: number, turns: number): Uint8Array {
  const body = syntheticTurns({ words, turns }, 1).map(({ text }, at) =>
    paragraph(
      bold(`${labels[at % labels.length]}: `),
      ...text.split('\n').map((piece) => run(piece)),
    ),
  );
  return wordFile(body.join(''));
}

/** Reading a Word transcript, the check of the archive included, against what mammoth alone takes on the same bytes. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const words = scale === 'full' ? 20_000 : 5000;
  const bytes = wordTranscript(words, Math.round(words / 33));
  const rounds = scale === 'full' ? 11 : 5;
  const alone: number[] = [];
  const ours: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const mammothTime = await timedAsync(() =>
      mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
    );
    const ourTime = await timedAsync(() =>
      readTranscript({ name: 'samtal.docx', bytes }, {}),
    );
    if (round < 0) continue;
    alone.push(mammothTime);
    ours.push(ourTime);
  }
  return [
    {
      name: `Word import of ${words} words against mammoth alone`,
      value: median(ours) / median(alone),
      unit: '×',
      limit: 2,
      detail: `${median(ours).toFixed(0)} ms against ${median(alone).toFixed(0)} ms`,
    },
  ];
}
