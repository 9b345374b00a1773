import type { Output, Parsed } from '../../shared/api.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { IdentifierPlace } from '../../shared/domain/identifier.ts';
import { Refusal } from '../../shared/errors.ts';
import {
  identifierFinder,
  type FoundIdentifier,
} from '../../shared/text/identifiers/findIdentifiers.ts';
import { asLabel } from '../../shared/text/identifiers/fileNames.ts';
import { announceWritten } from '../acting.ts';
import { knownNames } from '../codeKey.ts';
import type { Job } from '../jobs.ts';
import { forget } from '../project/steps/forget.ts';
import type { ReadableProject } from '../project/handle.ts';
import { leftOfNothing, leftWords } from '../project/privacy/leftWords.ts';
import { transcripts } from '../project/transcripts.ts';
import {
  isLabel,
  otherTexts,
  turnTexts,
  type OtherText,
} from '../project/privacy/wordColumns.ts';
import type { SessionContext } from '../session.ts';
import { forgetOldNames } from './sounds.ts';

interface TurnText {
  readonly turnId: TurnId;
  readonly turnLabel: string;
  readonly transcriptName: string;
  readonly text: string;
}

interface LookedThrough {
  readonly texts: readonly (TurnText | OtherText)[];
  readonly found: readonly FoundIdentifier[];
}

/** Labels have no sentences, and the names of files are written together. */
function asRead(source: TurnText | OtherText) {
  if (!('table' in source)) return { text: source.text };
  return source.column === 'file_name'
    ? { text: asLabel(source.text), isLabel: true }
    : { text: source.text, isLabel: isLabel(source) };
}

const turnsAtOnce = 300;

/** All texts of the project, a transcript at a time, so that other calls are served meanwhile. */
async function lookThrough(
  context: SessionContext,
  job: Job,
  isRead: (text: string) => boolean = () => true,
): Promise<LookedThrough> {
  const project = context.project().steps.reading;
  const finder = identifierFinder(knownNames(context.codeKey));
  const texts: (TurnText | OtherText)[] = [];
  const read = (text: TurnText | OtherText) => {
    if (!isRead(text.text)) return;
    finder.read(asRead(text));
    texts.push(text);
  };
  const all = transcripts(project);
  for (const [done, { id, name }] of all.entries())
    for (const [at, turn] of turnTexts(project, id).entries()) {
      if (at % turnsAtOnce === 0)
        await job.progress(done, all.length, 'progress.lookingForIdentifiers');
      read({ ...turn, transcriptName: name });
    }
  for (const text of otherTexts(project)) read(text);
  return { texts, found: finder.found() };
}

/** Everything that can identify somebody, in transcripts and in what was written about them. */
export function findIdentifiers(
  context: SessionContext,
  input: Parsed<'identifiers.find'>,
): Promise<Output<'identifiers.find'>> {
  return context.jobs.run(input.job, async (job) => {
    const { texts, found } = await lookThrough(context, job);
    const isLeft = leftWords(context.project().steps.reading);
    return found.map(({ places, ...identifier }) => {
      const inTurns = places.filter((place) => 'turnId' in texts[place.in]!).length;
      return {
        ...identifier,
        places: inTurns,
        elsewhere: places.length - inTurns,
        isLeft: isLeft(identifier.words),
      };
    });
  });
}

const contextLength = 60;

/** Whole words, with a sign where the text was cut. */
function contextBefore(text: string, start: number): string {
  if (start <= contextLength) return text.slice(0, start);
  const cut = text.slice(start - contextLength, start);
  return `…${cut.slice(Math.max(0, cut.search(/\s/u)))}`.toWellFormed();
}

function contextAfter(text: string, end: number): string {
  if (text.length - end <= contextLength) return text.slice(end);
  const cut = text.slice(end, end + contextLength);
  return `${cut.replace(/\s\S*$/u, '')} …`.toWellFormed();
}

function placeIn(
  source: TurnText | OtherText,
  { start, end }: { readonly start: number; readonly end: number },
): IdentifierPlace {
  const { text, ...where } = source;
  // What waits is seen by the one who decides about it, and not as context here.
  const isWaiting = 'table' in source && source.table === 'waiting_parts';
  return {
    ...where,
    start,
    end,
    text: text.slice(start, end),
    before: isWaiting ? '' : contextBefore(text, start),
    after: isWaiting ? '' : contextAfter(text, end),
  };
}

/** Every place of an identifier as `findIdentifiers` counts it. */
export function placesOfIdentifier(
  context: SessionContext,
  input: Parsed<'identifiers.places'>,
): Promise<Output<'identifiers.places'>> {
  const key = input.words.toLowerCase();
  return context.jobs.run(undefined, async (job) => {
    // Only where the words stand: elsewhere nothing can tell of them.
    const { texts, found } = await lookThrough(context, job, (text) =>
      text.toLowerCase().includes(key),
    );
    const places = found.find(({ words }) => words.toLowerCase() === key)?.places ?? [];
    return places.map((place) => placeIn(texts[place.in]!, place));
  });
}

async function leftOfNothingNow(
  context: SessionContext,
  project: ReadableProject,
): Promise<string> {
  const { found } = await context.jobs.run(undefined, (job) => lookThrough(context, job));
  return leftOfNothing(
    project,
    found.map(({ words }) => words),
  );
}

/** Erases for good what was replaced: the history until now and the free pages, and hashes of words that stand nowhere. */
export async function forgetOldWords(
  context: SessionContext,
  input: Parsed<'identifiers.forgetOldWords'>,
): Promise<void> {
  const expected = context.state()?.title ?? '';
  if (input.typed.normalize('NFC').trim() !== expected.trim())
    throw new Refusal('typed.wrong', { expected });
  const { steps } = context.writableProject();
  const left = await leftOfNothingNow(context, steps.reading);
  const { db } = context.writableProject();
  const seq = forget(db, { noun: 'identifier', left }, context.analystId);
  forgetOldNames(context);
  announceWritten(
    context,
    { seq, tables: steps.tables.map((table) => table.name) },
    null,
  );
}
