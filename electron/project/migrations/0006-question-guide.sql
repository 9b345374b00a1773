-- The interview guide. A question is one row however often it is reworded; a wording holds from its version of the
-- guide until a later version words the question anew.
CREATE TABLE guide_versions (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX guide_versions_by_number ON guide_versions (number);

CREATE TABLE questions (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'main', 'followUp', 'closing', 'background')),
  content_area TEXT NOT NULL,
  development_area TEXT NOT NULL
) STRICT;

CREATE TABLE question_wordings (
  id TEXT PRIMARY KEY NOT NULL,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES guide_versions (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  UNIQUE (question_id, version_id)
) STRICT;
CREATE INDEX question_wordings_of_version ON question_wordings (version_id);

-- The version that was used in the conversation of a transcript.
CREATE TABLE guide_uses (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES guide_versions (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX guide_uses_of_version ON guide_uses (version_id);

-- From this turn on the talk is about the question; without a question it is outside the guide.
CREATE TABLE question_borders (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  question_id TEXT REFERENCES questions (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX question_borders_of_question ON question_borders (question_id);

-- This turn alone is about another question than those around it.
CREATE TABLE turn_questions (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  question_id TEXT REFERENCES questions (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX turn_questions_of_question ON turn_questions (question_id);

-- No question begins here: it is not to be proposed again.
CREATE TABLE rejected_borders (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE
) STRICT;
