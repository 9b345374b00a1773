import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import { cellEdit, rowsRequest, type AnalysisRow } from '../domain/analysisTable.ts';
import { exportRequest, type Withheld } from '../domain/exporting.ts';
import { meaningUnitId, type ParticipantId } from '../domain/ids.ts';

const units = z.array(meaningUnitId).min(1).max(20_000);
const job = z.string().max(60).optional();

/** The analysis table and what is taken home. */
export const resultsApi = {
  'analysisTable.rows': query<{
    readonly total: number;
    readonly rows: readonly AnalysisRow[];
  }>()(rowsRequest),
  'analysisTable.placeOf': query<{ readonly index: number | null }>()(
    rowsRequest.extend({ unitId: meaningUnitId }),
  ),
  'analysisTable.edit': action()(
    'analysisTable.edit',
    z.object({ cells: z.array(cellEdit).min(1).max(20_000) }),
  ),

  /** Who may not be quoted by what is recorded of their consent: their words are left out of everything below. */
  'exports.withheld': query<
    readonly {
      readonly participantId: ParticipantId;
      readonly pseudonym: string;
      /** Null where it was never allowed. */
      readonly withdrawnOn: string | null;
      readonly turns: number;
      readonly units: number;
    }[]
  >()(z.object({})),
  'exports.write': command<{
    readonly path: string;
    readonly bytes: number;
    readonly withheld: Withheld;
  }>()(exportRequest.extend({ job })),
  'exports.clipboard': command<{
    readonly html: string;
    readonly text: string;
    readonly withheld: Withheld;
  }>()(z.object({ unitIds: units, columns: z.array(z.string().max(200)).optional() })),
} as const;
