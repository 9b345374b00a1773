import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';

import type { RecentProject } from '../../shared/domain/settings.ts';
import { call, queryClient } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { findProject, openProjectAt } from '../projectActs.ts';
import { useScreen } from '../screen.ts';
import { useIsSlow } from '../slowly.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/given.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { sayDay } from '../sayDay.ts';

interface RowProps {
  readonly project: RecentProject;
  readonly isFirst: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMenu: (event: MouseEvent, project: RecentProject) => void;
}

function useFacts(project: RecentProject): string {
  const { say, language } = useWords();
  const opening = useScreen((screen) => screen.opening);
  const isSlow = useIsSlow(opening === project.path);
  const counted = (key: 'welcome.transcripts' | 'welcome.units', count: number) =>
    say(key, { count, n: sayNumber(language, count) });
  if (project.isMissing) return say('welcome.missing');
  if (isSlow)
    return say('welcome.opening', { units: counted('welcome.units', project.units) });
  if (project.transcripts === 0) return say('welcome.empty');
  return [
    counted('welcome.transcripts', project.transcripts),
    counted('welcome.units', project.units),
  ].join(', ');
}

function RecentRow({ project, isFirst, onKeyDown, onMenu }: RowProps) {
  const { say, language } = useWords();
  const facts = useFacts(project);
  const { problem, tried, opening } = useScreen();
  const open = () =>
    void (project.isMissing
      ? findProject(say, project.path)
      : openProjectAt(project.path));
  return (
    <li className="recent-item">
      <button
        type="button"
        className={classes('recent', project.isMissing && 'recent-missing')}
        data-path={project.path}
        aria-busy={opening === project.path || undefined}
        tabIndex={isFirst ? 0 : -1}
        onClick={open}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => onMenu(event, project)}
      >
        <span className="recent-title">{project.title}</span>
        <span className="recent-when">{sayDay(say, language, project.openedAt)}</span>
        <span className="recent-facts">{facts}</span>
      </button>
      {project.isMissing && (
        <Button
          kind="link"
          className="recent-find"
          onPress={() => void findProject(say, project.path)}
        >
          {say('welcome.missing.find')}
        </Button>
      )}
      {problem && tried === project.path && (
        <p className="recent-problem" role="alert">
          {sayProblem(say, problem)}
        </p>
      )}
    </li>
  );
}

const rowsOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('.recent') ?? []),
];

function nextRow(key: string, now: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(last, now + 1);
  if (key === 'ArrowUp') return Math.max(0, now - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

async function removeFromList(path: string): Promise<void> {
  await call('recent.remove', { path });
  await queryClient.invalidateQueries({ queryKey: ['recent.list'] });
}

const isLong = 8;

interface ListProps {
  readonly shown: readonly RecentProject[];
}

/** Focus begins on the latest; arrows move, Enter opens, Delete takes a row out of the list. */
function RecentList({ shown }: ListProps) {
  const { say } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const context = useContextMenu(say('welcome.recent'));
  useEffect(() => rowsOf(list.current)[0]?.focus(), []);
  const remove = async (project: RecentProject) => {
    const index = shown.indexOf(project);
    announce(say('welcome.removed', { title: project.title }));
    await removeFromList(project.path);
    // Once the row is gone from the screen.
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    const rows = rowsOf(list.current);
    const next = rows[Math.min(index, rows.length - 1)];
    (next ?? document.getElementById('welcome-project.new'))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = rowsOf(list.current);
    const now = rows.findIndex((row) => row === document.activeElement);
    const next = nextRow(event.key, now, rows.length - 1);
    const project = shown[now];
    if (next !== null) rows[next]?.focus();
    else if (event.key === 'Delete' && project) void remove(project);
    else return;
    event.preventDefault();
  };
  const onMenu = (event: MouseEvent, project: RecentProject) =>
    context.openFor(event, [
      {
        id: 'remove',
        words: say('welcome.remove'),
        keys: 'Delete',
        description: say('welcome.remove.kept'),
        onAction: () => void remove(project),
      },
    ]);
  return (
    <>
      <ul ref={list} className="recents-list" aria-label={say('welcome.recent')}>
        {shown.map((project, index) => (
          <RecentRow
            key={project.path}
            project={project}
            isFirst={index === 0}
            onKeyDown={onKeyDown}
            onMenu={onMenu}
          />
        ))}
      </ul>
      {context.menu}
    </>
  );
}

export interface RecentProjectsProps {
  readonly recent: readonly RecentProject[];
}

/** The projects opened lately, latest first, with a filter when they are many. */
export function RecentProjects({ recent }: RecentProjectsProps) {
  const { say } = useWords();
  const search = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  const isFilterable = recent.length > isLong;
  useCommands({ 'place.find': isFilterable ? () => search.current?.focus() : undefined });
  const shown = recent.filter(({ title }) =>
    title.toLowerCase().includes(filter.trim().toLowerCase()),
  );
  return (
    <div className="recents">
      <h2 className="recents-title type-l">{say('welcome.recent')}</h2>
      {isFilterable && (
        <SearchField
          label={say('welcome.filter')}
          clearLabel={say('welcome.filter.clear')}
          value={filter}
          onChange={setFilter}
          controlRef={search}
          keys="Ctrl F"
        />
      )}
      {recent.length === 0 ? (
        <p className="ink-2">{say('welcome.recent.empty')}</p>
      ) : (
        <RecentList shown={shown} />
      )}
    </div>
  );
}
