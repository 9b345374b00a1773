import type { TurnId } from '../../../shared/domain/ids.ts';
import { idList, newId, type WritableProject } from '../handle.ts';

/** What is noted of turns as wholes: that one is set aside, that one has been listened through. */
const notes = [
  { table: 'set_asides', columns: 'reason, analyst_id, created_at' },
  { table: 'listened_turns', columns: 'analyst_id, created_at' },
] as const;

/** What was noted of a turn is true of both halves when it is divided. */
export function noteOfSplit(
  project: WritableProject,
  turnId: TurnId,
  secondHalf: TurnId,
): void {
  for (const { table, columns } of notes)
    project.run(
      `INSERT INTO ${table} (id, turn_id, ${columns})
       SELECT :newId, :secondHalf, ${columns} FROM ${table} WHERE turn_id = :turnId`,
      { newId: newId(), secondHalf, turnId },
    );
}

/** What was noted of each of several turns is true of the one they become, the first; else of none. Asked before they are joined. */
export function noteOfMerge(project: WritableProject, turnIds: readonly TurnId[]): void {
  for (const { table } of notes) {
    const noted = project.get<{ n: number }>(
      `SELECT count(*) AS n FROM ${table} WHERE turn_id IN (SELECT value FROM json_each(:ids))`,
      { ids: idList(turnIds) },
    );
    if ((noted?.n ?? 0) < turnIds.length)
      project.run(`DELETE FROM ${table} WHERE turn_id = :id`, { id: turnIds[0] ?? '' });
  }
}
