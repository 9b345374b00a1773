import { type ReactNode, useState } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import { useAct } from '../api.ts';
import { Memos } from '../codes/Memos.tsx';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { InspectorPane } from '../InspectorPane.tsx';
import { usePlace } from '../place.ts';
import { Button } from '../ui/Button.tsx';
import { given } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { sayProblem, useWords } from '../words.ts';
import { ThemeLinks } from './ThemeLinks.tsx';
import { runsThrough } from './themeTree.ts';

interface PartProps {
  readonly theme: Theme;
  readonly isReadOnly: boolean;
}

/** Where the theme runs: categories as text and bars, and what stands in none. */
function RunsThrough({ rows }: { readonly rows: readonly AnalysisRow[] }) {
  const { say } = useWords();
  const { categories, categoryById } = useCodeBook();
  const runs = runsThrough(rows, categories);
  const go = usePlace((place) => place.go);
  const loose = rows.filter((row) =>
    row.codes.every(({ path }) => path.length === 0),
  ).length;
  const most = Math.max(1, ...runs.map((run) => run.category.support.units));
  return (
    <section className="theme-part" aria-label={say('themes.runsThrough')}>
      <h2 className="theme-heading">{say('themes.runsThrough')}</h2>
      {runs.length === 0 && loose === 0 && (
        <p className="ink-2">{say('themes.runsNowhere')}</p>
      )}
      <ul className="theme-runs">
        {runs.map(({ category, units }) => (
          <li key={category.id} className="theme-run">
            <button
              type="button"
              className="theme-run-name"
              onClick={() =>
                go({
                  workspace: 'grouping',
                  selected: { kind: 'category', id: category.id },
                })
              }
            >
              <CategorySwatch id={category.id} />
              <span>
                {category.name}
                {category.parentId && (
                  <span className="theme-run-above">
                    {categoryById.get(category.parentId)?.name}
                  </span>
                )}
              </span>
            </button>
            <span className="theme-run-bar" aria-hidden>
              <span
                className="theme-run-all"
                style={{ inlineSize: `${(category.support.units / most) * 100}%` }}
              />
              <span
                className="theme-run-own"
                style={{ inlineSize: `${(units / most) * 100}%` }}
              />
            </span>
            <span className="theme-run-count">
              {say('themes.of', { count: units, total: category.support.units })}
            </span>
          </li>
        ))}
        {loose > 0 && (
          <li className="theme-run">
            <span className="theme-run-name">
              <Swatch slot={null} />
              {say('themes.unplaced')}
            </span>
            <span />
            <span className="theme-run-count">
              {say('board.units', { count: loose })}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

function CategorySwatch({ id }: { readonly id: Theme['categoryIds'][number] }) {
  const book = useCodeBook();
  const code = book.codes.find((one) => one.categoryId === id);
  return (
    <Swatch
      slot={book.categoryById.get(id)?.colour ?? (code ? book.slotOf(code.id) : null)}
    />
  );
}

function ThemeName({ theme, isReadOnly }: PartProps) {
  const { say } = useWords();
  const { act, problem } = useAct('themes.rename');
  return (
    <TextArea
      label={say('themes.name')}
      className="theme-name"
      enterCommits
      rows={1}
      value={theme.name}
      isReadOnly={isReadOnly}
      onCommit={(name) => void act({ themeId: theme.id, name }).catch(() => {})}
      {...given({ error: problem ? sayProblem(say, problem) : undefined })}
    />
  );
}

export interface ThemeDetailProps extends PartProps {
  /** Every unit that the theme reaches. */
  readonly rows: readonly AnalysisRow[];
  readonly actions: ReactNode;
}

/** A theme: its sentence, the argument for it, what belongs to it and where it runs. */
export function ThemeDetail(props: ThemeDetailProps) {
  const { theme, isReadOnly, rows, actions } = props;
  const { say } = useWords();
  return (
    <div className="theme-detail">
      <ThemeName theme={theme} isReadOnly={isReadOnly} />
      {!isReadOnly && <div className="theme-actions">{actions}</div>}
      <section className="theme-part" aria-label={say('themes.argument')}>
        <h2 className="theme-heading">{say('themes.argument')}</h2>
        <Memos about={{ themeId: theme.id }} isReadOnly={isReadOnly} />
      </section>
      <ThemeLinks theme={theme} isReadOnly={isReadOnly} />
      <RunsThrough rows={rows} />
    </div>
  );
}

const pageSize = 40;

/** The units behind a theme in their own words, each a way to where it was said. */
export function ThemeWords({ rows }: { readonly rows: readonly AnalysisRow[] }) {
  const { say } = useWords();
  const [shown, setShown] = useState(pageSize);
  return (
    <InspectorPane
      label={say('themes.wordsHeading')}
      facts={say('board.units', { count: rows.length })}
    >
      <ul className="unit-list">
        {rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="unit-list-item focus-inside"
              onClick={() => usePlace.getState().goToWords(row)}
            >
              <span className="unit-list-words">{row.unit}</span>
              <span className="unit-list-place">
                {[row.speaker, row.turnLabel, row.transcript].filter(Boolean).join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + pageSize)}>
          {say('themes.showMore')}
        </Button>
      )}
    </InspectorPane>
  );
}
