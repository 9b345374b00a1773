import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';

import type { Project } from '../../shared/domain/project.ts';
import type { Transcript } from '../../shared/domain/transcript.ts';
import { useSettings } from '../computerSettings.ts';
import { usePlace } from '../place.ts';
import { WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { chunkAt, chunksOf, type Chunk } from './chunks.ts';
import { Correction } from './correcting/Correction.tsx';
import { useCoveragePass } from './coveragePass/coveragePass.ts';
import { unitsDealer, type CodeLook } from './drawnUnits.ts';
import { PaintedHits } from './find/PaintedHits.tsx';
import { turnLeftAt } from './placeLeft.ts';
import { FloatingAtSelection } from './FloatingAtSelection.tsx';
import { MarginColumn } from './MarginColumn.tsx';
import { selectedUnit, type OpenTranscript } from './openTranscript.ts';
import { hover } from './pointedUnits.ts';
import { TranscriptText } from './TranscriptText.tsx';
import { UnitHandles } from './UnitHandles.tsx';
import { startOfUnit } from './unitsAt.ts';
import { useMountedChunks } from './useMountedChunks.ts';
import { useMovingKeys } from './useMovingEnds.ts';
import { useInitials } from './useOpenTranscript.ts';
import { usePointing } from './usePointing.ts';
import { useReveal } from './useReveal.ts';
import { useRootKeys, useSelectionToolbar } from './useRootKeys.ts';
import { useSpokenCaret } from './useSpokenCaret.ts';
import { useTranscriptMenu } from './useTranscriptMenu.ts';
import { useWarmChunks } from './useWarmChunks.ts';
import './transcript.css';

export interface TranscriptReaderProps {
  readonly transcript: Transcript;
  readonly project: Project;
  readonly open: OpenTranscript;
  readonly latest: () => OpenTranscript;
  readonly hasUnits: boolean;
}

function useDrawn({ transcript, project, open }: TranscriptReaderProps) {
  const { units, book } = open;
  const before = useRef<readonly Chunk[]>([]);
  const chunks = useMemo(() => {
    before.current = chunksOf(transcript, project.lineLength, before.current);
    return before.current;
  }, [transcript, project.lineLength]);
  const [deal] = useState(unitsDealer);
  const look = useCallback(
    (id: Parameters<typeof book.slotOf>[0]): CodeLook | undefined => {
      const code = book.byId.get(id);
      return code && { name: code.name, slot: book.slotOf(id) };
    },
    [book],
  );
  const drawn = useMemo(() => deal(chunks, units, look), [deal, chunks, units, look]);
  return { chunks, drawn };
}

function onMouseOver({ target }: { readonly target: EventTarget }): void {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark') : null;
  const innermost = mark?.dataset['u']?.split(' ').at(-1);
  hover(innermost === undefined ? null : Number(innermost));
}

/** The sheet: words, marks and margin, with all that can be done to them. */
export function TranscriptReader(props: TranscriptReaderProps) {
  const { transcript, project, open, latest, hasUnits } = props;
  const { showLineNumbers, drawWholeTranscript } = useSettings();
  const { chunks, drawn } = useDrawn(props);
  const selected = usePlace((place) =>
    place.selected?.kind === 'unit' ? place.selected.id : null,
  );
  const [first] = useState(() => {
    const turn = turnLeftAt(transcript.id);
    if (turn !== null)
      return chunkAt(chunks, Math.min(turn, transcript.turns.length - 1), 0);
    const unit = selectedUnit(open);
    return unit ? chunkAt(chunks, startOfUnit(unit).turn, startOfUnit(unit).at) : 0;
  });
  const mounting = useMountedChunks(chunks.length, first);
  const rootRef = useRef<HTMLDivElement>(null);
  useWarmChunks(rootRef, mounting.mounted.size >= chunks.length);
  const sheetRef = useRef<HTMLDivElement>(null);
  const sheet = useCallback(() => sheetRef.current, []);
  const isCovering = useCoveragePass((pass) => pass.isOn);
  const [moved, setMoved] = useState(0);
  const onMoved = useCallback(() => setMoved((n) => n + 1), []);

  const { onMouseDown, onClick } = usePointing(transcript.turns, open.units);
  const { onContextMenu, menu } = useTranscriptMenu(latest);
  const onKeyDown = useRootKeys(latest);
  useSelectionToolbar(open.isReadOnly);
  useSpokenCaret(latest);
  useMovingKeys(latest);
  useReveal(open, hasUnits);

  const unit = open.units.find(({ id }) => id === selected);
  return (
    <WorkspaceContent className="transcript-scroll">
      <PaintedHits
        rootRef={rootRef}
        chunks={chunks}
        drawn={drawn}
        mounted={mounting.mounted}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the text in it has the focus */}
      <div
        className="transcript-sheet"
        ref={sheetRef}
        style={{ '--line-length': project.lineLength } as CSSProperties}
        data-draws-all={drawWholeTranscript || undefined}
        data-covers={isCovering ? '' : undefined}
        data-hides-lines={showLineNumbers ? undefined : ''}
        onKeyDown={onKeyDown}
        // oxlint-disable-next-line jsx-a11y/mouse-events-have-key-events -- the caret points as the mouse does (useSpokenCaret)
        onMouseOver={onMouseOver}
      >
        <TranscriptText
          transcript={transcript}
          chunks={chunks}
          units={drawn}
          aside={open.aside}
          listened={open.listened}
          rules={open.questions.rules}
          selected={unit ?? null}
          mounting={mounting}
          rootRef={rootRef}
          onMouseDown={onMouseDown}
          onClick={onClick}
          onContextMenu={onContextMenu}
        />
        <MarginColumn
          rootRef={rootRef}
          chunks={chunks}
          units={drawn}
          aside={open.aside}
          selected={selected}
          book={open.book}
          mounting={mounting}
          initialsOf={useInitials()}
          onMoved={onMoved}
        />
        {unit && !open.isReadOnly && (
          <UnitHandles unit={unit} latest={latest} moved={moved} sheet={sheet} />
        )}
        <FloatingAtSelection latest={latest} sheet={sheet} />
        <Correction open={open} latest={latest} moved={moved} sheet={sheet} />
      </div>
      {menu}
    </WorkspaceContent>
  );
}
