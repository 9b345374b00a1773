import {
  type ClipboardEvent,
  memo,
  type MouseEvent,
  type RefObject,
  useCallback,
} from 'react';

import type { MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import type { Transcript } from '../../shared/domain/transcript.ts';
import { useWords } from '../words.ts';
import { selectionNow } from './caret.ts';
import { chunkAt, type Chunk } from './chunks.ts';
import type { ChunkUnits } from './drawnUnits.ts';
import { spansOfSelection, type TextPoint } from './spansOfSelection.ts';
import { asidesOf, TurnChunk } from './TurnChunk.tsx';
import type { MountedChunks } from './useMountedChunks.ts';
import { useTextSurface } from './useTextSurface.ts';

export interface TranscriptTextProps {
  readonly transcript: Transcript;
  readonly chunks: readonly Chunk[];
  readonly units: readonly ChunkUnits[];
  readonly aside: ReadonlyMap<TurnId, string>;
  readonly selected: MeaningUnitId | null;
  readonly mounting: MountedChunks;
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** What is copied are the words, a turn on each line, without the breaks of the reference lines. */
function useCopy(transcript: Transcript) {
  return useCallback(
    (event: ClipboardEvent) => {
      const selection = selectionNow();
      if (!selection) return;
      const texts = new Map(transcript.turns.map(({ id, text }) => [id, text]));
      const words = spansOfSelection(selection, transcript.turns)
        .map(({ turnId, start, end }) => texts.get(turnId)?.slice(start, end) ?? '')
        .join('\n');
      if (words === '') return;
      event.clipboardData.setData('text/plain', words);
      event.preventDefault();
    },
    [transcript],
  );
}

/** The whole transcript as one text to walk in; the keys of the transcript act here. */
export const TranscriptText = memo(function TranscriptText(props: TranscriptTextProps) {
  const { transcript, chunks, units, aside, selected, mounting, rootRef } = props;
  const { say } = useWords();
  const { reach } = mounting;
  useTextSurface(
    rootRef,
    transcript.turns,
    useCallback(
      ({ turn, at }: TextPoint) => reach(chunkAt(chunks, turn, at)),
      [reach, chunks],
    ),
  );
  return (
    <div
      ref={rootRef}
      className="transcript-text read"
      role="textbox"
      tabIndex={0}
      aria-label={say('transcript.label', { name: transcript.name })}
      aria-multiline
      aria-readonly
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      inputMode="none"
      lang={transcript.language}
      data-keys="transcript"
      data-keys-root
      onMouseDown={props.onMouseDown}
      onClick={props.onClick}
      onContextMenu={props.onContextMenu}
      onCopy={useCopy(transcript)}
    >
      {chunks.map((chunk) => {
        const own = units[chunk.index]!;
        return (
          <TurnChunk
            key={chunk.index}
            chunk={chunk}
            units={own}
            selected={own.units.some(({ id }) => id === selected) ? selected : null}
            asides={asidesOf(chunk, aside)}
            isMounted={mounting.mounted.has(chunk.index)}
          />
        );
      })}
    </div>
  );
});
