import { useState } from 'react';

import type { Category } from '../../shared/domain/category.ts';
import type { Problem } from '../../shared/errors.ts';
import { useAct } from '../api.ts';
import { Memos } from '../codes/Memos.tsx';
import { InspectorPane } from '../InspectorPane.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { useBoardContext } from './boardContext.ts';
import { categoryKey, codesUnder, hasOtherPlace } from './boardLayout.ts';
import { goTo, useBoard } from './boardStore.ts';
import { ColourChoice } from '../codes/ColourChoice.tsx';
import { levelInSentence } from './levelWords.ts';
import { useSupportWords } from './SupportFacts.tsx';
import { UnitPages } from './UnitPages.tsx';

interface PanelProps {
  readonly category: Category;
}

function CategoryFields({ category }: PanelProps) {
  const { say } = useWords();
  const { acts, isReadOnly } = useBoardContext();
  const describe = useAct('categories.describe');
  const colour = useAct('categories.colour');
  const [refused, setRefused] = useState<Problem | null>(null);
  const { id: categoryId } = category;
  const toBoard = () => goTo(categoryKey(categoryId));
  return (
    <>
      <TextField
        label={say('board.name')}
        value={category.name}
        isReadOnly={isReadOnly}
        onCommit={(name) =>
          void acts.rename(categoryKey(categoryId), name).then(setRefused)
        }
        {...(refused ? { error: sayProblem(say, refused) } : {})}
      />
      {(['definition', 'inclusion', 'exclusion'] as const).map((field) => (
        <TextArea
          key={field}
          label={say(`board.${field}`)}
          value={category[field]}
          isReadOnly={isReadOnly}
          rows={field === 'definition' ? 2 : 1}
          {...(field === 'definition'
            ? { placeholder: say('board.definitionHint') }
            : {})}
          onCommit={(text) =>
            void describe.act({ categoryId, [field]: text }).catch(() => {})
          }
          onCtrlEnter={toBoard}
        />
      ))}
      {!isReadOnly && (
        <ColourChoice
          value={category.colour}
          onChange={(slot) =>
            void colour.act({ categoryId, colour: slot }).catch(() => {})
          }
        />
      )}
      {(describe.problem ?? colour.problem) && (
        <Banner kind="error">
          {sayProblem(say, (describe.problem ?? colour.problem)!)}
        </Banner>
      )}
    </>
  );
}

function CategoryFoot({ category }: PanelProps) {
  const { say } = useWords();
  const { acts, layout, project } = useBoardContext();
  const depth = category.depth - 1;
  return (
    <div className="inspector-buttons">
      {hasOtherPlace(layout, category.id) && (
        <Button
          onPress={() =>
            useBoard.setState({ dialog: { kind: 'moveCategory', id: category.id } })
          }
        >
          {say('board.moveTo')}
        </Button>
      )}
      {depth > 0 && (
        <Button
          onPress={() =>
            useBoard.setState({
              dialog: { kind: 'create', codeIds: [], parentId: category.id, depth },
            })
          }
        >
          {say('board.newEllipsis', { level: levelInSentence(project.levels, depth) })}
        </Button>
      )}
      <Button onPress={() => void acts.dissolve(category.id)}>
        {say('board.dissolve')}
      </Button>
    </div>
  );
}

/** A category: what it means, what belongs in it, and the words it rests on. */
export function CategoryPanel({ category }: PanelProps) {
  const { say } = useWords();
  const { layout, colours, project, isReadOnly } = useBoardContext();
  const supportWords = useSupportWords();
  const codes = codesUnder(layout, category.id);
  // Above the level that has the colours there is none; the dashed ring is for what is not placed.
  const slot = colours.ofCategory.get(category.id) ?? null;
  return (
    <InspectorPane
      label={category.name}
      title={
        <span className="panel-title">
          {slot !== null && <Swatch slot={slot} />}
          {category.name}
        </span>
      }
      facts={levelInSentence(project.levels, category.depth)}
      {...(isReadOnly ? {} : { foot: <CategoryFoot category={category} /> })}
    >
      <p className="panel-facts">
        {say('board.codes', { count: codes.length })}, {supportWords(category.support)}
      </p>
      <CategoryFields category={category} />
      <section className="panel-units">
        <h3 className="panel-heading">{say('board.unitsHeading')}</h3>
        {category.support.units === 0 ? (
          <p className="ink-2">{say('board.noUnits')}</p>
        ) : (
          <UnitPages categoryId={category.id} total={category.support.units} />
        )}
      </section>
      <section>
        <h3 className="panel-heading">{say('board.memos')}</h3>
        <Memos about={{ categoryId: category.id }} isReadOnly={isReadOnly} />
      </section>
    </InspectorPane>
  );
}
