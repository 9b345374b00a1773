import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { chatLines, chatParticipants, timedText, type ChatLine } from './chatLines.ts';
import { readableChat } from './chatMarkup.ts';
import { excerpt } from '../importNotes.ts';
import { turnsOfSpeech, type TimedSpeech } from './timedSpeech.ts';
import type { Reading } from '../reading.ts';

const marksShown = 12;
const placesTold = 20;
const linesAtOnce = 2000;
const hasWords = /[\p{L}\p{N}[]/u;
/** Headers that say nothing about the recording, or that are read. */
const silentHeaders = new Set(['UTF8', 'Begin', 'End', 'Participants']);

function tellHeaders(lines: readonly ChatLine[], { notes }: Reading): void {
  const first = lines.findIndex(({ kind }) => kind === 'main');
  const told = lines.filter(
    ({ kind, name }) => kind === 'header' && !silentHeaders.has(name),
  );
  const start = lines[first]?.line ?? 0;
  const before = told.filter(({ line }) => line < start);
  const text = excerpt(before.map((header) => header.text).join(' · '));
  for (const { line } of before)
    notes.changed({ code: 'headerDropped', params: { text }, line });
  for (const { name, line } of told.filter((header) => header.line > start))
    notes.changed({ code: 'tierLeftOut', params: { label: `@${name}` }, line });
  if (!lines.some(({ kind, name }) => kind === 'header' && name === 'End'))
    notes.warn({ code: 'noEndLine', params: { sign: '@End' } });
}

function tellDependent(lines: readonly ChatLine[], { notes }: Reading): void {
  for (const { kind, name, line } of lines)
    if (kind === 'dependent')
      notes.changed({ code: 'tierLeftOut', params: { label: `%${name}` }, line });
}

interface Mark {
  readonly mark: string;
  readonly line: number;
}

function tellMarks(found: readonly Mark[], { notes }: Reading): void {
  const kinds = [...new Set(found.map(({ mark }) => mark))];
  const rest = kinds.length > marksShown ? ' …' : '';
  const marks = kinds.slice(0, marksShown).join('  ') + rest;
  // Only so many places are ever shown, and a long file has a mark in every other word.
  for (const { line } of found.slice(0, placesTold))
    notes.changed({ code: 'markupTaken', params: { marks }, line });
  const count = found.length - placesTold;
  notes.changed({ code: 'markupTaken', params: { marks }, count });
}

function isRefused(
  { name, line }: ChatLine,
  speaker: string,
  { choices, notes }: Reading,
): boolean {
  const isNobody = [name, speaker].some((label) => choices.notSpeakers?.includes(label));
  if (isNobody)
    notes.changed({ code: 'tierLeftOut', params: { label: `*${name}` }, line });
  return isNobody;
}

async function speechOf(
  lines: readonly ChatLine[],
  reading: Reading,
): Promise<TimedSpeech[]> {
  const names = chatParticipants(lines);
  const marks: Mark[] = [];
  const speech: TimedSpeech[] = [];
  for (const [at, main] of lines.filter(({ kind }) => kind === 'main').entries()) {
    if (at > 0 && at % linesAtOnce === 0)
      await new Promise((resolve) => setImmediate(resolve));
    const { name, line } = main;
    const speaker = names.get(name) ?? name;
    if (isRefused(main, speaker, reading)) continue;
    const { text: timeless, startMs, endMs } = timedText(main.text);
    const { text, marks: found } = readableChat(timeless);
    for (const mark of found) marks.push({ mark, line });
    speech.push({ speaker, voice: 0, startMs, endMs, text, line });
  }
  const timed = speech.filter(({ startMs }) => startMs !== null).length;
  reading.notes.changed({ code: 'stampsRead', count: timed });
  tellMarks(marks, reading);
  return speech;
}

/**
 * Turns of a CHAT file: main lines in the order of the file, in readable form; dependent tiers and headers are told and
 * left out.
 */
export async function readChat(text: string, reading: Reading): Promise<ParsedTurn[]> {
  const { file, notes } = reading;
  const lines = chatLines(text);
  const all = await speechOf(lines, reading);
  const speech = all.filter(({ text: words }) => hasWords.test(words));
  if (speech.length === 0)
    throw new Refusal('import.nothingSaid', { file, kind: 'CHAT' }, { file });
  notes.changed({ code: 'emptySpeech', count: all.length - speech.length });
  tellHeaders(lines, reading);
  tellDependent(lines, reading);
  return turnsOfSpeech(speech, reading);
}
