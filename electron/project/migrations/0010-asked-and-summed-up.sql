-- A version of the guide may leave a question out; like its words, that holds until a later version says otherwise.
ALTER TABLE question_wordings ADD COLUMN is_left_out INTEGER NOT NULL DEFAULT 0 CHECK (is_left_out IN (0, 1));

-- What the analyst writes of the answers to a question: in one transcript, or in all of them.
CREATE TABLE question_summaries (
  id TEXT PRIMARY KEY NOT NULL,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  transcript_id TEXT REFERENCES transcripts (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX question_summaries_by_cell ON question_summaries (question_id, coalesce(transcript_id, ''));
CREATE INDEX question_summaries_of_transcript ON question_summaries (transcript_id);
