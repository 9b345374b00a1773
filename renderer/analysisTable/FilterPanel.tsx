import { useCallback, useMemo } from 'react';

import type { RowFilter } from '../../shared/domain/analysisTable.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import { useApi } from '../api.ts';
import { CategoryPicker } from '../pickers/CategoryPicker.tsx';
import { ThemePicker } from '../pickers/ThemePicker.tsx';
import { nameSearch } from '../pickers/nameSearch.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';
import { withOne, withValue } from './filterChips.ts';

interface FilterPanelProps {
  readonly filter: RowFilter;
  readonly onChange: (filter: RowFilter) => void;
  readonly hasThemes: boolean;
  /** Nothing more to choose. */
  readonly onDone: () => void;
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly fact?: string;
}

interface NamePickerProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
}

/** Any name of a list. */
function NamePicker({ label, choices, onChoose }: NamePickerProps) {
  const { say } = useWords();
  const search = useMemo(
    () => nameSearch(choices.map((item) => ({ item, name: item.name, also: '' }))),
    [choices],
  );
  return (
    <ComboBox<Choice>
      label={label}
      search={search}
      idOf={({ id }) => id}
      textOf={({ name }) => name}
      onChoose={({ id }) => onChoose(id)}
      opensOnFocus={false}
      placeholder={say('table.filter.any')}
      renderItem={({ name, fact }) => (
        <>
          <span className="option-words">{name}</span>
          {fact !== undefined && <span className="option-fact">{fact}</span>}
        </>
      )}
      words={{
        more: (count) => say('table.filter.more', { count }),
        none: (name) => say('table.filter.none', { name }),
        found: (count) => say('table.filter.found', { count }),
        remove: (name) => name,
      }}
    />
  );
}

const nothing: readonly never[] = [];

function useChoices() {
  const { say } = useWords();
  const transcripts = useApi('transcripts.list', {}).data ?? nothing;
  const speakers = useApi('speakers.inUnits', {}).data ?? nothing;
  const codes = useApi('codes.list', {}).data ?? nothing;
  const questions = useApi('questions.list', {}).data ?? nothing;
  return useMemo(() => {
    const units = (count: number) => say('table.units', { count });
    return {
      transcripts: transcripts.map((one) => ({ ...one, fact: units(one.units) })),
      speakers: speakers.map(({ label, units: count }) => ({
        id: label,
        name: label,
        fact: units(count),
      })),
      questions:
        questions.length === 0
          ? nothing
          : [
              ...questions.map(({ id, number: n, text }) => ({
                id: id as string,
                name: say('table.question', { n, text }),
              })),
              { id: 'outside', name: say('questions.outside') },
            ],
      codes: codes.map(({ id, name, support }) => ({
        id,
        name,
        fact: units(support.units),
      })),
    };
  }, [say, transcripts, speakers, codes, questions]);
}

/** Every value that somebody has, of every attribute. */
function useValues() {
  const words = useWords();
  const attributes = useApi('attributes.list', {}).data ?? nothing;
  return useMemo(
    () =>
      attributes.flatMap((attribute) =>
        attribute.used.map(({ value, count }) => ({
          id: `${attribute.id} ${value}`,
          name: words.say('table.chip', {
            what: attribute.name,
            name: attributeWords(words, attribute, value),
          }),
          fact: words.say('participants.count', { count }),
          of: { attributeId: attribute.id, value },
        })),
      ),
    [attributes, words],
  );
}

const missings = ['none', 'condensation', 'code', 'category'] as const;

/** What rows can be filtered by; each choice acts at once and becomes a chip. */
export function FilterPanel(props: FilterPanelProps) {
  const { filter, onChange, hasThemes, onDone } = props;
  const { say } = useWords();
  const choices = useChoices();
  const values = useValues();
  const add = useCallback(
    (key: Parameters<typeof withOne>[1], id: string | null) => {
      if (id !== null) onChange(withOne(filter, key, id));
    },
    [filter, onChange],
  );
  const { text, missing, isQuotable, ...lists } = filter;
  const others = { text, missing, isQuotable };
  const set = (change: Partial<typeof others>) => {
    const next = { ...others, ...change };
    onChange({
      ...lists,
      ...(next.text ? { text: next.text } : {}),
      ...(next.missing ? { missing: next.missing } : {}),
      ...(next.isQuotable ? { isQuotable: true } : {}),
    });
  };
  const setText = (typed: string) => set({ text: typed.trim().slice(0, 200) });
  return (
    <div className="table-filter-panel">
      <TextField
        label={say('table.filter.text')}
        value={text ?? ''}
        autoFocus
        onCommit={setText}
        onDraft={setText}
        onEnter={onDone}
      />
      {choices.transcripts.length > 1 && (
        <NamePicker
          label={say('table.column.transcript')}
          choices={choices.transcripts}
          onChoose={(id) => add('transcriptIds', id)}
        />
      )}
      <NamePicker
        label={say('table.speaker')}
        choices={choices.speakers}
        onChoose={(id) => add('speakers', id)}
      />
      {choices.questions.length > 0 && (
        <NamePicker
          label={say('table.column.question')}
          choices={choices.questions}
          onChoose={(id) => add('questionIds', id)}
        />
      )}
      {values.length > 0 && (
        <NamePicker
          label={say('people.card.attributes')}
          choices={values}
          onChoose={(id) => {
            const chosen = values.find((one) => one.id === id);
            if (chosen) onChange(withValue(filter, chosen.of));
          }}
        />
      )}
      <NamePicker
        label={say('table.column.code')}
        choices={choices.codes}
        onChoose={(id) => add('codeIds', id)}
      />
      <CategoryPicker
        label={say('table.filter.category')}
        placeholder={say('table.filter.any')}
        onChoose={(id) => add('categoryIds', id)}
      />
      {hasThemes && (
        <ThemePicker
          label={say('table.column.theme')}
          placeholder={say('table.filter.any')}
          onChoose={(id) => add('themeIds', id)}
        />
      )}
      <Select
        label={say('table.filter.missing')}
        value={missing ?? 'none'}
        onChange={(value) => set({ missing: value === 'none' ? undefined : value })}
        choices={missings.map((value) => ({
          value,
          words: say(value === 'none' ? 'table.without.none' : `table.without.${value}`),
        }))}
      />
      <Checkbox
        isChecked={isQuotable ?? false}
        onChange={(isChecked) => set({ isQuotable: isChecked })}
      >
        {say('table.starredOnly')}
      </Checkbox>
    </div>
  );
}
