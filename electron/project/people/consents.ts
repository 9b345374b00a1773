import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { ConsentStatus } from '../../../shared/domain/consent.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { knownParticipant } from './participants.ts';
import { rowThatIsThere } from '../rows.ts';

interface ConsentRow {
  readonly participantId: ParticipantId;
  readonly status: ConsentStatus;
  readonly informationVersion: string;
  readonly date: string | null;
  readonly mayRecord: number;
  readonly mayQuote: number;
  readonly mayArchive: number;
  readonly mayContact: number;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string;
  readonly quotesWithdrawnOn: string | null;
  readonly quotesWithdrawnReason: string;
}

/** What has been recorded of who allowed what; participants without an entry are not among them. */
export function consents(project: ReadableProject): Output<'consents.list'> {
  return project
    .all<ConsentRow>(
      `SELECT participant_id AS participantId, status, information_version AS informationVersion, date,
         may_record AS mayRecord, may_quote AS mayQuote, may_archive AS mayArchive,
         may_contact AS mayContact, withdrawn_on AS withdrawnOn, withdrawn_reason AS withdrawnReason,
         quotes_withdrawn_on AS quotesWithdrawnOn, quotes_withdrawn_reason AS quotesWithdrawnReason
       FROM consents`,
    )
    .map((row) => ({
      ...row,
      mayRecord: row.mayRecord === 1,
      mayQuote: row.mayQuote === 1,
      mayArchive: row.mayArchive === 1,
      mayContact: row.mayContact === 1,
    }));
}

/** The entry of a participant, begun when she has none: what was said yes to is then still nothing. */
function entryOf(project: WritableProject, participantId: ParticipantId): string {
  knownParticipant(project, participantId);
  const known = project.get<{ id: string }>(
    'SELECT id FROM consents WHERE participant_id = :participantId',
    { participantId },
  );
  if (known) return known.id;
  const id = newId<string>();
  project.run(
    `INSERT INTO consents (id, participant_id, status, information_version, date, may_record, may_quote,
       may_archive, may_contact, withdrawn_on, withdrawn_reason)
     VALUES (:id, :participantId, 'given', '', NULL, 0, 0, 0, 0, NULL, '')`,
    { id, participantId },
  );
  return id;
}

const columns = {
  status: 'status',
  informationVersion: 'information_version',
  date: 'date',
  mayRecord: 'may_record',
  mayQuote: 'may_quote',
  mayArchive: 'may_archive',
  mayContact: 'may_contact',
} as const;

function quotesAllowedAgain(project: WritableProject, id: string): void {
  project.run(
    `UPDATE consents SET may_quote = 1, quotes_withdrawn_on = NULL, quotes_withdrawn_reason = ''
     WHERE id = :id`,
    { id },
  );
}

/** Writes what is given of the answer of these participants; who has withdrawn stays so until that is taken back. */
export function recordConsent(
  project: WritableProject,
  input: ParsedOf<Api['consents.record']>,
): void {
  const { participantIds, ...facts } = input;
  for (const participantId of new Set(participantIds)) {
    const id = entryOf(project, participantId);
    for (const [key, value] of Object.entries(facts)) {
      if (value === undefined) continue;
      const column = columns[key as keyof typeof facts];
      const isKept = key === 'status' ? "AND status <> 'withdrawn'" : '';
      project.run(`UPDATE consents SET ${column} = :value WHERE id = :id ${isKept}`, {
        id,
        value: typeof value === 'boolean' ? Number(value) : value,
      });
    }
    if (facts.mayQuote) quotesAllowedAgain(project, id);
  }
  const [first] = participantIds;
  project.describe({ count: participantIds.length, participant: first ?? null });
}

/** Says that a participant takes part no more, from when and why; her words stay until they are erased. */
export function withdrawConsent(
  project: WritableProject,
  input: ParsedOf<Api['consents.withdraw']>,
): void {
  const { participantId, date, reason } = input;
  project.run(
    `UPDATE consents SET status = 'withdrawn', withdrawn_on = :date, withdrawn_reason = :reason
     WHERE id = :id`,
    { id: entryOf(project, participantId), date, reason },
  );
  project.describe({ participant: participantId });
}

/** Says that a participant is not to be quoted from that day: nothing changes but what is taken home. */
export function withdrawQuotes(
  project: WritableProject,
  input: ParsedOf<Api['consents.withdrawQuotes']>,
): void {
  const { participantId, date, reason } = input;
  project.run(
    `UPDATE consents SET may_quote = 0, quotes_withdrawn_on = :date, quotes_withdrawn_reason = :reason
     WHERE id = :id`,
    { id: entryOf(project, participantId), date, reason },
  );
  project.describe({ participant: participantId });
}

export function takeBackWithdrawal(
  project: WritableProject,
  input: ParsedOf<Api['consents.takeBack']>,
): void {
  const { participantId } = input;
  const { id, status } = rowThatIsThere<{ id: string; status: ConsentStatus }>(
    project,
    `SELECT id, status FROM consents WHERE participant_id = :participantId
       AND (status = 'withdrawn' OR quotes_withdrawn_on IS NOT NULL)`,
    { participantId },
  );
  if (status === 'withdrawn')
    project.run(
      `UPDATE consents SET status = 'given', withdrawn_on = NULL, withdrawn_reason = ''
       WHERE id = :id`,
      { id },
    );
  else quotesAllowedAgain(project, id);
  project.describe({ participant: participantId });
}
