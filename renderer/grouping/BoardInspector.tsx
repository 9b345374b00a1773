import { useDeferredValue } from 'react';

import { CodePanel } from '../codes/CodePanel.tsx';
import { InspectorPane } from '../InspectorPane.tsx';
import { useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { categoryIn, codeIn } from './boardLayout.ts';
import { useBoard } from './boardStore.ts';
import { CategoryPanel } from './CategoryPanel.tsx';
import { ChosenCodes } from './ChosenCodes.tsx';
import { LandingList } from './LandingList.tsx';

/** What is selected, in the units' own words; while something is carried, everywhere it can be put. */
export function BoardInspector() {
  const { say } = useWords();
  const { layout } = useBoardContext();
  const focus = useBoard((board) => board.focus);
  const chosen = useBoard((board) => board.chosen);
  const drag = useBoard((board) => board.drag);
  // The board comes first: when something is put down, what is said of it follows.
  const lately = useDeferredValue(drag);
  const carried = drag ?? lately;
  if (carried) return <LandingList drag={carried} />;
  const ids = [...chosen].filter((id) => layout.codeById.has(id));
  if (ids.length > 1) return <ChosenCodes ids={ids} />;
  const code = ids[0] ?? codeIn(focus);
  if (code && layout.codeById.has(code)) return <CodePanel key={code} codeId={code} />;
  const category = layout.categoryById.get(categoryIn(focus)!);
  if (category) return <CategoryPanel key={category.id} category={category} />;
  return (
    <InspectorPane label={say('board.inspector')}>
      <p className="ink-2">{say('board.chooseOne')}</p>
    </InspectorPane>
  );
}
