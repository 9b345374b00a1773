import { ArrowLeft, Ellipsis, Merge, Pencil, Split, Trash2 } from 'lucide-react';
import { type RefObject, useMemo, useRef, useState } from 'react';

import type { Code } from '../../shared/domain/code.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn, useApi } from '../api.ts';
import { InspectorPane } from '../InspectorPane.tsx';
import { runCommand } from '../keys/commands.ts';
import { CategoryPicker } from '../pickers/CategoryPicker.tsx';
import { usePlace } from '../place.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toasts.ts';
import { sayProblem, useWords } from '../words.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { Memos } from './Memos.tsx';
import { MergeCodes } from './MergeCodes.tsx';
import { SplitCode } from './SplitCode.tsx';
import { UnitList } from './UnitList.tsx';
import { useCodeBook } from './useCodeBook.ts';
import './CodePanel.css';

export interface CodePanelProps {
  readonly codeId: CodeId;
  /** A way back to what was looked at before, at the top. */
  readonly goBack?: { readonly words: string; readonly onPress: () => void };
}

interface PartProps {
  readonly code: Code;
  readonly isReadOnly: boolean;
  /** Runs an act; what is refused is shown at the top. */
  readonly attempt: (act: () => Promise<unknown>) => void;
}

const texts = ['definition', 'inclusion', 'exclusion'] as const;

function Texts({ code, isReadOnly, attempt }: PartProps) {
  const { say } = useWords();
  return texts.map((field) => (
    <TextArea
      key={`${code.id} ${field}`}
      label={say(`inspector.code.${field}`)}
      rows={field === 'definition' ? 2 : 1}
      value={code[field]}
      placeholder={isReadOnly ? '' : say(`inspector.code.${field}.placeholder`)}
      isReadOnly={isReadOnly}
      onCommit={(text) =>
        attempt(() => call('codes.describe', { codeId: code.id, [field]: text }))
      }
    />
  ));
}

function Placement({ code, isReadOnly, attempt }: PartProps) {
  const { say } = useWords();
  const book = useCodeBook();
  const [isMoving, setIsMoving] = useState(false);
  const path = book.pathOf(code.id);
  return (
    <div className="code-placement">
      <p className="code-placement-path">
        <span className="ink-2">{say('inspector.placement')}</span>{' '}
        {path.length === 0
          ? say('inspector.notPlaced')
          : path.map(({ name }) => name).join(' › ')}
      </p>
      {!isReadOnly && !isMoving && (
        <Button kind="link" onPress={() => setIsMoving(true)}>
          {say('inspector.placement.change')}
        </Button>
      )}
      {isMoving && (
        <CategoryPicker
          label={say('inspector.placement.to')}
          none={say('inspector.notPlaced')}
          autoFocus
          onChoose={(categoryId) => {
            setIsMoving(false);
            attempt(() => call('codes.move', { codeIds: [code.id], categoryId }));
          }}
          onEnterEmpty={() => setIsMoving(false)}
        />
      )}
    </div>
  );
}

const firstPage = 30;
const nextPage = 100;

function Units({ code }: { readonly code: Code }) {
  const { say } = useWords();
  const [limit, setLimit] = useState(firstPage);
  const codeIds = useMemo(() => [code.id], [code.id]);
  const units = useApi('codes.units', { codeIds, limit }, { keepPrevious: true }).data;
  if (code.support.units === 0)
    return <p className="ink-2">{say('inspector.code.unused')}</p>;
  return (
    units && (
      <UnitList
        units={units}
        total={code.support.units}
        onMore={() => setLimit(Math.min(500, limit + nextPage))}
      />
    )
  );
}

type Shown = 'merge' | 'split' | null;

function useEntries(
  { code, isReadOnly, attempt }: PartProps,
  more: {
    readonly show: (shown: Shown) => void;
    readonly rename: () => void;
  },
): readonly MenuEntry[] {
  const { say } = useWords();
  if (isReadOnly) return [];
  const remove = () =>
    attempt(async () => {
      await call('codes.remove', { codeIds: [code.id] });
      usePlace.getState().select(null);
      showToast({
        words: say('inspector.code.removed', { code: code.name }),
        action: {
          words: say('inspector.undo'),
          onAction: () => void runCommand('steps.undo'),
        },
      });
    });
  const { units } = code.support;
  return [
    {
      id: 'rename',
      words: say('inspector.code.rename'),
      icon: Pencil,
      onAction: more.rename,
    },
    {
      id: 'merge',
      words: say('inspector.code.merge'),
      icon: Merge,
      onAction: () => more.show('merge'),
    },
    ...(units > 1
      ? [
          {
            id: 'split',
            words: say('inspector.code.split'),
            icon: Split,
            onAction: () => more.show('split'),
          },
        ]
      : []),
    {
      id: 'remove',
      words: say('inspector.code.removeCode'),
      description: say('inspector.code.removeFrom', { count: units }),
      icon: Trash2,
      onAction: remove,
    },
  ];
}

