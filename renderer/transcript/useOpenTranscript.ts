import { useCallback, useEffect, useMemo, useRef } from 'react';

import type { AnalystId, TranscriptId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Transcript } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { useSettings } from '../computerSettings.ts';
import { useWords } from '../words.ts';
import { useQuestionsHere } from './questions/useQuestionsHere.ts';
import type { OpenTranscript } from './openTranscript.ts';

const noUnits: readonly MarkedUnit[] = [];

/** What a transcript's commands act on, always as it was last drawn. */
export function useOpenTranscript(transcript: Transcript): {
  readonly open: OpenTranscript;
  readonly latest: () => OpenTranscript;
  /** The units have been read. */
  readonly hasUnits: boolean;
} {
  const { say } = useWords();
  const transcriptId: TranscriptId = transcript.id;
  const units = useApi('meaningUnits.ofTranscript', { transcriptId }).data;
  const asides = useApi('turns.setAsides', { transcriptId }).data;
  const heard = useApi('listening.read', { transcriptId }).data?.listened;
  const listened = useMemo(() => new Set(heard), [heard]);
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const { afterMarking } = useSettings();
  const questions = useQuestionsHere(transcript);
  const book = useCodeBook();
  const aside = useMemo(
    () => new Map((asides ?? []).map(({ turnId, reason }) => [turnId, reason])),
    [asides],
  );
  const open = useMemo<OpenTranscript>(
    () => ({
      transcript,
      units: units ?? noUnits,
      aside,
      listened,
      questions,
      book,
      isReadOnly,
      afterMarking,
      say,
    }),
    [transcript, units, aside, listened, questions, book, isReadOnly, afterMarking, say],
  );
  const ref = useRef(open);
  useEffect(() => {
    ref.current = open;
  });
  return {
    open,
    latest: useCallback(() => ref.current, []),
    hasUnits: units !== undefined,
  };
}

/** Initials of whoever marked a unit, when it is another analyst than the one who works here. */
export function useInitials(): (analystId: string | null) => string | null {
  const own = useApi('project.state', {}).data?.analystId ?? null;
  const analysts = useApi('project.read', {}).data?.analysts;
  return useCallback(
    (analystId) => {
      if (analystId === null || analystId === own) return null;
      const known = analysts?.find(
        ({ id }: { readonly id: AnalystId }) => id === analystId,
      );
      return known?.initials ?? null;
    },
    [own, analysts],
  );
}
