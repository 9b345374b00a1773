import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import type { TranscriptSummary } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { changedThing } from '../changedThing.ts';

const looksBack = 50;

/** The unit that the latest step on a unit was about, while it stands. */
function useLastUnit(): MeaningUnit | undefined {
  const steps = useApi('steps.history', { limit: looksBack }).data?.steps ?? [];
  const last = steps.find(
    ({ state, label }) =>
      state === 'done' && /^(?:meaningUnits|analysisTable)\./.test(label),
  );
  const changes = useApi(
    'steps.changes',
    last ? { seq: last.seq, limit: 20 } : null,
  ).data;
  const thing = changedThing(changes ?? [], 'after');
  const unit = useApi(
    'meaningUnits.read',
    thing?.kind === 'unit' ? { unitId: thing.id } : null,
  ).data;
  return unit?.status === 'active' ? unit : undefined;
}

/** The unit that was worked on last, else the first transcript that has something left to read. */
export function useLastPlace(): {
  readonly unit: MeaningUnit | undefined;
  readonly transcript: TranscriptSummary | undefined;
} {
  const transcripts = useApi('transcripts.list', {}).data ?? [];
  return {
    unit: useLastUnit(),
    transcript: transcripts.find(({ turnsLeft }) => turnsLeft > 0) ?? transcripts[0],
  };
}