function CodeFields(
  props: PartProps & { readonly nameRef: RefObject<HTMLInputElement | null> },
) {
  const { code, isReadOnly, attempt, nameRef } = props;
  const { say } = useWords();
  const [hasMemos, setHasMemos] = useState(false);
  const about = useMemo(() => ({ codeId: code.id }), [code.id]);
  const memos = useApi('memos.about', about).data ?? [];
  return (
    <>
      <TextField
        key={code.id}
        label={say('inspector.code.name')}
        value={code.name}
        isReadOnly={isReadOnly}
        controlRef={nameRef}
        onCommit={(name) =>
          name.trim() !== '' &&
          attempt(() => call('codes.rename', { codeId: code.id, name: name.trim() }))
        }
      />
      <Texts {...props} />
      <ColourChoice
        value={code.colour}
        isDisabled={isReadOnly}
        onChange={(colour) =>
          attempt(() => call('codes.colour', { codeId: code.id, colour }))
        }
      />
      <Placement {...props} />
      <Disclosure
        title={say('inspector.memos')}
        fact={memos.length > 0 ? memos.length : undefined}
        isOpen={hasMemos}
        onChange={setHasMemos}
      >
        <Memos about={about} isReadOnly={isReadOnly} />
      </Disclosure>
      <h3 className="code-units-title">
        {say('inspector.code.units', { count: code.support.units })}
      </h3>
      <Units key={code.id} code={code} />
    </>
  );
}

/** Everything about one code, in the inspector: what it means, where it stands, the units that carry it. */
export function CodePanel({ codeId, goBack }: CodePanelProps) {
  const { say } = useWords();
  const book = useCodeBook();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [shown, setShown] = useState<Shown>(null);
  const nameRef = useRef<HTMLInputElement>(null);
  const code = book.byId.get(codeId);
  const attempt = (act: () => Promise<unknown>) => {
    setProblem(null);
    act().catch((error: unknown) => setProblem(problemIn(error)));
  };
  const part = code && { code, isReadOnly, attempt };
  const rename = () => {
    // The menu gives the focus back to its button first.
    requestAnimationFrame(() => nameRef.current?.select());
  };
  return (
    <InspectorPane
      label={say('inspector.code')}
      {...(part
        ? {
            title: (
              <span className="code-panel-title">
                <Swatch slot={book.slotOf(codeId)} /> {part.code.name}
              </span>
            ),
            facts: say('inspector.code.units', { count: part.code.support.units }),
            actions: !isReadOnly && (
              <CodeMenu part={part} show={setShown} rename={rename} />
            ),
          }
        : {})}
    >
      {goBack && <WayBack {...goBack} />}
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {part ? (
        <CodeFields {...part} nameRef={nameRef} />
      ) : (
        <p className="ink-2">{say('inspector.code.gone')}</p>
      )}
      <CodeDialogs codeId={codeId} shown={shown} close={() => setShown(null)} />
    </InspectorPane>
  );
}

function WayBack({ words, onPress }: NonNullable<CodePanelProps['goBack']>) {
  return (
    <Button kind="quiet" size="small" icon={ArrowLeft} onPress={onPress}>
      {words}
    </Button>
  );
}

/** What the menu opened; a code that comes of it is then the one that is shown. */
function CodeDialogs({
  codeId,
  shown,
  close,
}: {
  readonly codeId: CodeId;
  readonly shown: Shown;
  readonly close: () => void;
}) {
  const onClose = (made?: CodeId) => {
    close();
    if (made) usePlace.getState().select({ kind: 'code', id: made });
  };
  if (shown === 'merge') return <MergeCodes ids={[codeId]} onClose={onClose} />;
  if (shown === 'split') return <SplitCode codeId={codeId} onClose={onClose} />;
  return null;
}

function CodeMenu(props: {
  readonly part: PartProps;
  readonly show: (shown: Shown) => void;
  readonly rename: () => void;
}) {
  const { say } = useWords();
  const entries = useEntries(props.part, props);
  return (
    <MenuButton
      label={say('inspector.code.menu')}
      icon={Ellipsis}
      isIconOnly
      entries={entries}
    />
  );
}
