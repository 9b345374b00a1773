import { File, Folder } from 'lucide-react';
import {
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
  /** The list has the focus when it appears. */
  readonly isFirst: boolean;
  readonly onChoose: (paths: readonly string[]) => void;
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

/** What a folder holds, as a listbox: arrows, Enter, Space for several, Backspace for the folder above. */
export function FolderList(props: FolderListProps) {
  const { entries, chosen, isMany, onChoose, onEnter } = props;
  const { language } = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const typeAhead = useTypeAhead();
  const { isFirst } = props;
  useEffect(() => {
    if (isFirst) list.current?.focus();
  }, [isFirst]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const toggle = (path: string) =>
    onChoose(
      chosen.includes(path) ? chosen.filter((one) => one !== path) : [...chosen, path],
    );
  const pick = (index: number, isAlso: boolean) => {
    const entry = entries[index];
    setActive(index);
    if (!entry) return;
    if (isMany && isAlso && !entry.isFolder) toggle(entry.path);
    else onChoose(entry.isFolder ? [] : [entry.path]);
  };
  const findTyped = (key: string) => {
    const text = typeAhead(key);
    const found = entries.findIndex(({ name }) => name.toLowerCase().startsWith(text));
    if (found >= 0) pick(found, false);
  };
  const act = (key: string, entry: FolderEntry | undefined): boolean => {
    if (key === 'Enter' && entry) onEnter(entry);
    else if (key === ' ' && entry) pick(active, true);
    else if (key === 'Backspace') props.onUp();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const next = nextIndex(key, active, entries.length - 1);
    if (next !== null) pick(next, event.ctrlKey);
    else if (!act(key, entries[active])) {
      if (key.length !== 1 || !isPlain) return;
      findTyped(key);
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, index: number) =>
    pick(index, event.ctrlKey || event.metaKey || event.shiftKey);

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
    >
      {entries.map((entry, index) => (
        <div
          key={entry.path}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={chosen.includes(entry.path)}
          className={classes('folder-entry', index === active && 'folder-entry-active')}
          onClick={(event) => onClick(event, index)}
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
