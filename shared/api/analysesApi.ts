import { z } from 'zod';

import { action, command } from '../contract.ts';
import {
  analysisChoices,
  unitToTakeIn,
  type AnalysisPreview,
  type AnalysisReport,
  type FoundKind,
  type FoundRow,
  type TakenIn,
} from '../domain/existingAnalysis.ts';

const job = z.string().max(60).optional();
const fileId = z.string();
const choices = analysisChoices.default({});

/** An analysis that was made elsewhere, in a table or as comments in a document; files are staged by `imports.stage`. */
export const analysesApi = {
  /** Whether a file looks like an analysis, and how many units it may have; null when it does not. */
  'analyses.recognise': command<{
    readonly source: 'table' | 'comments';
    readonly units: number;
  } | null>()(z.object({ fileId })),
  /** Looks everything up and writes nothing; `shown` rows of each kind are told. */
  'analyses.preview': command<AnalysisPreview>()(
    z.object({ fileId, choices, job, shown: z.int().min(0).max(1_000_000).default(200) }),
  ),
  /** The same against a transcript that is in no project. */
  'analyses.compare': command<Readonly<Record<FoundKind, readonly FoundRow[]>>>()(
    z.object({ fileId, transcriptFileId: z.string(), choices, job }),
  ),
  'analyses.run': command<AnalysisReport>()(z.object({ fileId, choices, job })),
  /** Writes what did not come in of the analysis that was taken in last, as csv. */
  'analyses.saveReport': command<{ readonly path: string }>()(
    z.object({ to: z.string().min(1).max(4000), overwrite: z.boolean().default(false) }),
  ),
  'analyses.takeIn': action<TakenIn>()(
    'analyses.takeIn',
    z.object({ units: z.array(unitToTakeIn).min(1).max(250_000) }),
  ),
} as const;
