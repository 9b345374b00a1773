import { memo } from 'react';

import { classes } from '../ui/given.ts';
import { KeyHints } from '../ui/KeyHints.tsx';
import { Select } from '../ui/Select.tsx';
import { useWords } from '../words.ts';
import { type BoardContextValue, useBoardContext } from './boardContext.ts';
import type { NodeKey } from './boardLayout.ts';
import { type BoardState, useBoard } from './boardStore.ts';
import { Cards } from './Cards.tsx';
import { type PileSort, pileSorts } from './pile.ts';

function isPileTarget({ drag }: BoardState): boolean {
  const landing = drag?.landing;
  return landing?.kind === 'codes' && landing.categoryId === null;
}

interface PileProps {
  readonly board: BoardContextValue;
  readonly stop: NodeKey | null;
}

const Sorting = memo(function Sorting() {
  const { say } = useWords();
  const sort = useBoard((board) => board.pileSort);
  const choices = pileSorts.map((value) => ({
    value,
    words: say(`board.sort.${value}`),
  }));
  return (
    <Select<PileSort>
      label={say('board.sort')}
      isLabelHidden
      kind="quiet"
      choices={choices}
      value={sort}
      onChange={(pileSort) => useBoard.setState({ pileSort })}
    />
  );
});

function PileHead({ count, total }: { readonly count: number; readonly total: number }) {
  const { say } = useWords();
  return (
    <div className="pile-head">
      <h2 className="pile-title">
        {say('board.pileTitle')}{' '}
        <span className="pile-count">
          {count === total ? total : say('board.ofAll', { count, total })}
        </span>
      </h2>
      {total > 1 && <Sorting />}
    </div>
  );
}

function PileFoot() {
  const { say } = useWords();
  const count = useBoard((board) => board.chosen.size);
  return (
    <div className="pile-foot">
      {count > 0 && <p className="pile-chosen">{say('board.chosen', { count })}</p>}
      <KeyHints
        hints={[
          { keys: 'G', words: say('board.hint.move') },
          { keys: 'Shift G', words: say('board.hint.new') },
          { keys: say('board.key.space'), words: say('board.hint.choose') },
          { keys: 'Enter', words: say('board.hint.read') },
        ]}
      />
    </div>
  );
}

function PileNote(props: { readonly total: number; readonly shown: number }) {
  const { say } = useWords();
  const { total, shown } = props;
  const codes = useBoardContext().layout.codes.length;
  if (total === 0 && codes > 0)
    return <p className="pile-done">{say('board.done', { count: codes })}</p>;
  if (total > 0 && shown === 0)
    return <p className="pile-done">{say('board.noneFound')}</p>;
  return null;
}

/** The codes that are not placed yet, each with one condensation to recognise it by. */
export const Pile = memo(function Pile({ board, stop }: PileProps) {
  const { say } = useWords();
  const { layout, shown, colours, isReadOnly } = board;
  const cards = shown.cardsOf(layout.pile);
  const isTarget = useBoard(isPileTarget);
  const total = layout.pile.codes.length;
  return (
    <section
      className={classes('pile', total === 0 && 'pile-empty', isTarget && 'lands-here')}
      aria-label={say('board.pile')}
      data-drop="pile"
    >
      <PileHead count={cards.length} total={total} />
      <PileNote total={total} shown={cards.length} />
      <div className="pile-cards" data-autoscroll data-ground>
        {cards.length > 0 && (
          <div
            role="tree"
            aria-label={say('board.pile')}
            aria-multiselectable
            className="pile-tree"
          >
            <Cards
              column={layout.pile}
              cards={cards}
              colours={colours}
              level={1}
              stop={stop}
            />
          </div>
        )}
      </div>
      {!isReadOnly && total > 0 && <PileFoot />}
    </section>
  );
});
