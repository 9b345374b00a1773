import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

import { useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { useBoard } from './boardStore.ts';
import { carriedGhost, carryingHand, lassoBox } from './usePointerOnBoard.ts';
import './Landing.css';

function Ghost() {
  const { say } = useWords();
  const { layout } = useBoardContext();
  const carried = useBoard((board) => board.drag?.carried);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    carriedGhost.current = element.current;
    return () => {
      carriedGhost.current = null;
    };
  }, []);
  if (!carried) return null;
  const name =
    carried.kind === 'codes'
      ? layout.codeById.get(carried.ids[0]!)?.name
      : layout.categoryById.get(carried.id)?.name;
  const others = carried.kind === 'codes' ? carried.ids.length - 1 : 0;
  return (
    <div className="carried" ref={element} aria-hidden>
      {others > 0 ? say('board.andMore', { name: name ?? '', count: others }) : name}
    </div>
  );
}

/** What follows the pointer: the carried card, and the lasso. */
export function CarriedThings() {
  const isCarrying = useBoard((board) => board.drag !== null);
  const hand = useRef<HTMLDivElement>(null);
  const lasso = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    carryingHand.current = hand.current;
    lassoBox.current = lasso.current;
    return () => {
      carryingHand.current = null;
      lassoBox.current = null;
    };
  }, []);
  return createPortal(
    <>
      {isCarrying && <Ghost />}
      <div className="carrying-hand" ref={hand} aria-hidden />
      <div className="lasso" ref={lasso} hidden aria-hidden />
    </>,
    document.body,
  );
}
