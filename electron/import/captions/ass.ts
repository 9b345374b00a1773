import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { readCueTime } from './cueTimes.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';

const usualFields =
  'layer,start,end,style,name,marginl,marginr,marginv,effect,text'.split(',');

// A drawing is written as words between {\p1} and {\p0}; other things in braces are shown to nobody.
function withoutOverrides(text: string): string {
  let isDrawing = false;
  return text
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{') || !part.endsWith('}')) return isDrawing ? '' : part;
      const scale = /\\p(\d)/.exec(part)?.[1];
      if (scale !== undefined) isDrawing = scale !== '0';
      return '';
    })
    .join('');
}

function linesOf(text: string): string[] {
  return withoutOverrides(text)
    .replaceAll('\\h', '\u00A0')
    .split(/\\[Nn]/);
}

interface Event {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

// The words come last and may have commas in them.
function valuesOf(
  written: string,
  fields: readonly string[],
): Map<string, string> | null {
  const parts = written.split(',');
  if (parts.length < fields.length) return null;
  const last = fields.length - 1;
  const values = [...parts.slice(0, last), parts.slice(last).join(',')];
  return new Map(fields.map((field, at) => [field, values[at] ?? '']));
}

interface EventLine {
  readonly kind: string;
  readonly written: string;
  readonly line: number;
}

function eventLines(text: string): EventLine[] {
  let isInEvents = false;
  return text.split('\n').flatMap((raw, at) => {
    if (/^\s*\[/.test(raw)) isInEvents = /^\s*\[Events\]/i.test(raw);
    const match = /^\s*(Format|Dialogue|Comment)\s*:\s*(.*)$/i.exec(raw);
    if (!isInEvents || match === null) return [];
    const [, kind = '', written = ''] = match;
    return [{ kind: kind.toLowerCase(), written, line: at + 1 }];
  });
}

function eventsOf(text: string, notes: ImportNotes): Event[] {
  const events: Event[] = [];
  let fields: readonly string[] = usualFields;
  for (const { kind, written, line } of eventLines(text)) {
    if (kind === 'format')
      fields = written.split(',').map((field) => field.trim().toLowerCase());
    const values = kind === 'dialogue' ? valuesOf(written, fields) : null;
    if (values !== null) events.push({ line, values });
    else if (kind === 'dialogue')
      notes.warn({ code: 'lineNotRead', params: { text: excerpt(written) }, line });
    else if (kind === 'comment') notes.changed({ code: 'commentLines', line });
  }
  return events;
}

function cueOf({ line, values }: Event, notes: ImportNotes): Cue {
  const [start, end] = [values.get('start') ?? '', values.get('end') ?? ''];
  const [startMs, endMs] = [readCueTime(start), readCueTime(end)];
  if (startMs === null || endMs === null)
    notes.warn({
      code: 'timeGarbled',
      params: { text: excerpt(`${start}, ${end}`) },
      line,
    });
  const name = (values.get('name') ?? values.get('actor') ?? '').trim();
  return {
    line,
    utterance: null,
    startMs,
    endMs,
    lines: linesOf(values.get('text') ?? ''),
    isPlain: true,
    ...(name === '' ? {} : { speaker: name }),
  };
}

/** Turns of a SubStation Alpha script: what is said in the order of its times, by the name in its own field. */
export function readAss(text: string, reading: CaptionReading): ParsedTurn[] {
  const cues = eventsOf(text, reading.notes).map((event) => cueOf(event, reading.notes));
  const isTimed = cues.every(({ startMs }) => startMs !== null);
  const ordered = isTimed
    ? cues.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0))
    : cues;
  return turnsOfCaptions(ordered, reading);
}
