import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import { cellEdit, rowsRequest, type AnalysisRow } from '../domain/analysisTable.ts';
import { exportRequest } from '../domain/exporting.ts';
import { meaningUnitId } from '../domain/ids.ts';

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

  'exports.write': command<{ readonly path: string; readonly bytes: number }>()(
    exportRequest.extend({ job }),
  ),
  'exports.clipboard': command<{ readonly html: string; readonly text: string }>()(
    z.object({ unitIds: units, columns: z.array(z.string().max(200)).optional() }),
  ),
} as const;
