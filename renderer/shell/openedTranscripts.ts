import { useEffect, useMemo } from 'react';
import { create } from 'zustand';

import type { TranscriptId } from '../../shared/domain/ids.ts';
import type { TranscriptSummary } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { usePlace } from '../place.ts';

const most = 3;

interface Opened {
  readonly project: string;
  readonly ids: readonly TranscriptId[];
}

const useOpened = create<Opened>(() => ({ project: '', ids: [] }));

/** Keeps the three transcripts that were opened last; a project that is opened begins anew. */
export function useRememberOpened(project: string): void {
  const transcriptId = usePlace((place) => place.transcriptId);
  useEffect(() => {
    const opened = useOpened.getState();
    const ids = opened.project === project ? opened.ids : [];
    const isNew = transcriptId !== null && !ids.includes(transcriptId);
    useOpened.setState({
      project,
      ids: isNew ? [transcriptId, ...ids].slice(0, most) : ids,
    });
  }, [project, transcriptId]);
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
