import { type RefObject, useCallback, useMemo } from 'react';

import type { ThemeId } from '../../shared/domain/ids.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import { useApi } from '../api.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { given } from '../ui/given.ts';
import { useWords } from '../words.ts';
import { nameSearch } from './nameSearch.ts';

export interface ThemePickerProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly layout?: 'above' | 'beside';
  readonly autoFocus?: boolean;
  readonly controlRef?: RefObject<HTMLInputElement | null>;
  /** Shown as chips and left out of the list. */
  readonly chosenIds?: readonly ThemeId[];
  readonly onChoose: (themeId: ThemeId) => void;
  readonly onCreate?: (name: string) => void;
  readonly onRemove?: (themeId: ThemeId) => void;
  readonly onEnterEmpty?: () => void;
  readonly onCtrlEnter?: () => void;
}

const nothing: readonly never[] = [];

/** Chooses themes, or makes one; it stores nothing. */
export function ThemePicker(props: ThemePickerProps) {
  const { chosenIds, onChoose, onCreate, onRemove } = props;
  const { say } = useWords();
  const themes = useApi('themes.list', {}).data ?? nothing;
  const byId = useMemo(() => new Map(themes.map((theme) => [theme.id, theme])), [themes]);
  const aboveOf = useCallback(
    (theme: Theme) => (theme.parentId ? (byId.get(theme.parentId)?.name ?? '') : ''),
    [byId],
  );
  const search = useMemo(
    () =>
      nameSearch(
        themes
          .filter((theme) => !chosenIds?.includes(theme.id))
          .map((theme) => ({ item: theme, name: theme.name, also: aboveOf(theme) })),
      ),
    [themes, chosenIds, aboveOf],
  );
  const isNew = useCallback(
    (typed: string) =>
      !themes.some((theme) => theme.name.toLowerCase() === typed.toLowerCase()),
    [themes],
  );
  return (
    <ComboBox<Theme>
      label={props.label}
      {...given({
        isLabelHidden: props.isLabelHidden,
        hint: props.hint,
        placeholder: props.placeholder,
        layout: props.layout,
        autoFocus: props.autoFocus,
        controlRef: props.controlRef,
        onEnterEmpty: props.onEnterEmpty,
        onCtrlEnter: props.onCtrlEnter,
        chosen: chosenIds?.flatMap((id) => byId.get(id) ?? []),
        onRemove: onRemove && ((theme: Theme) => onRemove(theme.id)),
        create: onCreate && {
          words: (name: string) => say('themes.create', { name }),
          onCreate,
          isOffered: isNew,
        },
      })}
      search={search}
      idOf={(theme) => theme.id}
      textOf={(theme) => theme.name}
      onChoose={(theme) => onChoose(theme.id)}
      renderItem={(theme) => (
        <>
          <span className="option-words">
            {theme.name}
            {theme.parentId && (
              <span className="option-description">{aboveOf(theme)}</span>
            )}
          </span>
          <span className="option-fact">
            {say('board.units', { count: theme.units })}
          </span>
        </>
      )}
      words={{
        more: (count) => say('board.more', { count }),
        none: (name) => say('themes.noneCalled', { name }),
        found: (count) => say('themes.found', { count }),
        remove: (name) => say('themes.unlinkFrom', { name }),
      }}
    />
  );
}
