import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { PassageId, TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { WaitingPassage } from '../../../shared/domain/waitingPassage.ts';
import { countWords } from '../../../shared/text/countWords.ts';
import type { ReadableProject, WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

export interface Part {
  readonly id: string;
  readonly sign: string;
  readonly text: string;
}

/** What a passage consists of, in the order of the text it stood in. */
export function partsOf(project: ReadableProject, passageId: PassageId): readonly Part[] {
  return project.all<Part>(
    'SELECT id, sign, text FROM waiting_parts WHERE passage_id = :passageId ORDER BY number',
    { passageId },
  );
}

interface SignPlace extends Span {
  readonly turnLabel: string;
}

/** Where the sign of each part stands now, wherever corrections have taken it; those that are gone are left out. */
export function signPlaces(
  project: ReadableProject,
  transcriptId: TranscriptId,
  parts: readonly Part[],
): ReadonlyMap<string, SignPlace> {
  const places = new Map<string, SignPlace>();
  for (const { id, sign } of parts) {
    const turn = project.get<{ turnId: TurnId; turnLabel: string; text: string }>(
      `SELECT id AS turnId, label AS turnLabel, text FROM turns
       WHERE transcript_id = :transcriptId AND instr(text, :sign) > 0 ORDER BY position LIMIT 1`,
      { transcriptId, sign },
    );
    if (!turn) continue;
    const { turnId, turnLabel, text } = turn;
    const start = text.indexOf(sign);
    places.set(id, { turnId, turnLabel, start, end: start + sign.length });
  }
  return places;
}

type PassageRow = Omit<WaitingPassage, 'turnLabels' | 'words' | 'lostSign'>;

/** What waits, the earliest deadline first; facts and no words. */
export function waitingPassages(project: ReadableProject): Output<'passages.waiting'> {
  return project
    .all<PassageRow>(
      `SELECT waiting_passages.id, transcript_id AS transcriptId, transcripts.name AS transcript, reason, deadline,
         waiting_passages.created_at AS since, analysts.initials,
         (SELECT count(DISTINCT unit_id) FROM waiting_units WHERE passage_id = waiting_passages.id) AS units
       FROM waiting_passages JOIN transcripts ON transcripts.id = transcript_id
       LEFT JOIN analysts ON analysts.id = waiting_passages.analyst_id
       ORDER BY deadline, waiting_passages.created_at, waiting_passages.id`,
    )
    .map((row) => {
      const parts = partsOf(project, row.id);
      const places = signPlaces(project, row.transcriptId, parts);
      const labels = parts.flatMap(({ id }) => places.get(id)?.turnLabel ?? []);
      return {
        ...row,
        turnLabels: [...new Set(labels)],
        words: parts.reduce((sum, { text }) => sum + countWords(text), 0),
        lostSign: parts.find(({ id }) => !places.has(id))?.sign ?? null,
      };
    });
}

/** The words themselves, for the one who decides. */
export function wordsOfPassage(
  project: ReadableProject,
  { passageId }: ParsedOf<Api['passages.words']>,
): Output<'passages.words'> {
  rowThatIsThere(project, 'SELECT 1 FROM waiting_passages WHERE id = :passageId', {
    passageId,
  });
  return {
    parts: project.all(
      `SELECT sign, speakers.label AS speaker, text FROM waiting_parts
       LEFT JOIN speakers ON speakers.id = speaker_id WHERE passage_id = :passageId ORDER BY number`,
      { passageId },
    ),
    units: project.all(
      `SELECT DISTINCT units.number, coalesce(condensations.text, '') AS condensed FROM waiting_units
       JOIN meaning_units AS units ON units.id = waiting_units.unit_id
       LEFT JOIN condensations ON condensations.unit_id = units.id
       WHERE passage_id = :passageId ORDER BY units.number`,
      { passageId },
    ),
  };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where an offset lies after edits that are in order; one inside replaced words goes to their `side`. */
function moved(edits: readonly Edit[], offset: number, side: 'start' | 'end'): number {
  let by = 0;
  for (const { start, end, text } of edits) {
    if (end <= offset) by += text.length - (end - start);
    else if (start < offset) return start + by + (side === 'end' ? text.length : 0);
  }
  return offset + by;
}

/** What units hold of a waiting part follows when words of it are replaced where it waits. */
export function moveHeldWords(
  project: WritableProject,
  partId: string,
  edits: readonly Edit[],
): void {
  for (const { id, start, end } of project.all<{
    id: string;
    start: number;
    end: number;
  }>('SELECT id, start, "end" FROM waiting_units WHERE part_id = :partId', { partId }))
    project.run('UPDATE waiting_units SET start = :start, "end" = :end WHERE id = :id', {
      id,
      start: moved(edits, start, 'start'),
      end: moved(edits, end, 'end'),
    });
}
