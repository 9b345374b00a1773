import type { RowFilter } from '../../shared/domain/analysisTable.ts';
import type { Attribute } from '../../shared/domain/attribute.ts';
import type { Category } from '../../shared/domain/category.ts';
import type { Code } from '../../shared/domain/code.ts';
import type { Level } from '../../shared/domain/project.ts';
import type { Question } from '../../shared/domain/question.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import type { TranscriptSummary } from '../../shared/domain/transcript.ts';
import type { Say } from '../../shared/words/words.ts';

/** One thing that rows are filtered by, and the filter without it. */
export interface FilterChip {
  readonly id: string;
  readonly words: string;
  readonly without: RowFilter;
}

export interface FilterNames {
  readonly transcripts: readonly Pick<TranscriptSummary, 'id' | 'name'>[];
  readonly codes: readonly Pick<Code, 'id' | 'name'>[];
  readonly categories: readonly Pick<Category, 'id' | 'name' | 'depth'>[];
  readonly themes: readonly Pick<Theme, 'id' | 'name'>[];
  readonly levels: readonly Level[];
  readonly attributes?: readonly Attribute[];
  readonly questions?: readonly Pick<Question, 'id' | 'number' | 'text'>[];
  readonly sayValue?: (attribute: Attribute, value: string) => string;
}

type ByAttribute = NonNullable<RowFilter['attributes']>[number];

/** The filter with one more value of an attribute. */
export function withValue(filter: RowFilter, one: ByAttribute): RowFilter {
  const { attributes = [] } = filter;
  const isThere = attributes.some(
    ({ attributeId, value }) => attributeId === one.attributeId && value === one.value,
  );
  return isThere ? filter : { ...filter, attributes: [...attributes, one] };
}

function valueChips(
  filter: RowFilter,
  names: FilterNames,
  say: Say,
): readonly FilterChip[] {
  const { attributes = [], ...others } = filter;
  return attributes.flatMap((one) => {
    const attribute = names.attributes?.find(({ id }) => id === one.attributeId);
    const left = attributes.filter((other) => other !== one);
    return {
      id: `attribute ${one.attributeId} ${one.value}`,
      words: say('table.chip', {
        what: attribute?.name ?? '',
        name: (attribute && names.sayValue?.(attribute, one.value)) ?? one.value,
      }),
      without: left.length === 0 ? others : { ...others, attributes: left },
    };
  });
}

type ListKey =
  'transcriptIds' | 'speakers' | 'codeIds' | 'categoryIds' | 'themeIds' | 'questionIds';

/** The filter with one more of a kind. */
export function withOne(filter: RowFilter, key: ListKey, id: string): RowFilter {
  const now: readonly string[] = filter[key] ?? [];
  return now.includes(id) ? filter : { ...filter, [key]: [...now, id] };
}

function withoutOne(filter: RowFilter, key: ListKey, id: string): RowFilter {
  const left = (filter[key] ?? []).filter((one) => one !== id);
  const { [key]: _, ...others } = filter;
  return left.length === 0 ? others : { ...others, [key]: left };
}

const nameOf = (
  all: readonly { readonly id: string; readonly name: string }[],
  id: string,
) => all.find((one) => one.id === id)?.name ?? '';

const missingWords = {
  condensation: 'table.without.condensation',
  code: 'table.without.code',
  category: 'table.without.category',
} as const;

/** The filter as chips, in the order of the method. */
export function chipsOf(
  filter: RowFilter,
  names: FilterNames,
  say: Say,
): readonly FilterChip[] {
  const list = (key: ListKey, wordsOf: (id: string) => string): FilterChip[] =>
    (filter[key] ?? []).map((id: string) => ({
      id: `${key} ${id}`,
      words: wordsOf(id),
      without: withoutOne(filter, key, id),
    }));
  const named = (what: string, name: string) => say('table.chip', { what, name });
  const levelOf = (id: string) => {
    const depth = names.categories.find((category) => category.id === id)?.depth;
    return names.levels.find((level) => level.depth === depth)?.name ?? '';
  };
  const { text, missing, isQuotable } = filter;
  const single = (key: 'text' | 'missing' | 'isQuotable', words: string): FilterChip => {
    const { [key]: _, ...without } = filter;
    return { id: key, words, without };
  };
  return [
    ...(text ? [single('text', say('table.chip.text', { text }))] : []),
    ...list('transcriptIds', (id) =>
      named(say('table.column.transcript'), nameOf(names.transcripts, id)),
    ),
    ...list('speakers', (label) => named(say('table.speaker'), label)),
    ...list('codeIds', (id) => named(say('table.column.code'), nameOf(names.codes, id))),
    ...list('categoryIds', (id) => named(levelOf(id), nameOf(names.categories, id))),
    ...list('themeIds', (id) =>
      named(say('table.column.theme'), nameOf(names.themes, id)),
    ),
    ...list('questionIds', (id) => {
      const question = names.questions?.find((one) => one.id === id);
      const name = question
        ? say('table.question', { n: question.number, text: question.text })
        : say('questions.outside');
      return named(say('table.column.question'), name);
    }),
    ...valueChips(filter, names, say),
    ...(missing ? [single('missing', say(missingWords[missing]))] : []),
    ...(isQuotable ? [single('isQuotable', say('table.starredOnly'))] : []),
  ];
}
