import { useEffect, useMemo } from 'react';
import { create } from 'zustand';

import type { TranscriptId } from '../../shared/domain/ids.ts';
import type { TranscriptSummary } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { usePlace } from '../place.ts';

const most = 3;

const useOpened = create<{ readonly ids: readonly TranscriptId[] }>(() => ({ ids: [] }));

/** Keeps the three transcripts that were opened last; a project that is opened begins anew. */
export function useRememberOpened(projectPath: string): void {
  const transcriptId = usePlace((place) => place.transcriptId);
  useEffect(() => useOpened.setState({ ids: [] }), [projectPath]);
  useEffect(() => {
    const { ids } = useOpened.getState();
    if (transcriptId && !ids.includes(transcriptId))
      useOpened.setState({ ids: [transcriptId, ...ids].slice(0, most) });
  }, [transcriptId]);
}

/** The transcripts that were opened last and still are in the project, in the project's order. */
export function useOpenedTranscripts(): readonly TranscriptSummary[] {
  const ids = useOpened((opened) => opened.ids);
  const all = useApi('transcripts.list', {}).data;
  return useMemo(
    () => (all ?? []).filter((transcript) => ids.includes(transcript.id)),
    [all, ids],
  );
}
