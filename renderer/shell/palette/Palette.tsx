import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

import { openSearch } from '../../searchState.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { classes } from '../../ui/given.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { KeyHints } from '../../ui/KeyHints.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useWords } from '../../words.ts';
import { piecesOf } from './matching.ts';
import { groupWords, type PaletteItem } from './paletteItems.tsx';
import {
  type PaletteGroup,
  rememberChosen,
  type Scope,
  usePalette,
} from './usePalette.ts';
import './Palette.css';

interface RowProps {
  readonly item: PaletteItem;
  readonly id: string;
  readonly typed: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

function Row({ item, id, typed, isActive, onChoose, onPoint }: RowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes('palette-row', isActive && 'palette-row-active')}
      onClick={onChoose}
      onKeyDown={() => undefined}
      onPointerMove={onPoint}
    >
      <span className="palette-mark">{item.mark}</span>
      <span className={classes('palette-words', item.isQuotation && 'read-small')}>
        {piecesOf(item.words, typed).map((piece, index) =>
          piece.isHit ? (
            <b key={index}>{piece.text}</b>
          ) : (
            <span key={index}>{piece.text}</span>
          ),
        )}
      </span>
      {item.fact !== undefined && <span className="palette-fact">{item.fact}</span>}
      {item.keys !== undefined && <Kbd keys={item.keys} />}
    </div>
  );
}

interface ListProps {
  readonly groups: readonly PaletteGroup[];
  readonly id: string;
  readonly typed: string;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (item: PaletteItem) => void;
}

function PaletteList({ groups, id, typed, active, onActive, onChoose }: ListProps) {
  const { say } = useWords();
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { items }) => sum + items.length, 0),
  );
  return (
    <div
      className="palette-list"
      role="listbox"
      id={id}
      aria-label={say('shell.palette.found')}
    >
      {groups.map(({ group, items }, number) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p className="palette-heading" id={`${id}-${group}`}>
            {say(groupWords[group])}
          </p>
          {items.map((item, index) => {
            const place = (starts[number] ?? 0) + index;
            return (
              <Row
                key={item.id}
                item={item}
                id={`${id}-${place}`}
                typed={typed}
                isActive={place === active}
                onChoose={() => onChoose(item)}
                onPoint={() => place !== active && onActive(place)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Where the group after the active row begins. */
function nextGroupStart(groups: readonly PaletteGroup[], active: number): number {
  let start = 0;
  for (const { items } of groups) {
    start += items.length;
    if (start > active) break;
  }
  return start >= groups.flatMap(({ items }) => items).length ? 0 : start;
}

function nextActive(event: KeyboardEvent, active: number, last: number): number | null {
  if (event.key === 'ArrowDown') return active >= last ? 0 : active + 1;
  if (event.key === 'ArrowUp') return active <= 0 ? last : active - 1;
  if (event.key === 'PageDown') return Math.min(last, active + 8);
  return event.key === 'PageUp' ? Math.max(0, active - 8) : null;
}

export interface PaletteProps {
  readonly hasProject: boolean;
  readonly onClose: () => void;
}

interface FieldProps {
  readonly id: string;
  readonly typed: string;
  readonly active: number;
  readonly hasHits: boolean;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PaletteField({ id, typed, active, hasHits, onType, onKeyDown }: FieldProps) {
  const { say } = useWords();
  return (
    <div className="palette-field">
      <Icon of={Search} />
      <input
        className="palette-input"
        role="combobox"
        aria-label={say('command.palette.open')}
        aria-expanded={hasHits}
        aria-controls={id}
        aria-activedescendant={hasHits ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={say('command.palette.open')}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface NothingProps {
  readonly typed: string;
  /** Searches all that was said and written; null where there is nothing to search. */
  readonly onSearch: (() => void) | null;
}

function Nothing({ typed, onSearch }: NothingProps) {
  const { say } = useWords();
  return (
    <p className="palette-none ink-2">
      {typed === '' ? say('shell.palette.type') : say('shell.palette.none', { typed })}{' '}
      {onSearch && (
        <Button kind="link" onPress={onSearch}>
          {say('shell.palette.inAll.enter')}
        </Button>
      )}
    </p>
  );
}

/** One field for doing, going and finding (design.md 5.19). */
export function Palette({ hasProject, onClose }: PaletteProps) {
  const { say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<Scope>('all');
  const [active, setActive] = useState(0);
  const content = useRef<HTMLDivElement>(null);
  const groups = usePalette(typed, scope, hasProject);
  const items = groups.flatMap((group) => group.items);
  const now = Math.min(active, Math.max(0, items.length - 1));

  useEffect(() => {
    document.getElementById(`${id}-${now}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, now]);
  const found = say('shell.palette.hits', { count: items.length });
  useEffect(() => {
    if (typed.trim() === '') return undefined;
    const timer = setTimeout(() => announce(found), 400);
    return () => clearTimeout(timer);
  }, [found, typed]);

  const choose = (item: PaletteItem) => {
    rememberChosen(item);
    onClose();
    // After the focus has come back to where it was, so that the command acts there.
    setTimeout(() => item.run(), 60);
  };
  const canSearch = hasProject && typed.trim() !== '';
  const searchAll = () => {
    onClose();
    setTimeout(() => openSearch(typed.trim()), 60);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = nextActive(event, now, items.length - 1);
    const item = items[now];
    if (next !== null) setActive(next);
    else if (event.key === 'Tab' && !event.shiftKey && groups.length > 1)
      setActive(nextGroupStart(groups, now));
    else if (event.key === 'Enter' && item) choose(item);
    else if (event.key === 'Enter' && canSearch) searchAll();
    else return;
    event.preventDefault();
    // The dialog would move the focus; Shift Tab still leads to what is searched among.
    event.stopPropagation();
  };
  return (
    <Dialog title={say('command.palette.open')} isOpen onClose={onClose} isBare>
      <div className="palette" ref={content}>
        <PaletteField
          id={id}
          typed={typed}
          active={now}
          hasHits={items.length > 0}
          onKeyDown={onKeyDown}
          onType={(text) => {
            setTyped(text);
            setActive(0);
          }}
        />
        {hasProject && (
          <div className="palette-scopes">
            <Segmented
              label={say('shell.palette.scope')}
              value={scope}
              onChange={(chosen) => {
                setScope(chosen);
                setActive(0);
              }}
              choices={[
                { value: 'all', words: say('shell.palette.all') },
                { value: 'do', words: say('shell.palette.do') },
                { value: 'go', words: say('shell.palette.go') },
                { value: 'text', words: say('shell.palette.text') },
              ]}
            />
          </div>
        )}
        {items.length === 0 ? (
          <Nothing typed={typed.trim()} onSearch={canSearch ? searchAll : null} />
        ) : (
          <PaletteList
            groups={groups}
            id={id}
            typed={typed.trim()}
            active={now}
            onActive={setActive}
            onChoose={choose}
          />
        )}
        <div className="palette-foot">
          <KeyHints
            hints={[
              { keys: 'Enter', words: say('shell.palette.hint.enter') },
              { keys: 'Tab', words: say('shell.palette.hint.tab') },
              { keys: 'Esc', words: say('shell.palette.hint.esc') },
            ]}
          />
          <span className="ink-2 type-s">{found}</span>
        </div>
      </div>
    </Dialog>
  );
}
