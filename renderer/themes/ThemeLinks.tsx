import { useCallback } from 'react';

import type { Category } from '../../shared/domain/category.ts';
import type { CategoryId, CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import { useAct, useApi } from '../api.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { CategoryPicker } from '../pickers/CategoryPicker.tsx';
import { CodePicker } from '../pickers/CodePicker.tsx';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Chip } from '../ui/Chip.tsx';
import { given } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { sayProblem, useWords } from '../words.ts';

const noCodes: readonly CodeId[] = [];

interface Links {
  readonly categoryIds?: CategoryId[];
  readonly codeIds?: CodeId[];
  readonly unitIds?: MeaningUnitId[];
}

/** Links to a theme and takes links away, saying so. */
function useLinks(theme: Theme) {
  const { say } = useWords();
  const link = useAct('themes.link');
  const unlink = useAct('themes.unlink');
  const themeId = theme.id;
  return {
    problem: link.problem ?? unlink.problem,
    link: (links: Links, name: string) =>
      void link
        .act({ themeId, ...links })
        .then(() => announce(say('themes.linked', { name })))
        .catch(() => {}),
    unlink: (links: Links, name: string) =>
      void unlink
        .act({ themeId, ...links })
        .then(() => announce(say('themes.unlinked', { name })))
        .catch(() => {}),
  };
}

function UnitLink(props: {
  readonly id: MeaningUnitId;
  readonly onRemove: ((words: string) => void) | null;
}) {
  const { id, onRemove } = props;
  const { say } = useWords();
  const unit = useApi('meaningUnits.read', { unitId: id }).data;
  if (!unit) return null;
  const words = unit.condensed || unit.text;
  const short = words.length > 70 ? `${words.slice(0, 70)}…` : words;
  return (
    <Chip
      onPress={() => usePlace.getState().goToWords(unit)}
      {...given({
        onRemove: onRemove ? () => onRemove(short) : undefined,
        removeLabel: onRemove ? say('themes.unlink', { name: short }) : undefined,
      })}
    >
      {short}
    </Chip>
  );
}

/** What belongs to the theme, of any branch: categories, codes and units, to add and to take away. */
export function ThemeLinks(props: {
  readonly theme: Theme;
  readonly isReadOnly: boolean;
}) {
  const { theme, isReadOnly } = props;
  const { say } = useWords();
  const book = useCodeBook();
  const { byId, categoryById } = book;
  const { link, unlink, problem } = useLinks(theme);
  const mayChoose = useCallback(
    (category: Category) => !theme.categoryIds.includes(category.id),
    [theme.categoryIds],
  );
  const go = usePlace((place) => place.go);
  const removing = (name: string, links: Links) =>
    isReadOnly
      ? {}
      : {
          removeLabel: say('themes.unlink', { name }),
          onRemove: () => unlink(links, name),
        };
  const isEmpty =
    theme.categoryIds.length + theme.codeIds.length + theme.unitIds.length === 0;
  return (
    <section className="theme-part" aria-label={say('themes.links')}>
      <h2 className="theme-heading">{say('themes.links')}</h2>
      {isEmpty && <p className="ink-2">{say('themes.noLinks')}</p>}
      <div className="theme-chips">
        {theme.categoryIds
          .flatMap((id) => categoryById.get(id) ?? [])
          .map(({ id, name }) => (
            <Chip
              key={id}
              onPress={() =>
                go({ workspace: 'grouping', selected: { kind: 'category', id } })
              }
              {...removing(name, { categoryIds: [id] })}
            >
              <strong>{name}</strong>
            </Chip>
          ))}
        {theme.codeIds
          .flatMap((id) => byId.get(id) ?? [])
          .map(({ id, name }) => (
            <Chip
              key={id}
              onPress={() =>
                go({ workspace: 'grouping', selected: { kind: 'code', id } })
              }
              {...removing(name, { codeIds: [id] })}
            >
              <Swatch slot={book.slotOf(id)} />
              {name}
            </Chip>
          ))}
        {theme.unitIds.map((id) => (
          <UnitLink
            key={id}
            id={id}
            onRemove={isReadOnly ? null : (words) => unlink({ unitIds: [id] }, words)}
          />
        ))}
      </div>
      {!isReadOnly && (
        <div className="theme-adding">
          <CategoryPicker
            key={`category-${theme.id}`}
            label={say('themes.linkCategory')}
            placeholder={say('themes.pick')}
            mayChoose={mayChoose}
            onChoose={(id) =>
              id && link({ categoryIds: [id] }, categoryById.get(id)?.name ?? '')
            }
          />
          <CodePicker
            key={`code-${theme.id}`}
            label={say('themes.linkCode')}
            placeholder={say('themes.pick')}
            chosenIds={noCodes}
            onChoose={(id) => link({ codeIds: [id] }, byId.get(id)?.name ?? '')}
          />
        </div>
      )}
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
    </section>
  );
}
