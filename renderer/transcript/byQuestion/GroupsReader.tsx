import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { Question } from '../../../shared/domain/question.ts';
import { usePlace } from '../../place.ts';
import { useWords } from '../../words.ts';
import { chunksOf, type Chunk } from '../chunks.ts';
import { unitsDealer, type CodeLook } from '../drawnUnits.ts';
import { FloatingAtSelection } from '../FloatingAtSelection.tsx';
import type { OpenTranscript } from '../openTranscript.ts';
import { TurnChunk, turnsAmong } from '../TurnChunk.tsx';
import { usePointing } from '../usePointing.ts';
import { useReveal } from '../useReveal.ts';
import { useRootKeys, useSelectionToolbar } from '../useRootKeys.ts';
import { useSpokenCaret } from '../useSpokenCaret.ts';
import { useTextSurface } from '../useTextSurface.ts';
import { useTranscriptMenu } from '../useTranscriptMenu.ts';
import { GroupHead, GroupName } from './GroupHead.tsx';
import { chunksOfColumns, type GroupColumn } from './groupsText.ts';
import { TurnUnits } from './TurnUnits.tsx';
import '../transcript.css';

interface GroupsProps {
  readonly question: Question;
  readonly columns: readonly GroupColumn[];
  readonly open: OpenTranscript;
  readonly latest: () => OpenTranscript;
}

/** Long enough that the words flow; no line is numbered here. */
const lineLength = 90;

function useDrawnColumns({ columns, open }: GroupsProps) {
  const { transcript, units, book } = open;
  const cut = useMemo(
    () => chunksOfColumns(chunksOf(transcript, lineLength), columns),
    [transcript, columns],
  );
  const [deal] = useState(unitsDealer);
  const look = useCallback(
    (id: Parameters<typeof book.slotOf>[0]): CodeLook | undefined => {
      const code = book.byId.get(id);
      return code && { name: code.name, slot: book.slotOf(id) };
    },
    [book],
  );
  const drawn = useMemo(() => deal(cut.flat(), units, look), [deal, cut, units, look]);
  const feet = useMemo(() => {
    const byTurn = Map.groupBy(
      units.flatMap((unit) =>
        [...new Set(unit.spans.map(([turn]) => turn))].map((turn) => ({ turn, unit })),
      ),
      ({ turn }) => turn,
    );
    return new Map<number, ReactNode>(
      [...byTurn].map(([turn, own]) => [
        turn,
        <TurnUnits key={turn} units={own.map(({ unit }) => unit)} book={book} />,
      ]),
    );
  }, [units, book]);
  return { cut, drawn, feet };
}

function useSelectedUnit({ units }: OpenTranscript) {
  const selected = usePlace((place) =>
    place.selected?.kind === 'unit' ? place.selected.id : null,
  );
  return units.some(({ id }) => id === selected) ? selected : null;
}

interface ColumnProps extends Pick<GroupsProps, 'open'> {
  readonly group: GroupColumn;
  readonly chunks: readonly Chunk[];
  readonly drawn: ReturnType<typeof useDrawnColumns>['drawn'];
  readonly feet: ReadonlyMap<number, ReactNode>;
}

function Column({ group, chunks, drawn, feet, open }: ColumnProps) {
  const selected = useSelectedUnit(open);
  return (
    <div
      className="group-answers"
      role="group"
      aria-label={group.name}
      lang={group.language}
    >
      {chunks.map((chunk) => (
        <TurnChunk
          key={chunk.index}
          chunk={chunk}
          units={drawn[chunk.index]!}
          selected={selected}
          asides={turnsAmong(chunk, open.aside)}
          listened=""
          rules={undefined}
          feet={feet}
          isMounted
        />
      ))}
    </div>
  );
}

/** All groups beside each other as one text to walk in: the keys, the pointer and the tools of a transcript act in it. */
export function GroupsReader(props: GroupsProps) {
  const { question, columns, open, latest } = props;
  const { say } = useWords();
  const { cut, drawn, feet } = useDrawnColumns(props);
  const rootRef = useRef<HTMLDivElement>(null);
  const sheetRef = useRef<HTMLDivElement>(null);
  const sheet = useCallback(() => sheetRef.current, []);
  const { onMouseDown, onClick } = usePointing(open.transcript.turns, open.units);
  const { onContextMenu, menu } = useTranscriptMenu(latest);
  const onKeyDown = useRootKeys(latest);
  useSelectionToolbar(open.isReadOnly);
  useSpokenCaret(latest);
  useTextSurface(
    rootRef,
    open.transcript.turns,
    useCallback(() => {}, []),
  );
  useReveal(open, open.transcript.turns.length > 0);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the text in it has the focus */}
      <div
        className="groups-sheet"
        ref={sheetRef}
        style={{ '--groups': columns.length } as CSSProperties}
        data-hides-lines=""
        onKeyDown={onKeyDown}
      >
        <div className="groups-row groups-names">
          {columns.map((group) => (
            <GroupName key={group.transcriptId} group={group} />
          ))}
        </div>
        <div className="groups-row">
          {columns.map((group) => (
            <GroupHead
              key={`${question.id} ${group.transcriptId}`}
              group={group}
              questionId={question.id}
              text={question.text}
              isReadOnly={open.isReadOnly}
            />
          ))}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are in the keymap */}
        <div
          ref={rootRef}
          className="groups-row transcript-text read"
          role="textbox"
          tabIndex={0}
          aria-label={say('questions.by.text', { n: question.number })}
          aria-multiline
          aria-readonly
          contentEditable="plaintext-only"
          suppressContentEditableWarning
          spellCheck={false}
          inputMode="none"
          data-keys="transcript"
          data-keys-root
          onMouseDown={onMouseDown}
          onClick={onClick}
          onContextMenu={onContextMenu}
        >
          {columns.map((group, index) => (
            <Column
              key={group.transcriptId}
              group={group}
              chunks={cut[index]!}
              drawn={drawn}
              feet={feet}
              open={open}
            />
          ))}
        </div>
        <FloatingAtSelection latest={latest} sheet={sheet} />
      </div>
      {menu}
    </>
  );
}
