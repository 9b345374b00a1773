import { memo, useMemo } from 'react';

import type { Code } from '../../shared/domain/code.ts';
import { classes } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { codeKey } from './boardLayout.ts';
import { useBoard, type BoardState } from './boardStore.ts';
import { RenameField } from './RenameField.tsx';
import './Cards.css';

export interface CodeCardProps {
  readonly code: Code;
  /** A colour of its own, where it differs from its column's. */
  readonly slot: number | null;
  /** In the pile: with one condensation, to recognise it by. */
  readonly hasSample?: boolean;
  readonly level: number;
  readonly position: number;
  readonly count: number;
  /** The one card that Tab leads to. */
  readonly isStop: boolean;
}

const isChosen = 1;
const isRenamed = 2;
const isCut = 4;
const isCarried = 8;
const isJoined = 16;

function holds(state: BoardState['cut'], id: Code['id']): boolean {
  return state?.kind === 'codes' && state.ids.includes(id);
}

function stateOf(board: BoardState, id: Code['id']): number {
  const landing = board.drag?.landing;
  return (
    (board.chosen.has(id) ? isChosen : 0) +
    (board.renaming === codeKey(id) ? isRenamed : 0) +
    (holds(board.cut, id) ? isCut : 0) +
    (board.drag && holds(board.drag.carried, id) ? isCarried : 0) +
    (landing?.kind === 'together' && landing.codeId === id ? isJoined : 0)
  );
}

function classesOf(state: number, hasSample: boolean): string {
  return classes(
    'code-card',
    hasSample && 'code-card-with-sample',
    (state & isCut) > 0 && 'code-card-cut',
    (state & isCarried) > 0 && 'code-card-carried',
    (state & isJoined) > 0 && 'code-card-joined',
  );
}

interface FaceProps {
  readonly code: Code;
  readonly isJoined: boolean;
}

/** In the pile: one condensation, and what dropping another card here would do. */
function CardBelow({ code, isJoined: isTarget }: FaceProps) {
  const { say } = useWords();
  return (
    <>
      {code.sample !== '' && (
        <span className="code-card-sample" aria-hidden>
          {code.sample}
        </span>
      )}
      {isTarget && (
        <span className="code-card-marker" aria-hidden>
          {say('board.dropTogether')}
        </span>
      )}
    </>
  );
}

export const CodeCard = memo(function CodeCard(props: CodeCardProps) {
  const { code, slot, hasSample = false } = props;
  const { say } = useWords();
  const state = useBoard((board) => stateOf(board, code.id));
  const units = code.support.units;
  const words = useMemo(() => say('board.card', { count: units }), [say, units]);
  const sample = hasSample ? code.sample : '';
  return (
    <div
      role="treeitem"
      className={classesOf(state, sample !== '')}
      data-node={codeKey(code.id)}
      {...(sample === '' ? {} : { 'aria-description': sample })}
      aria-level={props.level}
      aria-posinset={props.position}
      aria-setsize={props.count}
      aria-selected={(state & isChosen) > 0}
      tabIndex={props.isStop ? 0 : -1}
    >
      <span className="code-card-head">
        {slot !== null && <Swatch slot={slot} />}
        {(state & isRenamed) > 0 ? (
          <RenameField nodeKey={codeKey(code.id)} name={code.name} />
        ) : (
          <span className="code-card-name">
            {code.name}
            <span className="visually-hidden">{words}</span>
          </span>
        )}
        {(hasSample || units !== 1) && (
          <span className="code-card-units" aria-hidden>
            {units}
          </span>
        )}
      </span>
      {hasSample && <CardBelow code={code} isJoined={(state & isJoined) > 0} />}
    </div>
  );
});
