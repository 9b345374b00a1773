import { Plus } from 'lucide-react';
import {
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { ThemeId } from '../../shared/domain/ids.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import { call, problemIn, useApi } from '../api.ts';
import '../codes/UnitList.css';
import { useCommands } from '../keys/commands.ts';
import { keysOf } from '../keys/keymap.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { given } from '../ui/given.ts';
import { showToast } from '../ui/toasts.ts';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { sayProblem, useWords } from '../words.ts';
import { type ThemeDialog, ThemeDialogs } from './ThemeDialogs.tsx';
import { ThemeDetail, ThemeWords } from './ThemeDetail.tsx';
import { ThemeList } from './ThemeList.tsx';
import { type ThemeRow, themeRows } from './themeTree.ts';
import './Themes.css';

const nothing: readonly never[] = [];
const mostRows = 5000;

/** The list's focus: on the theme that is asked for when it has come, and never thrown away. */
function useListFocus(rows: readonly ThemeRow[], currentId: ThemeId | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const asked = useRef<ThemeId | null>(null);
  const focusOn = useCallback((id: ThemeId) => {
    const item = list.current?.querySelector<HTMLElement>(`[data-theme-id="${id}"]`);
    asked.current = item ? null : id;
    item?.focus();
  }, []);
  useLayoutEffect(() => {
    const isThere = (id: ThemeId | null | undefined) =>
      rows.some(({ theme }) => theme.id === id);
    if (asked.current) {
      if (isThere(asked.current)) focusOn(asked.current);
    } else if (document.activeElement === document.body && currentId) focusOn(currentId);
  }, [rows, currentId, focusOn]);
  return { list, focusOn };
}

interface Acts {
  readonly order: (theme: Theme, step: 1 | -1) => void;
  readonly remove: (theme: Theme) => void;
}

function useThemeActs(rows: readonly ThemeRow[], tell: (error: unknown) => void): Acts {
  const { say } = useWords();
  const attempt = async (work: Promise<unknown>, done: () => void) => {
    try {
      await work;
      tell(null);
      done();
    } catch (error) {
      tell(error);
    }
  };
  return {
    order: (theme, step) => {
      const siblings = rows
        .map((row) => row.theme)
        .filter((other) => other.parentId === theme.parentId);
      const to = siblings.indexOf(theme) + step;
      if (to < 0 || to >= siblings.length) return;
      const after = step === 1 ? siblings[to]!.id : (siblings[to - 1]?.id ?? null);
      void attempt(
        call('themes.move', { themeId: theme.id, parentId: theme.parentId, after }),
        () =>
          announce(
            say('board.placed', {
              name: theme.name,
              position: to + 1,
              count: siblings.length,
            }),
          ),
      );
    },
    remove: (theme) =>
      void attempt(call('themes.remove', { themeId: theme.id }), () => {
        const words = say('themes.removed', { name: theme.name });
        announce(words);
        showToast({
          words,
          action: {
            words: say('board.undo'),
            onAction: () => void call('steps.undo', {}),
          },
        });
      }),
  };
}

function editName(): void {
  document.querySelector<HTMLTextAreaElement>('.theme-name')?.select();
}

interface ThemesProps {
  readonly rows: readonly ThemeRow[];
  readonly isReadOnly: boolean;
}

function useCurrent(rows: readonly ThemeRow[]): Theme {
  const selected = usePlace((place) => place.selected);
  const wanted = selected?.kind === 'theme' ? selected.id : null;
  const found = rows.find(({ theme }) => theme.id === wanted);
  return (found ?? rows[0]!).theme;
}

function Themes({ rows, isReadOnly, ...opened }: ThemesProps & Opened) {
  const { say } = useWords();
  const { dialog, setDialog } = opened;
  const current = useCurrent(rows);
  const [refused, setRefused] = useState<unknown>(null);
  const { list, focusOn } = useListFocus(rows, current.id);
  const acts = useThemeActs(rows, setRefused);
  const menu = useContextMenu(say('themes.menu'));
  const request = useMemo(
    () => ({ filter: { themeIds: [current.id] }, limit: mostRows }),
    [current.id],
  );
  const units = useApi('analysisTable.rows', request).data?.rows ?? nothing;
  const go = (id: ThemeId) => {
    usePlace.getState().select({ kind: 'theme', id });
    focusOn(id);
  };
  const write = (run: () => void) => (isReadOnly ? undefined : run);
  const commands = {
    'board.rename': write(editName),
    'board.moveTo': write(() => setDialog({ kind: 'move', theme: current })),
    'board.earlier': write(() => acts.order(current, -1)),
    'board.later': write(() => acts.order(current, 1)),
    'board.retire': write(() => acts.remove(current)),
    'board.read': () => document.querySelector<HTMLElement>('.theme-name')?.focus(),
  };
  useCommands(commands);
  const onContextMenu = (event: MouseEvent, id: ThemeId) => {
    go(id);
    const entry = (key: keyof typeof commands, words: string) => ({
      id: key,
      words,
      ...given({ keys: keysOf(key) ?? undefined }),
      onAction: () => commands[key]?.(),
    });
    if (isReadOnly) return;
    menu.openFor(event, [
      entry('board.rename', say('themes.rename')),
      entry('board.moveTo', say('themes.move')),
      entry('board.retire', say('themes.remove')),
    ]);
  };
  const close = (id?: ThemeId) => {
    setDialog(null);
    go(id ?? current.id);
  };
  const problem = problemIn(refused);
  return (
    <div className="themes">
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
      <ThemeList
        rows={rows}
        currentId={current.id}
        list={list}
        onGo={go}
        onContextMenu={onContextMenu}
      />
      <ThemeDetail
        key={current.id}
        theme={current}
        isReadOnly={isReadOnly}
        rows={units}
        actions={
          <>
            <Button onPress={() => setDialog({ kind: 'new', parentId: current.id })}>
              {say('themes.newSub')}
            </Button>
            <Button onPress={() => setDialog({ kind: 'move', theme: current })}>
              {say('themes.move')}
            </Button>
            <Button onPress={() => acts.remove(current)}>{say('themes.remove')}</Button>
          </>
        }
      />
      <ThemeWords key={`words-${current.id}`} rows={units} />
      <ThemeDialogs dialog={dialog} onClose={close} />
      {menu.menu}
    </div>
  );
}

interface Opened {
  readonly dialog: ThemeDialog | null;
  readonly setDialog: (dialog: ThemeDialog | null) => void;
}

function NoThemes({
  dialog,
  setDialog,
  isReadOnly,
}: Opened & { readonly isReadOnly: boolean }) {
  const { say } = useWords();
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) start.current?.focus();
  }, []);
  return (
    <>
      <EmptyState
        {...(isReadOnly
          ? {}
          : {
              actions: (
                <Button
                  ref={start}
                  onPress={() => setDialog({ kind: 'new', parentId: null })}
                >
                  {say('themes.new')}
                </Button>
              ),
            })}
      >
        {say('themes.empty')}
      </EmptyState>
      <ThemeDialogs
        dialog={dialog}
        onClose={(id) => {
          setDialog(null);
          if (id) usePlace.getState().select({ kind: 'theme', id });
        }}
      />
    </>
  );
}

