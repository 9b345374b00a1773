import {
  type ClipboardEvent,
  memo,
  type MouseEvent,
  type RefObject,
  useCallback,
} from 'react';

import type { TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Transcript } from '../../shared/domain/transcript.ts';
import { useWords } from '../words.ts';
import { selectionNow } from './caret.ts';
import { chunkAt, type Chunk } from './chunks.ts';
import type { ChunkUnits } from './drawnUnits.ts';
import { spansOfSelection, type TextPoint } from './spansOfSelection.ts';
import { turnsAmong, TurnChunk } from './TurnChunk.tsx';
import { rulesOfChunk, type Rule } from './questions/questionRules.ts';
import { endOfUnit, startOfUnit } from './unitsAt.ts';
import type { MountedChunks } from './useMountedChunks.ts';
import { useTextSurface } from './useTextSurface.ts';

export interface TranscriptTextProps {
  readonly transcript: Transcript;
  readonly chunks: readonly Chunk[];
  readonly units: readonly ChunkUnits[];
  readonly aside: ReadonlyMap<TurnId, string>;
  readonly listened: ReadonlySet<TurnId>;
  readonly rules: ReadonlyMap<number, Rule>;
  readonly selected: MarkedUnit | null;
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

function chunksTouched(
  chunks: readonly Chunk[],
  unit: MarkedUnit,
): readonly [number, number] {
  const [start, end] = [startOfUnit(unit), endOfUnit(unit)];
  return [chunkAt(chunks, start.turn, start.at), chunkAt(chunks, end.turn, end.at - 1)];
}

/** The whole transcript as one text to walk in; the keys of the transcript act here. */
export const TranscriptText = memo(function TranscriptText(props: TranscriptTextProps) {
  const { transcript, chunks, units, aside, selected, mounting, rootRef } = props;
  const { say } = useWords();
  const { reach } = mounting;
  const [from, to] = selected ? chunksTouched(chunks, selected) : [0, -1];
  useTextSurface(
    rootRef,
    transcript.turns,
    useCallback(
      ({ turn, at }: TextPoint) => reach(chunkAt(chunks, turn, at)),
      [reach, chunks],
    ),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are in the keymap
    <div
      ref={rootRef}
      className="transcript-text read"
      role="textbox"
      tabIndex={0}
      aria-label={say('transcript.label', { name: transcript.name })}
      aria-multiline
      aria-readonly
      contentEditable="plaintext-only"
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
            selected={
              selected && chunk.index >= from && chunk.index <= to ? selected.id : null
            }
            asides={turnsAmong(chunk, aside)}
            listened={turnsAmong(chunk, props.listened)}
            rules={rulesOfChunk(chunk, props.rules)}
            isMounted={mounting.mounted.has(chunk.index)}
          />
        );
      })}
    </div>
  );
});
