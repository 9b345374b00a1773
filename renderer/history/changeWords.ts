import type { Change } from '../../shared/domain/step.ts';
import type { Say, WordKey } from '../../shared/words/words.ts';

type Row = NonNullable<Change['before']>;
type Value = string | number | null;

/** Names of what ids stand for, as far as they are still in the project. */
export type Names = ReadonlyMap<string, string>;

/** One value that a step changed, in words; null where there was none. */
export interface ChangedField {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChangedRow {
  readonly title: string;
  readonly fields: readonly ChangedField[];
}

const tableWords: Readonly<Record<string, WordKey>> = {
  project: 'history.table.project',
  research_questions: 'history.table.researchQuestion',
  levels: 'history.table.level',
  analysts: 'history.table.analyst',
  transcripts: 'history.table.transcript',
  import_reports: 'history.table.importReport',
  participants: 'history.table.participant',
  speakers: 'history.table.speaker',
  turns: 'history.table.turn',
  set_asides: 'history.table.setAside',
  meaning_units: 'history.table.unit',
  spans: 'history.table.span',
  condensations: 'history.table.condensation',
  categories: 'history.table.category',
  codes: 'history.table.code',
  codings: 'history.table.coding',
  themes: 'history.table.theme',
  theme_links: 'history.table.themeLink',
  memos: 'history.table.memo',
  sounds: 'history.table.sound',
  listened_turns: 'history.table.listenedTurn',
  verifications: 'history.table.verification',
  guide_versions: 'history.table.guideVersion',
  questions: 'history.table.question',
  question_wordings: 'history.table.wording',
  question_summaries: 'history.table.summary',
  guide_uses: 'history.table.guideUse',
  question_borders: 'history.table.border',
  turn_questions: 'history.table.turnQuestion',
  rejected_borders: 'history.table.rejectedBorder',
  attributes: 'history.table.attribute',
  allowed_values: 'history.table.allowedValue',
  attribute_values: 'history.table.attributeValue',
  consents: 'history.table.consent',
  waiting_passages: 'history.table.waitingPassage',
  pseudonymisations: 'history.table.pseudonymisation',
};

const columnWords: Readonly<Record<string, WordKey>> = {
  title: 'history.field.title',
  name: 'history.field.name',
  label: 'history.field.label',
  pseudonym: 'history.field.pseudonym',
  number: 'history.field.number',
  text: 'history.field.text',
  interpretation: 'history.field.interpretation',
  definition: 'history.field.definition',
  inclusion: 'history.field.inclusion',
  exclusion: 'history.field.exclusion',
  aim: 'history.field.aim',
  reason: 'history.field.reason',
  retired_reason: 'history.field.reason',
  initials: 'history.field.initials',
  date: 'history.field.date',
  place: 'history.field.place',
  minutes: 'history.field.minutes',
  file_name: 'history.field.file',
  line_length: 'history.field.lineLength',
  status: 'history.field.status',
  is_quotable: 'history.field.star',
  has_themes: 'history.field.themes',
  category_id: 'history.field.category',
  parent_id: 'history.field.parent',
  code_id: 'history.field.code',
  theme_id: 'history.field.theme',
  participant_id: 'history.field.participant',
  unit_id: 'history.field.unit',
  turn_id: 'history.field.turn',
  sha256: 'history.field.checksum',
  start_ms: 'history.field.startMs',
  content_area: 'history.field.contentArea',
  development_area: 'history.field.developmentArea',
  attribute_id: 'history.field.attribute',
  is_hidden: 'history.field.hidden',
  is_left_out: 'history.field.leftOut',
  information_version: 'history.field.informationVersion',
  withdrawn_on: 'history.field.withdrawnOn',
  withdrawn_reason: 'history.field.reason',
};

const valueWords: Readonly<Record<string, WordKey>> = {
  'status active': 'history.value.active',
  'status retired': 'history.value.retired',
  'is_quotable 1': 'history.value.yes',
  'is_quotable 0': 'history.value.no',
  'has_themes 1': 'history.value.yes',
  'has_themes 0': 'history.value.no',
  'is_left_out 1': 'history.value.yes',
  'is_left_out 0': 'history.value.no',
  'is_hidden 1': 'history.value.yes',
  'is_hidden 0': 'history.value.no',
  'status given': 'history.value.given',
  'status declined': 'history.value.declined',
  'status withdrawn': 'history.value.withdrawn',
};

const isReference = (column: string) => column.endsWith('_id');

function sayValue(say: Say, names: Names, [column, value]: readonly [string, Value]) {
  if (value === null || value === '') return null;
  const key = valueWords[`${column} ${value}`];
  if (key) return say(key);
  if (isReference(column)) return names.get(String(value)) ?? null;
  return String(value);
}

function fieldsOf(say: Say, names: Names, change: Change): readonly ChangedField[] {
  const valueIn = (row: Row | null, column: string) =>
    row ? sayValue(say, names, [column, row[column] ?? null]) : null;
  return Object.keys({ ...change.before, ...change.after }).flatMap((column) => {
    const key = columnWords[column];
    const before = valueIn(change.before, column);
    const after = valueIn(change.after, column);
    return key && before !== after ? [{ name: say(key), before, after }] : [];
  });
}

function nameIn(row: Row | null): string {
  const name = row?.['name'] ?? row?.['title'] ?? row?.['pseudonym'] ?? row?.['label'];
  return name === undefined || name === null ? '' : String(name);
}

/** The rows of a step as a person reads them: which thing, which fields, before and after. */
export function sayChanges(
  say: Say,
  names: Names,
  changes: readonly Change[],
): readonly ChangedRow[] {
  return changes
    .map((change) => {
      const key = tableWords[change.table];
      const what = key ? say(key) : change.table;
      const name = nameIn(change.after ?? change.before);
      return {
        title: name === '' ? what : say('history.thing', { what, name }),
        fields: fieldsOf(say, names, change),
      };
    })
    .filter(({ fields }) => fields.length > 0);
}
