import type { TurnId } from '../../../shared/domain/ids.ts';
import { idList, newId, type WritableProject } from '../handle.ts';

/**
 * Before turns are taken away, their borders go to the turn that comes next, so that those that stay keep their
 * question: the last border of those that meet at a turn, and none where a question begins anyhow. `removed` is SQL
 * that gives the turns.
 */
export function bordersPassedOnSql(removed: string): readonly [string, string] {
  const heir = `(SELECT next.id FROM turns AS next
    WHERE next.transcript_id = here.transcript_id AND next.position > here.position
      AND next.id NOT IN (${removed}) ORDER BY next.position LIMIT 1)`;
  return [
    `DELETE FROM question_borders WHERE turn_id IN (${removed}) AND id NOT IN (
       SELECT id FROM (
         SELECT id, heir, row_number() OVER (PARTITION BY heir ORDER BY position DESC) AS nth FROM (
           SELECT question_borders.id, here.position, ${heir} AS heir
           FROM question_borders JOIN turns AS here ON here.id = turn_id WHERE turn_id IN (${removed})))
       WHERE nth = 1 AND heir IS NOT NULL AND heir NOT IN (SELECT turn_id FROM question_borders))`,
    `UPDATE question_borders SET turn_id = (SELECT ${heir} FROM turns AS here WHERE here.id = turn_id)
     WHERE turn_id IN (${removed})`,
  ];
}

const given = 'SELECT value FROM json_each(:ids)';

/** Takes the borders of turns that a correction leaves out to the turns after them. */
export function passBordersOn(
  project: WritableProject,
  removed: readonly TurnId[],
): void {
  const ids = idList(removed);
  const hasAny =
    removed.length > 0 &&
    project.get(`SELECT 1 FROM question_borders WHERE turn_id IN (${given}) LIMIT 1`, {
      ids,
    });
  if (hasAny) for (const sql of bordersPassedOnSql(given)) project.run(sql, { ids });
}

/** The turn that several become begins the question that the last of them began, unless it began one itself. */
export function gatherBorders(
  project: WritableProject,
  [into, ...others]: readonly TurnId[],
): void {
  const has = project.get('SELECT 1 FROM question_borders WHERE turn_id = :into', {
    into: into!,
  });
  if (has) return;
  const ids = idList(others);
  const last = project.get<{ id: string }>(
    `SELECT question_borders.id FROM question_borders JOIN turns ON turns.id = turn_id
     WHERE turn_id IN (${given}) ORDER BY position DESC LIMIT 1`,
    { ids },
  );
  if (!last) return;
  const { id } = last;
  project.run(`DELETE FROM question_borders WHERE turn_id IN (${given}) AND id <> :id`, {
    ids,
    id,
  });
  project.run('UPDATE question_borders SET turn_id = :into WHERE id = :id', {
    into: into!,
    id,
  });
}

/** The second half of a turn that stands apart stands apart as well. */
export function copyApart(project: WritableProject, from: TurnId, to: TurnId): void {
  project.run(
    `INSERT INTO turn_questions (id, turn_id, question_id)
     SELECT :id, :to, question_id FROM turn_questions WHERE turn_id = :from`,
    { id: newId(), from, to },
  );
}
