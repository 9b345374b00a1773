import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AnalysisReport } from '../../shared/domain/existingAnalysis.ts';
import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { newProject } from './newProject.ts';
import { openedSession, type OpenedSession } from './openedSession.ts';

export async function valueOf<Value>(
  asked: Promise<{ ok: true; value: Value } | { ok: false; problem: { code: string } }>,
): Promise<Value> {
  const answer = await asked;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** Another project with the same transcripts, levels and nothing else. */
export async function emptyCopyOf(from: OpenedSession): Promise<{
  readonly session: OpenedSession;
  leave(): Promise<void>;
}> {
  const { levels, language } = await valueOf(from.call('project.read', {}));
  const project = newProject({ levelNames: levels.map(({ name }) => name), language });
  project.close();
  const session = await openedSession(project.path);
  for (const { id } of await valueOf(from.call('transcripts.list', {}))) {
    const { name, kind, turns, speakers } = await valueOf(
      from.call('transcripts.read', { transcriptId: id }),
    );
    const labels = new Map(speakers.map((speaker) => [speaker.id, speaker.label]));
    await valueOf(
      session.call('transcripts.import', {
        name,
        kind,
        turns: turns.map(({ speakerId, startMs, endMs, text }) => ({
          speaker: speakerId ? (labels.get(speakerId) ?? null) : null,
          startMs,
          endMs,
          text,
        })),
        speakers: speakers.map(({ label, role }) => ({ label, role })),
        report: {
          fileName: name,
          sha256: '',
          format: 'plainText',
          encoding: null,
          changes: [],
          warnings: [],
        },
      }),
    );
  }
  return {
    session,
    leave: async () => {
      await session.close();
      project.remove();
    },
  };
}

export async function stageBytes(
  session: OpenedSession,
  name: string,
  bytes: Uint8Array | string,
): Promise<string> {
  const path = join(session.db.name, '..', name);
  writeFileSync(path, bytes);
  return (await valueOf(session.call('imports.stage', { path }))).fileId;
}

export async function takeIn(
  session: OpenedSession,
  name: string,
  bytes: Uint8Array | string,
): Promise<AnalysisReport> {
  const fileId = await stageBytes(session, name, bytes);
  return valueOf(session.call('analyses.run', { fileId }));
}

/** What an analysis says, without ids and numbers: one line per unit, in the order of the text. */
export async function analysisIn(session: OpenedSession) {
  const { rows } = await valueOf(session.call('analysisTable.rows', { limit: 20_000 }));
  return rows.map(said);
}

function said(row: AnalysisRow) {
  return {
    transcript: row.transcript,
    speaker: row.speaker,
    turn: row.turnLabel,
    spans: row.spans,
    unit: row.unit,
    condensed: row.condensed,
    interpretation: row.interpretation,
    codes: row.codes.map(({ name }) => name),
    paths: row.codes.map(({ path }) => path.map(({ depth, name }) => `${depth} ${name}`)),
    themes: row.themes.map(({ name }) => name),
  };
}
