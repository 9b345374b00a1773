import { closeSync, openSync, readSync } from 'node:fs';

import type { FoundKind, FoundRow } from '../../shared/domain/existingAnalysis.ts';
import { foundKinds } from '../../shared/domain/existingAnalysis.ts';
import { BadCall } from './call.ts';
import {
  ask,
  assertNoMore,
  openNamed,
  openToWrite,
  operand,
  pathFrom,
  Refused,
  type Answer,
  type Ground,
} from './ground.ts';

type Rows = Readonly<Record<FoundKind, readonly FoundRow[]>>;

const everyRow = 1_000_000;
const projectSign = 'SQLite format 3\0';

/** By what stands in it; what cannot be read is left to the door to refuse. */
function isProject(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(projectSign.length);
    readSync(file, start);
    closeSync(file);
    return start.toString('latin1') === projectSign;
  } catch {
    return path.endsWith('.utsaga');
  }
}

function rowValue(row: FoundRow) {
  const { kind: _, text, ...facts } = row;
  return { ...facts, found: text };
}

function valueOf(rows: Rows) {
  return {
    exact: rows.exact.map(rowValue),
    normalised: rows.normalised.map(rowValue),
    review: rows.review.map(rowValue),
    refused: rows.refused.map(rowValue),
  };
}

function reviewLine({ say }: Ground, row: FoundRow): string {
  const { quote, text, transcript, similarity } = row;
  return say('cli.analysis.proposal', {
    row: row.row,
    quote,
    text,
    transcript,
    turn: row.spans[0]?.label ?? '',
    percent: Math.round(similarity * 100),
  });
}

function linesOf(ground: Ground, rows: Rows): readonly string[] {
  const { say } = ground;
  return foundKinds.flatMap((kind) => [
    say(`cli.analysis.${kind}`, { count: rows[kind].length }),
    ...(kind === 'review' ? rows.review.map((row) => reviewLine(ground, row)) : []),
    ...(kind === 'refused'
      ? rows.refused.map(({ row, quote }) => say('cli.analysis.row', { row, quote }))
      : []),
  ]);
}

async function staged(ground: Ground, given: string): Promise<string> {
  const { fileId } = await ask(ground, 'imports.stage', { path: pathFrom(given) });
  return fileId;
}

async function inTranscript(
  ground: Ground,
  path: string,
  table: string,
): Promise<Answer> {
  if (ground.call.options.write)
    throw new BadCall('cli.analysis.noWrite', { file: path });
  const transcriptFileId = await staged(ground, path);
  const fileId = await staged(ground, table);
  const rows = await ask(ground, 'analyses.compare', { fileId, transcriptFileId });
  return { value: valueOf(rows), lines: linesOf(ground, rows), status: 0 };
}

async function inProject(ground: Ground, table: string): Promise<Answer> {
  const isWriting = ground.call.options.write ?? false;
  await (isWriting ? openToWrite(ground) : openNamed(ground));
  const fileId = await staged(ground, table);
  const preview = await ask(ground, 'analyses.preview', { fileId, shown: everyRow });
  const { source, columns, fileName } = preview;
  if (source === 'table' && !columns.some(({ role }) => role === 'unit'))
    throw new Refused({
      code: 'analysis.noUnit',
      params: { file: fileName },
      file: pathFrom(table),
    });
  const value = valueOf(preview.rows);
  const lines = linesOf(ground, preview.rows);
  if (!isWriting)
    return { value, lines: [...lines, ground.say('cli.analysis.notWritten')], status: 0 };
  const { taken } = await ask(ground, 'analyses.run', { fileId });
  return {
    value: { ...value, taken },
    lines: [...lines, ground.say('cli.analysis.taken', { ...taken })],
    status: 0,
  };
}

/** Looks an analysis that was made elsewhere up in a transcript or in a project; only with `--write` does it come in. */
export async function analysis(ground: Ground): Promise<Answer> {
  const file = operand(ground, 0, 'FILE');
  const table = operand(ground, 1, 'TABLE');
  assertNoMore(ground, 2);
  const path = pathFrom(file);
  return isProject(path) ? inProject(ground, table) : inTranscript(ground, path, table);
}
