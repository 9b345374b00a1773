import { Ellipsis, Star, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import type { Project } from '../../shared/domain/project.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { call, useApi } from '../api.ts';
import { Memos } from '../codes/Memos.tsx';
import { InspectorPane } from '../InspectorPane.tsx';
import { runCommand } from '../keys/commands.ts';
import { keysOf, type CommandId } from '../keys/keymap.ts';
import { ThemePicker } from '../pickers/ThemePicker.tsx';
import { usePlace } from '../place.ts';
import { goToReview } from '../reviewing.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { given } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useWords } from '../words.ts';
import { focusText, selectText } from './caret.ts';
import { focusInspector, useWantedFocus } from './inspectorFocus.ts';
import { attempt, type OpenTranscript } from './openTranscript.ts';
import { UnitCodes } from './UnitCodes.tsx';
import { endOfUnit } from './unitsAt.ts';
import './UnitInspector.css';

interface PartProps {
  readonly unit: MeaningUnit;
  readonly open: OpenTranscript;
  readonly project: Project;
  /** Back to the text, after the unit. */
  readonly onDone: () => void;
}

function Condensation({ unit, open, onDone }: PartProps) {
  const { say } = useWords();
  const control = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(unit.condensed);
  useWantedFocus('condensed', control);
  return (
    <TextArea
      label={say('inspector.condensation')}
      fact={say('inspector.words', { count: countWords(draft), of: unit.words })}
      rows={2}
      lang={open.transcript.language}
      value={unit.condensed}
      placeholder={open.isReadOnly ? '' : say('inspector.condensation.placeholder')}
      isReadOnly={open.isReadOnly}
      controlRef={control}
      enterCommits
      onDraft={setDraft}
      onCommit={(text) =>
        void attempt(open, () => call('meaningUnits.condense', { unitId: unit.id, text }))
      }
      onEnter={() => focusInspector('code')}
      onCtrlEnter={onDone}
    />
  );
}

function Interpretation({ unit, open, project, onDone }: PartProps) {
  const { say } = useWords();
  const isUsual = project.content !== 'manifest';
  const [isOpen, setIsOpen] = useState(isUsual || unit.interpretation !== '');
  return (
    <Disclosure
      title={say('inspector.interpretation')}
      fact={isUsual ? undefined : say('inspector.optional')}
      isOpen={isOpen}
      onChange={setIsOpen}
    >
      <TextArea
        label={say('inspector.interpretation')}
        isLabelHidden
        rows={2}
        lang={open.transcript.language}
        value={unit.interpretation}
        placeholder={open.isReadOnly ? '' : say('inspector.interpretation.placeholder')}
        isReadOnly={open.isReadOnly}
        onCommit={(text) =>
          void attempt(open, () =>
            call('meaningUnits.interpret', { unitId: unit.id, text }),
          )
        }
        onCtrlEnter={onDone}
      />
    </Disclosure>
  );
}

function Themes({ unit, open, onDone }: PartProps) {
  const { say } = useWords();
  const unitIds = [unit.id];
  const [isOpen, setIsOpen] = useState(unit.themeIds.length > 0);
  return (
    <Disclosure
      title={say('inspector.themes')}
      fact={unit.themeIds.length || say('inspector.optional')}
      isOpen={isOpen}
      onChange={setIsOpen}
    >
      <ThemePicker
        label={say('inspector.themes')}
        isLabelHidden
        chosenIds={unit.themeIds}
        onChoose={(themeId) =>
          void attempt(open, () => call('themes.link', { themeId, unitIds }))
        }
        onRemove={(themeId) =>
          void attempt(open, () => call('themes.unlink', { themeId, unitIds }))
        }
        onCreate={(name) =>
          void attempt(open, async () => {
            const { id } = await call('themes.create', { name });
            await call('themes.link', { themeId: id, unitIds });
          })
        }
        onCtrlEnter={onDone}
      />
    </Disclosure>
  );
}

function UnitMemos({ unit, open, onDone }: PartProps) {
  const { say } = useWords();
  const about = useMemo(() => ({ unitId: unit.id }), [unit.id]);
  const memos = useApi('memos.about', about).data ?? [];
  const control = useRef<HTMLTextAreaElement>(null);
  useWantedFocus('memo', control);
  return (
    <section className="unit-memos" aria-label={say('inspector.memos')}>
      {memos.length > 0 && (
        <p className="field-head">
          <span className="field-label">{say('inspector.memos')}</span>
          <span className="field-fact">{memos.length}</span>
        </p>
      )}
      <Memos
        about={about}
        isReadOnly={open.isReadOnly}
        controlRef={control}
        onCtrlEnter={onDone}
      />
    </section>
  );
}

const unitCommands: readonly CommandId[] = [
  'transcript.latestCode',
  'transcript.moveEnds',
  'transcript.retire',
];

function Actions({ unit, open }: PartProps) {
  const { say } = useWords();
  if (open.isReadOnly) return null;
  return (
    <>
      <IconButton
        icon={Star}
        label={say(unit.isQuotable ? 'inspector.unstar' : 'inspector.star')}
        keys="S"
        isPressed={unit.isQuotable}
        className={unit.isQuotable ? 'unit-star' : ''}
        onPress={() =>
          void attempt(open, () =>
            call('meaningUnits.star', {
              unitIds: [unit.id],
              isQuotable: !unit.isQuotable,
            }),
          )
        }
      />
      <MenuButton
        label={say('inspector.menu')}
        icon={Ellipsis}
        isIconOnly
        entries={unitCommands.map((id) => ({
          id,
          words: say(`command.${id}`),
          ...given({ keys: keysOf(id) ?? undefined }),
          onAction: () => {
            focusText();
            runCommand(id);
          },
        }))}
      />
    </>
  );
}

function UnitFields(props: PartProps): ReactNode {
  const { unit, open, project } = props;
  const { say } = useWords();
  return (
    <>
      <blockquote className="quotation" lang={open.transcript.language}>
        {unit.text}
      </blockquote>
      {unit.reviewReason !== null && (
        <p className="unit-doubt">
          <Icon of={TriangleAlert} /> {say('inspector.inDoubt')}{' '}
          <Button kind="link" size="small" onPress={() => goToReview(unit.id)}>
            {say('inspector.inDoubt.review')}
          </Button>
        </p>
      )}
      <Condensation key={`condensed ${unit.id}`} {...props} />
      <UnitCodes key={`codes ${unit.id}`} unit={unit} open={open} onDone={props.onDone} />
      <Interpretation key={`interpretation ${unit.id}`} {...props} />
      {project.hasThemes && <Themes key={`themes ${unit.id}`} {...props} />}
      <UnitMemos key={`memos ${unit.id}`} {...props} />
    </>
  );
}

export interface UnitInspectorProps {
  readonly unitId: MeaningUnitId;
  readonly open: OpenTranscript;
  readonly project: Project;
}

/** Everything about the selected unit, in the order one works: words, condensation, codes, what they mean. */
export function UnitInspector({ unitId, open, project }: UnitInspectorProps) {
  const { say } = useWords();
  const { data: unit, problem } = useApi('meaningUnits.read', { unitId });
  const isGone = problem?.code === 'gone';
  useEffect(() => {
    if (isGone) usePlace.getState().select(null);
  }, [isGone]);
  const onDone = () => {
    const drawn = open.units.find(({ id }) => id === unitId);
    if (drawn) selectText(endOfUnit(drawn));
    else focusText();
  };
  const part = unit && { unit, open, project, onDone };
  const place = unit && [unit.speaker, unit.turnLabel].filter(Boolean).join(', ');
  return (
    <InspectorPane
      label={say('inspector.unit')}
      {...given({
        title: unit && say('transcript.unit', { n: unit.number }),
        facts: place || undefined,
        actions: part && <Actions {...part} />,
        foot: open.isReadOnly ? undefined : (
          <KeyHints hints={[{ keys: 'Ctrl Enter', words: say('inspector.back') }]} />
        ),
      })}
    >
      {part && <UnitFields {...part} />}
    </InspectorPane>
  );
}
