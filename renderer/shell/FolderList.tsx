import { File, Folder } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

import type { FolderEntry } from '../../shared/domain/appInfo.ts';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { sayWhen, useWords } from '../words.ts';

export interface FolderListProps {
  readonly label: string;
  readonly entries: readonly FolderEntry[];
  readonly chosen: readonly string[];
  readonly isMany: boolean;
  /** The list takes the focus when it appears. */
  readonly isFirst: boolean;
  readonly onChoose: (paths: readonly string[]) => void;
  /** A path was begun or pasted here, where there is no field for it. */
  readonly onPath: (text: string) => void;
  readonly onEnter: (entry: FolderEntry) => void;
  readonly onUp: () => void;
}

function nextIndex(key: string, from: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(last, from + 1);
  if (key === 'ArrowUp') return Math.max(0, from - 1);
  if (key === 'PageDown') return Math.min(last, from + 10);
  if (key === 'PageUp') return Math.max(0, from - 10);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/** The letters typed lately, forgotten after a pause. */
function useTypeAhead(): (key: string) => string {
  const typed = useRef({ text: '', at: 0 });
  return (key) => {
    const now = performance.now();
    const before = now - typed.current.at < 800 ? typed.current.text : '';
    typed.current = { text: before + key.toLowerCase(), at: now };
    return typed.current.text;
  };
}

/** One file, one more or less, or all from the last one that was chosen alone. */
type Manner = 'only' | 'also' | 'through';

function useChoosing({ entries, chosen, isMany, onChoose }: FolderListProps) {
  const [active, setActive] = useState(0);
  const from = useRef(0);
  const through = (index: number) =>
    entries
      .slice(Math.min(from.current, index), Math.max(from.current, index) + 1)
      .flatMap((entry) => (entry.isFolder ? [] : entry.path));
  const toggled = (path: string) =>
    chosen.includes(path) ? chosen.filter((one) => one !== path) : [...chosen, path];
  const pick = (index: number, manner: Manner) => {
    const entry = entries[index];
    setActive(index);
    if (!entry) return;
    if (isMany && manner === 'through') return onChoose(through(index));
    from.current = index;
    if (isMany && manner === 'also' && !entry.isFolder) onChoose(toggled(entry.path));
    else onChoose(entry.isFolder ? [] : [entry.path]);
  };
  const pickAll = () =>
    onChoose(entries.flatMap((entry) => (entry.isFolder ? [] : entry.path)));
  return { active, pick, pickAll };
}

const mannerOf = (event: KeyboardEvent | MouseEvent): Manner => {
  if (event.shiftKey) return 'through';
  return event.ctrlKey || event.metaKey ? 'also' : 'only';
};

/** What a folder holds, as a listbox: arrows, Enter, Space and Shift for several, Backspace for the folder above. */
export function FolderList(props: FolderListProps) {
  const { entries, chosen, isMany, onEnter } = props;
  const { language } = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { active, pick, pickAll } = useChoosing(props);
  const typeAhead = useTypeAhead();
  const isFirst = useRef(props.isFirst);
  useEffect(() => {
    if (isFirst.current) list.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const findTyped = (key: string) => {
    const text = typeAhead(key);
    const found = entries.findIndex(({ name }) => name.toLowerCase().startsWith(text));
    if (found >= 0) pick(found, 'only');
  };
  const act = (key: string, entry: FolderEntry | undefined): boolean => {
    if (key === 'Enter' && entry) onEnter(entry);
    else if (key === ' ' && entry) pick(active, 'also');
    else if (key === 'Backspace') props.onUp();
    else if (key === '/') props.onPath(key);
    else return false;
    return true;
  };
  const command = (event: KeyboardEvent): boolean => {
    if (isMany && event.key === 'a' && (event.ctrlKey || event.metaKey)) pickAll();
    else if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    else findTyped(event.key);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, active, entries.length - 1);
    if (next !== null) pick(next, mannerOf(event));
    else if (!act(event.key, entries[active]) && !command(event)) return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    props.onPath(event.clipboardData.getData('text/plain').trim());
  };

  return (
    <div
      ref={list}
      className="folder-list focus-inside"
      role="listbox"
      aria-label={props.label}
      aria-multiselectable={isMany}
      aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      {entries.map((entry, index) => (
        <div
          key={entry.path}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={chosen.includes(entry.path)}
          className={classes('folder-entry', index === active && 'folder-entry-active')}
          onClick={(event) => pick(index, mannerOf(event))}
          onDoubleClick={() => onEnter(entry)}
          onKeyDown={() => undefined}
        >
          <Icon of={entry.isFolder ? Folder : File} />
          <span className="folder-entry-name">{entry.name}</span>
          {!entry.isFolder && (
            <span className="ink-3 type-s">{sayWhen(language, entry.changedAt)}</span>
          )}
        </div>
      ))}
    </div>
  );
}
