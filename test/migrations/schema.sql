-- user_version 10

CREATE TRIGGER turn_to_index_added AFTER INSERT ON turns BEGIN
  INSERT INTO unindexed_turns (key) VALUES (NEW.key) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER turn_to_index_changed AFTER UPDATE OF text ON turns WHEN OLD.text <> NEW.text BEGIN
  INSERT INTO unindexed_turns (key) VALUES (NEW.key) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER turn_to_index_removed AFTER DELETE ON turns BEGIN
  INSERT INTO unindexed_turns (key) VALUES (OLD.key) ON CONFLICT DO NOTHING;
END;

CREATE TABLE allowed_values (
  id TEXT PRIMARY KEY NOT NULL,
  attribute_id TEXT NOT NULL REFERENCES attributes (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE analysts (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  colour INTEGER NOT NULL
) STRICT;

CREATE TABLE attribute_values (
  id TEXT PRIMARY KEY NOT NULL,
  attribute_id TEXT NOT NULL REFERENCES attributes (id) ON DELETE CASCADE,
  participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE attributes (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'choice', 'yesNo')),
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1))
) STRICT;

CREATE TABLE categories (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES categories (id) ON DELETE SET NULL,
  depth INTEGER NOT NULL CHECK (depth >= 1),
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  inclusion TEXT NOT NULL,
  exclusion TEXT NOT NULL,
  colour INTEGER
) STRICT;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE TABLE codes (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  category_id TEXT REFERENCES categories (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  inclusion TEXT NOT NULL,
  exclusion TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('data', 'theory', 'both')),
  colour INTEGER,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE codings (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES meaning_units (id) ON DELETE CASCADE,
  code_id TEXT NOT NULL REFERENCES codes (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE condensations (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit_id TEXT NOT NULL UNIQUE REFERENCES meaning_units (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE consents (
  id TEXT PRIMARY KEY NOT NULL,
  participant_id TEXT NOT NULL UNIQUE REFERENCES participants (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('given', 'declined', 'withdrawn')),
  information_version TEXT NOT NULL,
  date TEXT,
  may_record INTEGER NOT NULL CHECK (may_record IN (0, 1)),
  may_quote INTEGER NOT NULL CHECK (may_quote IN (0, 1)),
  may_archive INTEGER NOT NULL CHECK (may_archive IN (0, 1)),
  may_contact INTEGER NOT NULL CHECK (may_contact IN (0, 1)),
  withdrawn_on TEXT,
  withdrawn_reason TEXT NOT NULL
, quotes_withdrawn_on TEXT, quotes_withdrawn_reason TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE coverage_passes (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  turns INTEGER NOT NULL CHECK (turns >= 0),
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE guide_uses (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES guide_versions (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE guide_versions (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_reports (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  turns INTEGER NOT NULL,
  words INTEGER NOT NULL,
  changes TEXT NOT NULL,
  warnings TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE left_words (
  id TEXT PRIMARY KEY NOT NULL,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE levels (
  id TEXT PRIMARY KEY NOT NULL,
  depth INTEGER NOT NULL CHECK (depth >= 1),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE listened_turns (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE meaning_units (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  interpretation TEXT NOT NULL,
  is_quotable INTEGER NOT NULL CHECK (is_quotable IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('active', 'retired')),
  retired_reason TEXT,
  review_reason TEXT,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE memos (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  transcript_id TEXT REFERENCES transcripts (id) ON DELETE CASCADE,
  unit_id TEXT REFERENCES meaning_units (id) ON DELETE CASCADE,
  code_id TEXT REFERENCES codes (id) ON DELETE CASCADE,
  category_id TEXT REFERENCES categories (id) ON DELETE CASCADE,
  theme_id TEXT REFERENCES themes (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
, kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'reading'))) STRICT;

CREATE TABLE participants (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  pseudonym TEXT NOT NULL
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  aim TEXT NOT NULL,
  approach TEXT NOT NULL CHECK (approach IN ('inductive', 'deductive', 'abductive')),
  content TEXT NOT NULL CHECK (content IN ('manifest', 'latent', 'both')),
  way_of_working TEXT NOT NULL CHECK (way_of_working IN ('contentAnalysis', 'byQuestion', 'matrix', 'evaluation')),
  language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
  level_preset TEXT NOT NULL,
  has_themes INTEGER NOT NULL CHECK (has_themes IN (0, 1)),
  line_length INTEGER NOT NULL CHECK (line_length BETWEEN 50 AND 90),
  colour_level INTEGER CHECK (colour_level >= 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE pseudonymisations (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE question_borders (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  question_id TEXT REFERENCES questions (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE question_summaries (
  id TEXT PRIMARY KEY NOT NULL,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  transcript_id TEXT REFERENCES transcripts (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE question_wordings (
  id TEXT PRIMARY KEY NOT NULL,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES guide_versions (id) ON DELETE CASCADE,
  text TEXT NOT NULL, is_left_out INTEGER NOT NULL DEFAULT 0 CHECK (is_left_out IN (0, 1)),
  UNIQUE (question_id, version_id)
) STRICT;

CREATE TABLE questions (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'main', 'followUp', 'closing', 'background')),
  content_area TEXT NOT NULL,
  development_area TEXT NOT NULL
) STRICT;

CREATE TABLE rejected_borders (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE research_questions (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE review_spans (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES meaning_units (id) ON DELETE CASCADE,
  turn_id TEXT REFERENCES turns (id) ON DELETE SET NULL,
  speaker_id TEXT REFERENCES speakers (id) ON DELETE SET NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  turn_label TEXT NOT NULL,
  follows_on INTEGER NOT NULL CHECK (follows_on IN (0, 1)),
  text TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;

CREATE TABLE set_asides (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE sounds (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  fingerprint TEXT NOT NULL,
  sha256 TEXT
) STRICT;

CREATE TABLE spans (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES meaning_units (id) ON DELETE CASCADE,
  turn_id TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  text TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;

CREATE TABLE speakers (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  label TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('participant', 'moderator', 'observer', 'interpreter')),
  participant_id TEXT REFERENCES participants (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE steps (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  params TEXT NOT NULL,
  heading TEXT,
  tables TEXT NOT NULL,
  first_change INTEGER NOT NULL,
  last_change INTEGER NOT NULL,
  analyst_id TEXT,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'overtaken')),
  is_wall INTEGER NOT NULL CHECK (is_wall IN (0, 1)),
  undone_at TEXT
) STRICT;

CREATE TABLE theme_links (
  id TEXT PRIMARY KEY NOT NULL,
  theme_id TEXT NOT NULL REFERENCES themes (id) ON DELETE CASCADE,
  unit_id TEXT REFERENCES meaning_units (id) ON DELETE CASCADE,
  code_id TEXT REFERENCES codes (id) ON DELETE CASCADE,
  category_id TEXT REFERENCES categories (id) ON DELETE CASCADE,
  CHECK ((unit_id IS NOT NULL) + (code_id IS NOT NULL) + (category_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE themes (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES themes (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE transcripts (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('focusGroup', 'interview', 'fieldNote', 'document', 'freeText')),
  date TEXT,
  place TEXT,
  minutes INTEGER,
  language TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('imported', 'verified', 'pseudonymised')),
  created_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE turn_letters USING fts5 (
  said, content = '', contentless_delete = 1, tokenize = 'trigram'
);

CREATE TABLE 'turn_letters_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'turn_letters_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'turn_letters_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'turn_letters_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE turn_questions (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  question_id TEXT REFERENCES questions (id) ON DELETE SET NULL
) STRICT;

CREATE VIRTUAL TABLE turn_words USING fts5 (
  said, folded, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

CREATE TABLE 'turn_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'turn_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'turn_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'turn_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE turns (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  speaker_id TEXT REFERENCES speakers (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  label TEXT NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE unindexed_turns (key INTEGER PRIMARY KEY) STRICT;

CREATE TABLE verifications (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE waiting_parts (
  id TEXT PRIMARY KEY NOT NULL,
  passage_id TEXT NOT NULL REFERENCES waiting_passages (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  sign TEXT NOT NULL,
  speaker_id TEXT REFERENCES speakers (id) ON DELETE SET NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE waiting_passages (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  deadline TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE waiting_units (
  id TEXT PRIMARY KEY NOT NULL,
  passage_id TEXT NOT NULL REFERENCES waiting_passages (id) ON DELETE CASCADE,
  part_id TEXT REFERENCES waiting_parts (id) ON DELETE CASCADE,
  unit_id TEXT NOT NULL REFERENCES meaning_units (id) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  was_status TEXT NOT NULL CHECK (was_status IN ('active', 'retired'))
) STRICT;

CREATE INDEX allowed_values_of_attribute ON allowed_values (attribute_id);

CREATE INDEX attribute_values_of_attribute ON attribute_values (attribute_id);

CREATE UNIQUE INDEX attribute_values_of_participant ON attribute_values (participant_id, attribute_id);

CREATE INDEX categories_of_parent ON categories (parent_id);

CREATE INDEX codes_of_category ON codes (category_id);

CREATE INDEX codings_of_analyst ON codings (analyst_id);

CREATE INDEX codings_of_code ON codings (code_id);

CREATE INDEX codings_of_unit ON codings (unit_id, code_id);

CREATE INDEX coverage_passes_of_analyst ON coverage_passes (analyst_id);

CREATE INDEX coverage_passes_of_transcript ON coverage_passes (transcript_id);

CREATE INDEX guide_uses_of_version ON guide_uses (version_id);

CREATE UNIQUE INDEX guide_versions_by_number ON guide_versions (number);

CREATE INDEX import_reports_of_transcript ON import_reports (transcript_id);

CREATE UNIQUE INDEX left_words_by_hash ON left_words (hash);

CREATE INDEX listened_turns_of_analyst ON listened_turns (analyst_id);

CREATE UNIQUE INDEX meaning_units_by_number ON meaning_units (number);

CREATE INDEX meaning_units_of_analyst ON meaning_units (analyst_id);

CREATE INDEX meaning_units_of_transcript ON meaning_units (transcript_id);

CREATE INDEX memos_of_analyst ON memos (analyst_id);

CREATE INDEX memos_of_category ON memos (category_id);

CREATE INDEX memos_of_code ON memos (code_id);

CREATE INDEX memos_of_theme ON memos (theme_id);

CREATE INDEX memos_of_transcript ON memos (transcript_id);

CREATE INDEX memos_of_unit ON memos (unit_id);

CREATE INDEX named_rows_made ON changes (row_id)
  WHERE before IS NULL AND table_name IN ('codes', 'categories', 'themes', 'transcripts', 'participants', 'speakers');

CREATE INDEX pseudonymisations_of_analyst ON pseudonymisations (analyst_id);

CREATE INDEX question_borders_of_question ON question_borders (question_id);

CREATE UNIQUE INDEX question_summaries_by_cell ON question_summaries (question_id, coalesce(transcript_id, ''));

CREATE INDEX question_summaries_of_transcript ON question_summaries (transcript_id);

CREATE INDEX question_wordings_of_version ON question_wordings (version_id);

CREATE INDEX review_spans_of_speaker ON review_spans (speaker_id);

CREATE INDEX review_spans_of_turn ON review_spans (turn_id);

CREATE INDEX review_spans_of_unit ON review_spans (unit_id);

CREATE INDEX set_asides_of_analyst ON set_asides (analyst_id);

CREATE INDEX spans_of_turn ON spans (turn_id);

CREATE INDEX spans_of_unit ON spans (unit_id);

CREATE INDEX speakers_of_participant ON speakers (participant_id);

CREATE INDEX speakers_of_transcript ON speakers (transcript_id);

CREATE INDEX theme_links_of_category ON theme_links (category_id);

CREATE INDEX theme_links_of_code ON theme_links (code_id);

CREATE INDEX theme_links_of_theme ON theme_links (theme_id);

CREATE INDEX theme_links_of_unit ON theme_links (unit_id);

CREATE INDEX themes_of_parent ON themes (parent_id);

CREATE INDEX turn_questions_of_question ON turn_questions (question_id);

CREATE INDEX turns_in_order ON turns (transcript_id, position);

CREATE INDEX turns_of_speaker ON turns (speaker_id);

CREATE INDEX undone_steps ON steps (seq) WHERE state = 'undone';

CREATE INDEX verifications_of_analyst ON verifications (analyst_id);

CREATE UNIQUE INDEX waiting_parts_by_number ON waiting_parts (number);

CREATE INDEX waiting_parts_of_passage ON waiting_parts (passage_id);

CREATE INDEX waiting_parts_of_speaker ON waiting_parts (speaker_id);

CREATE INDEX waiting_passages_of_analyst ON waiting_passages (analyst_id);

CREATE INDEX waiting_passages_of_transcript ON waiting_passages (transcript_id);

CREATE INDEX waiting_units_of_part ON waiting_units (part_id);

CREATE INDEX waiting_units_of_passage ON waiting_units (passage_id);

CREATE INDEX waiting_units_of_unit ON waiting_units (unit_id);

CREATE INDEX walls ON steps (seq) WHERE is_wall = 1;
