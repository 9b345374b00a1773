import { type RefObject, useCallback, useMemo } from 'react';

import type { Category } from '../../shared/domain/category.ts';
import { pathOf } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { useApi } from '../api.ts';
import { coloursOf } from '../colours.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { given } from '../ui/given.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { nameSearch } from './nameSearch.ts';

export interface CategoryPickerProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly layout?: 'above' | 'beside';
  readonly autoFocus?: boolean;
  readonly controlRef?: RefObject<HTMLInputElement | null>;
  /** Leaves out what would be refused, such as a category of too low a level; memoise it. */
  readonly mayChoose?: (category: Category) => boolean;
  /** Words of a row that stands for no category at all. */
  readonly none?: string;
  readonly onChoose: (categoryId: CategoryId | null) => void;
  /** A last row that makes a category, and where it would stand. */
  readonly create?: {
    readonly parentId: CategoryId | null;
    readonly onCreate: (name: string) => void;
  };
  readonly onEnterEmpty?: () => void;
  readonly onCtrlEnter?: () => void;
}

interface Place {
  readonly category: Category | null;
  readonly name: string;
  /** What it stands in, lowest first. */
  readonly path: string;
}

const everything = () => true;
const nothing: readonly never[] = [];

function usePlaces({ mayChoose = everything, none }: CategoryPickerProps) {
  const categories = useApi('categories.list', {}).data ?? nothing;
  const codes = useApi('codes.list', {}).data ?? nothing;
  const colourLevel = useApi('project.read', {}).data?.colourLevel ?? null;
  const colours = useMemo(
    () => coloursOf(codes, categories, colourLevel),
    [codes, categories, colourLevel],
  );
  const places = useMemo(() => {
    const byId = new Map(categories.map((category) => [category.id, category]));
    const found: Place[] = categories.filter(mayChoose).map((category) => ({
      category,
      name: category.name,
      path: pathOf(category.id, byId)
        .slice(1)
        .map((above) => above.name)
        .join(' · '),
    }));
    return none === undefined
      ? found
      : [...found, { category: null, name: none, path: '' }];
  }, [categories, mayChoose, none]);
  return { places, colours, categories };
}

/** Chooses a place in the category tree, or makes one; it stores nothing. */
export function CategoryPicker(props: CategoryPickerProps) {
  const { label, create, onChoose } = props;
  const { say } = useWords();
  const { places, colours, categories } = usePlaces(props);
  const search = useMemo(
    () =>
      nameSearch(
        places.map((place) => ({ item: place, name: place.name, also: place.path })),
      ),
    [places],
  );
  const isNew = useCallback(
    (typed: string) =>
      !places.some(
        ({ name, category }) =>
          name.toLowerCase() === typed.toLowerCase() &&
          (category === null || category.parentId === create?.parentId),
      ),
    [places, create?.parentId],
  );
  const within = categories.find((category) => category.id === create?.parentId)?.name;
  return (
    <ComboBox<Place>
      label={label}
      {...given({
        isLabelHidden: props.isLabelHidden,
        hint: props.hint,
        placeholder: props.placeholder,
        layout: props.layout,
        autoFocus: props.autoFocus,
        controlRef: props.controlRef,
        onEnterEmpty: props.onEnterEmpty,
        onCtrlEnter: props.onCtrlEnter,
        create: create && {
          words: (name: string) =>
            within === undefined
              ? say('board.create', { name })
              : say('board.createIn', { name, parent: within }),
          onCreate: create.onCreate,
          isOffered: isNew,
        },
      })}
      search={search}
      idOf={(place) => place.category?.id ?? 'none'}
      textOf={(place) => place.name}
      onChoose={(place) => onChoose(place.category?.id ?? null)}
      renderItem={({ category, name, path }) => (
        <>
          <Swatch
            slot={category ? (colours.ofCategory.get(category.id) ?? null) : null}
          />
          <span className="option-words">
            {name}
            {path !== '' && <span className="option-description">{path}</span>}
          </span>
          {category && (
            <span className="option-fact">
              {say('board.units', { count: category.support.units })}
            </span>
          )}
        </>
      )}
      words={{
        more: (count) => say('board.more', { count }),
        none: (name) => say('board.noneCalled', { name }),
        found: (count) => say('board.foundPlaces', { count }),
        remove: (name) => name,
      }}
    />
  );
}
