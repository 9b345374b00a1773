import { generateKeyBetween } from 'fractional-indexing';

import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import { codeNamed } from './codes.ts';
import { newId, type WritableProject } from './handle.ts';
import { describeUnits } from './meaningUnits.ts';
import { rowThatIsThere } from './rows.ts';

/** Puts one code on one unit, after the codes it has; nothing happens if it has it already. */
export function addCoding(
  project: WritableProject,
  unitId: MeaningUnitId,
  codeId: CodeId,
): void {
  const has = project.get(
    'SELECT 1 FROM codings WHERE unit_id = :unitId AND code_id = :codeId',
    {
      unitId,
      codeId,
    },
  );
  if (has) return;
  const last = project.get<{ position: string | null }>(
    'SELECT max(position) AS position FROM codings WHERE unit_id = :unitId',
    { unitId },
  );
  project.run(
    `INSERT INTO codings (id, unit_id, code_id, position, analyst_id, created_at)
     VALUES (:id, :unitId, :codeId, :position, :analystId, :now)`,
    {
      id: newId(),
      unitId,
      codeId,
      position: generateKeyBetween(last?.position ?? null, null),
      analystId: project.analystId,
      now: project.now,
    },
  );
}

/** Codes units with known codes and with codes made on the fly; a made code whose name is there is that code. */
export function codeUnits(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.code']>,
): Output<'meaningUnits.code'> {
  for (const id of input.codeIds) {
    rowThatIsThere(project, 'SELECT 1 FROM codes WHERE id = :id', { id });
  }
  const made = input.create.map((code) => codeNamed(project, code));
  const codeIds = [...new Set([...input.codeIds, ...made])];
  for (const unitId of input.unitIds) {
    rowThatIsThere(project, 'SELECT 1 FROM meaning_units WHERE id = :unitId', { unitId });
    for (const codeId of codeIds) addCoding(project, unitId, codeId);
  }
  project.describe({ code: codeIds[0] ?? null });
  describeUnits(project, input.unitIds);
  return { codeIds };
}

export function uncodeUnits(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.uncode']>,
): void {
  for (const unitId of input.unitIds) {
    project.run('DELETE FROM codings WHERE unit_id = :unitId AND code_id = :codeId', {
      unitId,
      codeId: input.codeId,
    });
  }
  project.describe({ code: input.codeId });
  describeUnits(project, input.unitIds);
}