function useThemes(): {
  readonly rows: readonly ThemeRow[] | undefined;
  readonly isUsed: boolean;
  readonly isReadOnly: boolean;
} {
  const themes = useApi('themes.list', {}).data;
  const rows = useMemo(() => themes && themeRows(themes), [themes]);
  return {
    rows,
    isUsed: useApi('project.read', {}).data?.hasThemes ?? true,
    isReadOnly: useApi('project.state', {}).data?.isReadOnly ?? false,
  };
}

type BodyProps = Opened & {
  readonly rows: readonly ThemeRow[] | undefined;
  readonly isReadOnly: boolean;
};

function ThemesBody({ rows, ...opened }: BodyProps) {
  if (!rows) return null;
  return rows.length === 0 ? (
    <NoThemes {...opened} />
  ) : (
    <Themes rows={rows} {...opened} />
  );
}

/** What runs through the categories, and why it is said (design.md 5.7). */
export function ThemesWorkspace() {
  const { say } = useWords();
  const { rows, isUsed, isReadOnly } = useThemes();
  const [dialog, setDialog] = useState<ThemeDialog | null>(null);
  const opened = { dialog, setDialog, isReadOnly };
  return (
    <Workspace label={say('themes.title')}>
      <WorkspaceBar
        title={say('themes.title')}
        {...given({
          facts: rows?.length ? say('themes.facts', { count: rows.length }) : undefined,
        })}
      >
        {isUsed && !isReadOnly && (
          <Button icon={Plus} onPress={() => setDialog({ kind: 'new', parentId: null })}>
            {say('themes.new')}
          </Button>
        )}
      </WorkspaceBar>
      <WorkspaceContent scroll="fixed">
        {isUsed ? (
          <ThemesBody rows={rows} {...opened} />
        ) : (
          <EmptyState>{say('themes.notUsed')}</EmptyState>
        )}
      </WorkspaceContent>
    </Workspace>
  );
}
