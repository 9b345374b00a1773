import type { Output } from '../../../shared/api.ts';
import type { AnalysisRow } from '../../../shared/domain/analysisTable.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { unitText } from '../../../shared/domain/meaningUnit.ts';
import type { Transcript } from '../../../shared/domain/transcript.ts';
import { idList, type ReadableProject } from '../handle.ts';
import { followsOn, spansOfUnits } from '../spans.ts';

/** Participants who may not be quoted, by what is recorded of their consent, and how much of theirs is withheld. */
export function withheldPeople(project: ReadableProject): Output<'exports.withheld'> {
  return project.all(
    `SELECT participants.id AS participantId, pseudonym, quotes_withdrawn_on AS withdrawnOn,
       (SELECT count(*) FROM speakers JOIN turns ON turns.speaker_id = speakers.id
        WHERE speakers.participant_id = participants.id) AS turns,
       (SELECT count(DISTINCT unit_id) FROM speakers JOIN turns ON turns.speaker_id = speakers.id
        JOIN spans ON spans.turn_id = turns.id AND spans."end" > spans.start
        JOIN meaning_units ON meaning_units.id = spans.unit_id AND meaning_units.status = 'active'
        WHERE speakers.participant_id = participants.id) AS units
     FROM consents JOIN participants ON participants.id = participant_id
     WHERE may_quote = 0 ORDER BY position`,
  );
}

/** Whose turns among these may not be quoted, by turn. */
export function withheldTurns(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): ReadonlyMap<TurnId, string> {
  if (!project.get('SELECT 1 FROM consents WHERE may_quote = 0 LIMIT 1'))
    return new Map();
  const rows = project.all<{ id: TurnId; pseudonym: string }>(
    `SELECT DISTINCT turns.id, pseudonym FROM json_each(:turns) JOIN turns ON turns.id = json_each.value
     JOIN speakers ON speakers.id = turns.speaker_id
     JOIN consents ON consents.participant_id = speakers.participant_id AND may_quote = 0
     JOIN participants ON participants.id = speakers.participant_id`,
    { turns: idList(turnIds) },
  );
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]));
}

/** The rows as they are taken home: `sign` stands for words of participants who may not be quoted. */
export function rowsToTakeHome(
  project: ReadableProject,
  rows: readonly AnalysisRow[],
  sign: string,
): readonly AnalysisRow[] {
  const withheld = rows.filter((row) => row.withheld !== undefined).map(({ id }) => id);
  if (withheld.length === 0) return rows;
  const spans = spansOfUnits(project, withheld);
  const turns = withheldTurns(
    project,
    [...spans.values()].flat().map(({ turnId }) => turnId),
  );
  return rows.map((row) => {
    const own = row.withheld === undefined ? undefined : spans.get(row.id);
    if (!own) return row;
    const pieces = own.flatMap((span, index) => {
      const before = own[index - 1];
      const isHeld = turns.has(span.turnId);
      // Said once, however many turns it is about.
      if (isHeld && before && turns.has(before.turnId)) return [];
      return [{ text: isHeld ? sign : span.text, followsOn: followsOn(span, before) }];
    });
    return { ...row, unit: unitText(pieces) };
  });
}

/** The transcript as it is taken home, and whose turns give way to `sign`. */
export function transcriptToTakeHome(
  project: ReadableProject,
  transcript: Transcript,
  sign: string,
): { readonly transcript: Transcript; readonly withheld: readonly string[] } {
  const turns = withheldTurns(
    project,
    transcript.turns.map(({ id }) => id),
  );
  return {
    transcript: {
      ...transcript,
      turns: transcript.turns.map((turn) =>
        turns.has(turn.id) ? { ...turn, text: sign } : turn,
      ),
    },
    withheld: [...turns.values()],
  };
}
