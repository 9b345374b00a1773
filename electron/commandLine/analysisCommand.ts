import { closeSync, openSync, readSync } from 'node:fs';

import {
  foundKinds,
  type ConflictRow,
  type FoundKind,
  type FoundRow,
} from '../../shared/domain/existingAnalysis.ts';
import { conflictInWords, rowInWords } from '../../shared/text/analysisWords.ts';
import type { Say } from '../../shared/words/words.ts';
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
  const { kind: _, text, table, ...facts } = row;
  return { ...facts, ...(table === '' ? {} : { table }), found: text };
}

function conflictValue(say: Say, conflict: ConflictRow) {
  const { row, table } = conflict;
  return {
    row,
    ...(table === '' ? {} : { table }),
    code: conflict.conflict,
    message: conflictInWords(say, conflict),
  };
}

function conflictLines({ say }: Ground, conflicts: readonly ConflictRow[]) {
  if (conflicts.length === 0) return [];
  const lines = conflicts.map(
    (one) => `  ${rowInWords(say, one)}: ${conflictInWords(say, one)}`,
  );
  return [say('cli.analysis.conflicts', { count: conflicts.length }), ...lines];
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
    row: rowInWords(say, row),
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
      ? rows.refused.map((row) =>
          say('cli.analysis.row', { row: rowInWords(say, row), quote: row.quote }),
        )
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
  const { say } = ground;
  const conflicts = preview.conflicts.map((one) => conflictValue(say, one));
  const value = { ...valueOf(preview.rows), conflicts };
  const lines = [
    ...linesOf(ground, preview.rows),
    ...conflictLines(ground, preview.conflicts),
    ...(preview.carryDown ? [say('cli.analysis.carryDown')] : []),
  ];
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
