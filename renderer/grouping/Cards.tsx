import { Fragment } from 'react';

import type { Code } from '../../shared/domain/code.ts';
import type { Colours } from '../colours.ts';
import { useWords } from '../words.ts';
import { codeKey, type Column, type NodeKey } from './boardLayout.ts';
import { type BoardState, carriedCodes, useBoard } from './boardStore.ts';
import { CodeCard } from './CodeCard.tsx';

export interface CardsProps {
  readonly column: Column;
  /** Those of the column that the filter lets through, in the order they are shown. */
  readonly cards: readonly Code[];
  readonly colours: Colours;
  readonly level: number;
  readonly stop: NodeKey | null;
}

/** Where the carried codes would be put among these cards; null when they would not. */
function landingIndex(
  { drag }: BoardState,
  column: Column,
  cards: readonly Code[],
): number | null {
  const landing = drag?.landing;
  if (landing?.kind !== 'codes' || column.id === 'pile') return null;
  if (landing.categoryId !== column.categoryId) return null;
  if (landing.after === undefined) return cards.length;
  if (landing.after === null) return 0;
  return cards.findIndex((code) => code.id === landing.after) + 1;
}

function LandingMark() {
  const { say } = useWords();
  const count = useBoard(carriedCodes);
  return (
    <div className="landing-mark" data-marker aria-hidden>
      {say('board.drop', { count })}
    </div>
  );
}

/** The cards of a column, with the place where what is carried would land. */
export function Cards({ column, cards, colours, level, stop }: CardsProps) {
  const landing = useBoard((board) => landingIndex(board, column, cards));
  const own = column.head ? (colours.ofCategory.get(column.head.id) ?? null) : null;
  return (
    <>
      {cards.map((code, index) => {
        const slot = colours.ofCode.get(code.id) ?? null;
        return (
          <Fragment key={code.id}>
            {landing === index && <LandingMark />}
            <CodeCard
              code={code}
              slot={slot === own ? null : slot}
              hasSample={column.id === 'pile'}
              level={level}
              position={index + 1}
              count={cards.length}
              isStop={stop === codeKey(code.id)}
            />
          </Fragment>
        );
      })}
      {landing !== null && landing >= cards.length && <LandingMark />}
    </>
  );
}
