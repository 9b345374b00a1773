import { join } from 'node:path';

import { openSession, type Session } from '../../electron/session.ts';
import type { ApiName, Input, Output } from '../../shared/api.ts';
import { levelPresets } from '../../shared/domain/levelPreset.ts';
import { syntheticSpeakers, syntheticTurns } from './syntheticStudy.ts';

/** A call that must succeed. */
export async function must<Name extends ApiName>(
  session: Session,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await session.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.value as Output<Name>;
}

/** A project with one synthetic transcript, in a folder of its own. */
export async function studySession(
  folder: string,
  size: { readonly words: number; readonly turns: number },
) {
  const session = openSession({
    dataFolder: join(folder, 'data'),
    nativeDialogs: false,
    announce: () => {},
  });
  await must(session, 'project.create', {
    path: join(folder, 'study.utsaga'),
    description: {
      title: 'Bench',
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language: 'sv',
      levelPreset: 'categoryMain',
      levelNames: [...(levelPresets[0]?.levelNames.sv ?? [])],
      hasThemes: true,
    },
    analyst: 'Bench',
  });
  const turns = syntheticTurns(size);
  const { transcriptId } = await must(session, 'transcripts.import', {
    name: 'Fokusgrupp 1',
    kind: 'focusGroup',
    turns: [...turns],
    speakers: [...syntheticSpeakers],
    report: {
      fileName: 'fg1.txt',
      sha256: '',
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  return { session, turns, transcriptId };
}
