import { memo } from 'react';

import type { Category } from '../../shared/domain/category.ts';
import { InspectorPane } from '../InspectorPane.tsx';
import { classes } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { codesUnder } from './boardLayout.ts';
import { type Drag, useBoard } from './boardStore.ts';
import { landingClass } from './ColumnView.tsx';
import { levelInSentence } from './levelWords.ts';

interface TargetProps {
  readonly category: Category;
  readonly slot: number | null;
  readonly count: number;
  readonly indent: number;
  readonly isOffered: boolean;
}

const Target = memo(function Target(props: TargetProps) {
  const { category, slot, count, indent, isOffered } = props;
  const landing = useBoard((board) => landingClass(board, category.id));
  return (
    <li
      className={classes('landing-row', !isOffered && 'landing-row-not', landing)}
      style={{ paddingInlineStart: `${0.625 + indent * 1.125}rem` }}
      data-drop={`in:${category.id}`}
    >
      <Swatch slot={slot} />
      <span className="landing-name">{category.name}</span>
      <span className="landing-count">{count}</span>
    </li>
  );
});

/** Outside the tree: the pile for codes, no parent for a category. */
function TopTarget({ drag }: { readonly drag: Drag }) {
  const { say } = useWords();
  const { layout, topDepth, project } = useBoardContext();
  const { carried, landing } = drag;
  if (carried.kind === 'codes') {
    const isHere = landing?.kind === 'codes' && landing.categoryId === null;
    return (
      <li className={classes('landing-row', isHere && 'lands-here')} data-drop="pile">
        <Swatch slot={null} />
        <span className="landing-name">{say('board.pile')}</span>
        <span className="landing-count">{layout.pile.codes.length}</span>
      </li>
    );
  }
  const isHere = landing?.kind === 'category' && landing.parentId === null;
  return (
    <li className={classes('landing-row', isHere && 'lands-here')} data-drop="orphans">
      <Swatch slot={null} />
      <span className="landing-name">
        {say('board.orphans', { level: levelInSentence(project.levels, topDepth) })}
      </span>
    </li>
  );
}

/** Every place that what is carried can be put, so that nothing is out of reach. */
export function LandingList({ drag }: { readonly drag: Drag }) {
  const { say } = useWords();
  const { layout, colours, topDepth } = useBoardContext();
  const { carried } = drag;
  const own =
    carried.kind === 'category' ? layout.categoryById.get(carried.id) : undefined;
  const title =
    carried.kind === 'codes'
      ? say('board.landsCodes', { count: carried.ids.length })
      : say('board.landsCategory');
  return (
    <InspectorPane label={title}>
      <ul className="landing-list" data-autoscroll>
        {layout.categories.map((category) => (
          <Target
            key={category.id}
            category={category}
            slot={colours.ofCategory.get(category.id) ?? null}
            count={codesUnder(layout, category.id).length}
            indent={topDepth - category.depth}
            isOffered={!own || category.depth > own.depth}
          />
        ))}
        <TopTarget drag={drag} />
      </ul>
    </InspectorPane>
  );
}
