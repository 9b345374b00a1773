-- The recording of a transcript: what tells it from any other file. Where it lies is the computer's own knowledge
-- (docs/decisions/0019).
CREATE TABLE sounds (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  -- SHA-256 of its size, its beginning, middle and end: known at once.
  fingerprint TEXT NOT NULL,
  -- SHA-256 of all of it; null until it has been read through.
  sha256 TEXT
) STRICT;

-- Turns that somebody has listened through against the sound.
CREATE TABLE listened_turns (
  id TEXT PRIMARY KEY NOT NULL,
  turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX listened_turns_of_analyst ON listened_turns (analyst_id);

-- Transcripts that somebody vouches for: they say what the sound says.
CREATE TABLE verifications (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX verifications_of_analyst ON verifications (analyst_id);
