-- A memo on a transcript can be an entry of the reading log: what was read, and what struck the reader.
ALTER TABLE memos ADD COLUMN kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'reading'));

-- A coverage pass: every participant's turn of the transcript was read again, and marked or set aside.
CREATE TABLE coverage_passes (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  turns INTEGER NOT NULL CHECK (turns >= 0),
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX coverage_passes_of_transcript ON coverage_passes (transcript_id);
CREATE INDEX coverage_passes_of_analyst ON coverage_passes (analyst_id);
