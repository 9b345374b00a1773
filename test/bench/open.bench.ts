import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { act } from '../../electron/acting.ts';
import { codeUnits } from '../../electron/project/codings.ts';
import { condenseUnit, markUnit } from '../../electron/project/meaningUnits.ts';
import { openSession, type Session } from '../../electron/session.ts';
import type { TranscriptId } from '../../shared/domain/ids.ts';
import { median, timedAsync, type Figure } from './measure.ts';
import { must, studySession } from './study.ts';
import { syntheticSpeakers, syntheticTurns, syntheticUnits } from './syntheticStudy.ts';

const transcriptSize = { words: 10_000, turns: 300 };

/** Marks, condenses and codes in one step per transcript: how the units came in does not matter for opening. */
async function fillTranscript(session: Session, n: number, units: number): Promise<void> {
  const turns = syntheticTurns(transcriptSize, n + 10);
  const { transcriptId } = await must(session, 'transcripts.import', {
    name: `Intervju ${n + 1}`,
    kind: 'interview',
    turns: [...turns],
    speakers: [...syntheticSpeakers],
    report: {
      fileName: `${n}.txt`,
      sha256: '',
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  const stored = await must(session, 'transcripts.read', { transcriptId });
  act(session.context, {
    label: 'meaningUnits.mark',
    work: (project) => {
      for (const [index, unit] of syntheticUnits(turns, units, n + 500).entries()) {
        const turnId = stored.turns[unit.turn]!.id;
        const { id } = markUnit(project, {
          spans: [{ turnId, start: unit.start, end: unit.end }],
        });
        condenseUnit(project, { unitId: id, text: `Kort sagt ${index}` });
        codeUnits(project, {
          unitIds: [id],
          codeIds: [],
          create: [{ name: `kod ${(index * 7 + n) % 500}`, definition: '' }],
        });
      }
    },
  });
}

/** What the window asks for before a person can work. */
async function openAndAsk(session: Session, path: string): Promise<TranscriptId> {
  await must(session, 'project.open', { path });
  const transcripts = await must(session, 'transcripts.list', {});
  const transcriptId = transcripts[0]!.id;
  await must(session, 'project.stats', {});
  await must(session, 'codes.list', {});
  await must(session, 'categories.list', {});
  await must(session, 'transcripts.read', { transcriptId });
  await must(session, 'meaningUnits.ofTranscript', { transcriptId });
  return transcriptId;
}

/** Opening a large project until everything that the first screen needs has been answered. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  const [transcripts, units] = scale === 'full' ? [50, 400] : [5, 100];
  try {
    const { session } = await studySession(folder, { words: 100, turns: 10 });
    for (let n = 0; n < transcripts; n += 1) await fillTranscript(session, n, units);
    await session.close();
    const path = join(folder, 'study.utsaga');
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const fresh = openSession({
        dataFolder: join(folder, 'data'),
        nativeDialogs: false,
        announce: () => {},
      });
      times.push(await timedAsync(() => openAndAsk(fresh, path)));
      await fresh.close();
    }
    return [
      {
        name: `Opening ${transcripts} transcripts and ${transcripts * units} units, median of 5`,
        value: median(times),
        unit: 'ms',
        limit: 1000,
        detail: `file ${(statSync(path).size / 1e6).toFixed(0)} MB; all ${times.map((time) => time.toFixed(0)).join(', ')}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
