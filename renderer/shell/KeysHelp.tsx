import { useState } from 'react';

import { isOffered } from '../keys/commands.ts';
import { keymap, type KeyBinding, type KeyContext, keysOf } from '../keys/keymap.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useWords, wordsOf } from '../words.ts';
import './KeysHelp.css';

interface Row {
  readonly id: string;
  readonly words: string;
  readonly keys: readonly string[];
  readonly alsoCalled?: string;
}

/** Keys that belong to text, tables and lists as such, and so are not commands that can be changed. */
const given = {
  transcript: ['select', 'turn'],
  table: ['arrows', 'edit', 'commit', 'clear', 'copy'],
  board: ['arrows', 'choose', 'extend', 'order'],
  list: ['arrows', 'open'],
} as const;

type Part = keyof typeof given;

const parts: readonly KeyContext[] = [
  'everywhere',
  'transcript',
  'questions',
  'table',
  'board',
  'list',
  'review',
  'history',
];

function useGivenRows(part: KeyContext): readonly Row[] {
  const { say } = useWords();
  if (!(part in given)) return [];
  const rows: Readonly<Record<Part, readonly Row[]>> = {
    transcript: given.transcript.map((id) => ({
      id,
      words: say(`shell.help.transcript.${id}`),
      keys: [say(`shell.help.transcript.${id}.keys`)],
    })),
    table: given.table.map((id) => ({
      id,
      words: say(`shell.help.table.${id}`),
      keys: [say(`shell.help.table.${id}.keys`)],
    })),
    board: given.board.map((id) => ({
      id,
      words: say(`shell.help.board.${id}`),
      keys: [say(`shell.help.board.${id}.keys`)],
    })),
    list: given.list.map((id) => ({
      id,
      words: say(`shell.help.list.${id}`),
      keys: [say(`shell.help.list.${id}.keys`)],
    })),
  };
  return part === 'transcript' || part === 'table' || part === 'board' || part === 'list'
    ? rows[part]
    : [];
}

function useRow(): (binding: KeyBinding) => Row {
  const { say, language } = useWords();
  const other = wordsOf(language === 'sv' ? 'en' : 'sv').say;
  return (binding) => {
    const first = keysOf(binding.id);
    const usual = binding.keys.includes(first ?? '') ? binding.keys : [first ?? ''];
    return {
      id: binding.id,
      words: say(`command.${binding.id}`),
      alsoCalled: other(`command.${binding.id}`),
      keys: usual.filter((keys) => keys !== ''),
    };
  };
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly Row[];
}

function Rows({ title, rows }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section className="keys-help-part" aria-label={title}>
      <h3 className="keys-help-heading">{title}</h3>
      <dl className="keys-help-rows">
        {rows.map((row) => (
          <div className="keys-help-row" key={row.id}>
            <dt>{row.words}</dt>
            <dd>
              {row.keys.map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function partInFocus(): KeyContext {
  const part = document.activeElement?.closest<HTMLElement>('[data-keys]');
  return parts.find((context) => context === part?.dataset['keys']) ?? 'everywhere';
}

function PartRows({
  part,
  fits,
}: {
  readonly part: KeyContext;
  readonly fits: (row: Row) => boolean;
}) {
  const { say } = useWords();
  const rowOf = useRow();
  const givenRows = useGivenRows(part);
  if (part === 'tree') return null;
  const rows = keymap
    .filter(({ contexts }) => contexts[0] === part)
    .map(rowOf)
    .filter(({ keys }) => keys.length > 0);
  return (
    <Rows
      title={say(`settings.keys.in.${part}`)}
      rows={[...givenRows, ...rows].filter(fits)}
    />
  );
}

export interface KeysHelpProps {
  readonly onClose: () => void;
}

/** The keys: what works just here on top, everything below, with a search (design.md 5.20). */
export function KeysHelp({ onClose }: KeysHelpProps) {
  const { say } = useWords();
  const rowOf = useRow();
  // What works here is what worked before the sheet took the focus.
  const [here] = useState(partInFocus);
  const [offered] = useState(() =>
    keymap.filter(
      ({ id, contexts, keys }) =>
        keys.length > 0 &&
        isOffered(id) &&
        (here === 'everywhere' || contexts.includes(here)),
    ),
  );
  const givenHere = useGivenRows(here);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fits = ({ words, alsoCalled = '', keys }: Row) =>
    [words, alsoCalled, ...keys].some((text) => text.toLowerCase().includes(wanted));
  const inUse = [...givenHere, ...offered.map(rowOf)].filter(fits);
  return (
    <Sheet
      title={say('shell.help.title')}
      isOpen
      onClose={onClose}
      closeLabel={say('shell.close')}
      width="wide"
    >
      <div className="keys-help">
        <SearchField
          label={say('shell.help.search')}
          clearLabel={say('settings.search.clear')}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
        <p className="ink-2 type-s">{say('shell.help.change')}</p>
        <Rows title={say('shell.help.here')} rows={inUse} />
        {parts.map((part) => (
          <PartRows key={part} part={part} fits={fits} />
        ))}
      </div>
    </Sheet>
  );
}
