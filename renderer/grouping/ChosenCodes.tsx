import { useMemo, useState } from 'react';

import type { CodeId } from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { useApi } from '../api.ts';
import { UnitList } from '../codes/UnitList.tsx';
import { InspectorPane } from '../InspectorPane.tsx';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { useBoard } from './boardStore.ts';
import { levelInSentence } from './levelWords.ts';

const pageSize = 60;
const nobody: readonly MeaningUnit[] = [];

function ChosenFoot({ ids }: { readonly ids: readonly CodeId[] }) {
  const { say } = useWords();
  const { project } = useBoardContext();
  return (
    <div className="inspector-buttons">
      <Button onPress={() => useBoard.setState({ dialog: { kind: 'moveCodes', ids } })}>
        {say('board.moveTo')}
      </Button>
      <Button onPress={() => useBoard.setState({ dialog: { kind: 'merge', ids } })}>
        {say('board.merge')}
      </Button>
      <Button
        onPress={() => useBoard.setState({ dialog: { kind: 'create', codeIds: ids } })}
      >
        {say('board.newEllipsis', { level: levelInSentence(project.levels, 1) })}
      </Button>
    </div>
  );
}

/** Several chosen codes, each with its units' own words, to see what they have in common. */
export function ChosenCodes({ ids }: { readonly ids: readonly CodeId[] }) {
  const { say } = useWords();
  const { layout, isReadOnly } = useBoardContext();
  const [limit, setLimit] = useState(pageSize);
  const codeIds = useMemo(() => ids.slice(0, 500), [ids]);
  const units =
    useApi('codes.units', { codeIds, limit }, { keepPrevious: true }).data ?? nobody;
  const mayHaveMore = units.length === limit && limit < 500;
  return (
    <InspectorPane
      label={say('board.chosenCodes', { count: ids.length })}
      {...(isReadOnly ? {} : { foot: <ChosenFoot ids={ids} /> })}
    >
      {codeIds.map((id) => {
        const own = units.filter((unit) => unit.codeIds.includes(id));
        if (own.length === 0 && mayHaveMore) return null;
        return (
          <section key={id} className="chosen-code">
            <h3 className="chosen-code-name">{layout.codeById.get(id)?.name}</h3>
            {own.length > 0 && <UnitList units={own} />}
          </section>
        );
      })}
      {mayHaveMore && (
        <Button onPress={() => setLimit(Math.min(500, limit + 120))}>
          {say('board.showMore')}
        </Button>
      )}
    </InspectorPane>
  );
}
