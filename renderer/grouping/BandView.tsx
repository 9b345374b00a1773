import { ChevronRight, Plus } from 'lucide-react';
import { memo, useCallback, useMemo } from 'react';

import type { CategoryId } from '../../shared/domain/ids.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import type { BoardContextValue } from './boardContext.ts';
import {
  type Band,
  categoryKey,
  codeKey,
  type Column,
  type NodeKey,
} from './boardLayout.ts';
import { carriedCodes, focusOn, setOpen, useBoard } from './boardStore.ts';
import { ColumnView, landingClass } from './ColumnView.tsx';
import { showInspector } from '../inspector.ts';
import { countOfLevel, levelInSentence } from './levelWords.ts';
import { RenameField } from './RenameField.tsx';
import { useSupportWords } from './SupportFacts.tsx';

export interface BandViewProps {
  readonly band: Band;
  readonly board: BoardContextValue;
  readonly position: number;
  readonly count: number;
  readonly stop: NodeKey | null;
}

export function bandKey(band: Band): NodeKey {
  return band.category ? categoryKey(band.category.id) : 'orphans';
}

function useBandFacts({ band, board }: BandViewProps): string {
  const { say } = useWords();
  const supportWords = useSupportWords();
  const { levels } = board.project;
  const { category, categories, codes } = band;
  const isNested = band.bands.length > 0;
  return useMemo(() => {
    const facts = [say('board.codes', { count: codes })];
    if (categories > 0)
      facts.unshift(
        isNested
          ? say('board.categories', { count: categories })
          : countOfLevel(levels, 1, categories),
      );
    return [...facts, ...(category ? [supportWords(category.support)] : [])].join(', ');
  }, [say, supportWords, levels, category, categories, codes, isNested]);
}

/** Its name, and its level unless it is the band of what has no parent. */
function useBandName({ band, board }: BandViewProps): readonly [string, string | null] {
  const { say } = useWords();
  const { levels } = board.project;
  const { category } = band;
  if (category) return [category.name, levelInSentence(levels, category.depth)];
  return [say('board.orphans', { level: levelInSentence(levels, board.topDepth) }), null];
}

function Toggle(props: {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
}) {
  const { id, name, isOpen } = props;
  const { say } = useWords();
  return (
    <button
      type="button"
      className={classes('band-toggle', isOpen && 'band-toggle-open')}
      tabIndex={-1}
      aria-hidden
      title={say(isOpen ? 'board.close' : 'board.open', { name })}
      onClick={() => setOpen(id, !isOpen)}
    >
      <Icon of={ChevronRight} />
    </button>
  );
}

function BandName({ band, board, name }: BandViewProps & { readonly name: string }) {
  const key = bandKey(band);
  const isRenamed = useBoard((state) => state.renaming === key);
  const { category } = band;
  const hasSwatch = category && category.depth < board.topDepth;
  return (
    <>
      {hasSwatch && <Swatch slot={board.colours.ofCategory.get(category.id) ?? null} />}
      {isRenamed ? (
        <RenameField nodeKey={key} name={name} />
      ) : (
        <span className="band-name">{name}</span>
      )}
    </>
  );
}

function BandHead(props: BandViewProps) {
  const { band, stop } = props;
  const { say } = useWords();
  const key = bandKey(band);
  const { category } = band;
  const isOpen = useBoard((state) => !state.collapsed.has(band.id));
  const facts = useBandFacts(props);
  const [name, level] = useBandName(props);
  return (
    <div
      role="treeitem"
      className="band-head"
      data-node={key}
      aria-level={band.level}
      aria-posinset={props.position}
      aria-setsize={props.count}
      aria-expanded={isOpen}
      aria-selected={false}
      tabIndex={stop === key ? 0 : -1}
      {...(category ? { 'data-drop': `in:${category.id}` } : {})}
    >
      <Toggle id={band.id} name={name} isOpen={isOpen} />
      <BandName {...props} name={name} />
      <span className="visually-hidden">
        {level ? `, ${level}, ${facts}` : `, ${facts}`}
      </span>
      <span className="band-facts" aria-hidden>
        {facts}
      </span>
      {category && (
        <Button
          kind="link"
          tabIndex={-1}
          aria-hidden
          onPress={() => {
            focusOn(key);
            showInspector();
          }}
        >
          {say('board.definition')}
        </Button>
      )}
    </div>
  );
}

/** The place at the end of a band that makes a new category; the keyboard has Shift G for it. */
function NewPlace({ band, board }: Pick<BandViewProps, 'band' | 'board'>) {
  const { say } = useWords();
  const parentId = band.category?.id ?? null;
  const depth = (band.category?.depth ?? 2) - 1;
  const level = levelInSentence(board.project.levels, depth);
  const carried = useBoard(carriedCodes);
  const isHere = useBoard(({ drag }) => {
    const landing = drag?.landing;
    return landing?.kind === 'new' && landing.parentId === parentId;
  });
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={classes(
        'new-place',
        carried > 0 && 'new-place-open',
        isHere && 'lands-here',
      )}
      data-drop={`new:${parentId ?? ''}`}
      aria-hidden
      onClick={() =>
        useBoard.setState({ dialog: { kind: 'create', codeIds: [], parentId, depth } })
      }
    >
      <Icon of={Plus} />
      {isHere ? say('board.drop', { count: carried }) : say('board.new', { level })}
    </div>
  );
}

function holdsKey(column: Column, key: NodeKey | null): boolean {
  if (key === null) return false;
  return (
    (column.head !== null && categoryKey(column.head.id) === key) ||
    column.codes.some((code) => codeKey(code.id) === key)
  );
}

/** A category above the lowest level: its head, its columns, and the bands in it. */
export const BandView = memo(function BandView(props: BandViewProps) {
  const { band, board, stop } = props;
  const { layout, shown, colours, project } = board;
  const id: CategoryId | null = band.category?.id ?? null;
  const isOpen = useBoard((state) => !state.collapsed.has(band.id));
  const landing = useBoard((state) => landingClass(state, id));
  const stopIn = useCallback(
    (column: Column) => (holdsKey(column, stop) ? stop : null),
    [stop],
  );
  const level = layout.isFlat ? 1 : band.level + 1;
  const heads = band.columns.filter((column) => column.head);
  return (
    <div
      role="group"
      className={classes('band', `band-level-${band.level}`, landing)}
      data-ground
      {...(id ? { 'data-category': id, 'data-axis': 'y' } : { 'data-drop': 'orphans' })}
    >
      {!layout.isFlat && <BandHead {...props} />}
      {isOpen && (
        <div role="group" className="band-columns" data-ground>
          {band.columns.map((column) => (
            <ColumnView
              key={column.id}
              column={column}
              cards={shown.cardsOf(column)}
              colours={colours}
              levelName={levelInSentence(project.levels, 1)}
              level={level}
              position={heads.indexOf(column) + 1}
              count={heads.length + band.bands.length}
              stop={stopIn(column)}
            />
          ))}
        </div>
      )}
      {isOpen &&
        band.bands.map((inner, index) => (
          <BandView
            key={inner.id}
            band={inner}
            board={board}
            position={heads.length + index + 1}
            count={heads.length + band.bands.length}
            stop={stop}
          />
        ))}
      {isOpen && !board.isReadOnly && <NewPlace band={band} board={board} />}
    </div>
  );
});
