-- Sensitive passages that wait: their words stand here and nowhere else until they are released into the text or
-- removed. Nothing that reads turns, units or indexes has to know of them.
CREATE TABLE waiting_passages (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  -- The day by which somebody has decided.
  deadline TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX waiting_passages_of_transcript ON waiting_passages (transcript_id);
CREATE INDEX waiting_passages_of_analyst ON waiting_passages (analyst_id);

-- What was cut out of one turn. Where its sign stands in the transcript, it is put back.
CREATE TABLE waiting_parts (
  id TEXT PRIMARY KEY NOT NULL,
  passage_id TEXT NOT NULL REFERENCES waiting_passages (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  sign TEXT NOT NULL,
  -- Whose words they are when somebody is erased.
  speaker_id TEXT REFERENCES speakers (id) ON DELETE SET NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX waiting_parts_by_number ON waiting_parts (number);
CREATE INDEX waiting_parts_of_passage ON waiting_parts (passage_id);
CREATE INDEX waiting_parts_of_speaker ON waiting_parts (speaker_id);

-- A unit that holds words of a waiting passage waits with it, as one that is retired; one row for each stretch of a part
-- that it holds, or one without a part where only the review list has its old words.
CREATE TABLE waiting_units (
  id TEXT PRIMARY KEY NOT NULL,
  passage_id TEXT NOT NULL REFERENCES waiting_passages (id) ON DELETE CASCADE,
  part_id TEXT REFERENCES waiting_parts (id) ON DELETE CASCADE,
  unit_id TEXT NOT NULL REFERENCES meaning_units (id) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  was_status TEXT NOT NULL CHECK (was_status IN ('active', 'retired'))
) STRICT;
CREATE INDEX waiting_units_of_passage ON waiting_units (passage_id);
CREATE INDEX waiting_units_of_part ON waiting_units (part_id);
CREATE INDEX waiting_units_of_unit ON waiting_units (unit_id);

-- Of a participant who still takes part: the day from which she is not to be quoted, and why.
ALTER TABLE consents ADD COLUMN quotes_withdrawn_on TEXT;
ALTER TABLE consents ADD COLUMN quotes_withdrawn_reason TEXT NOT NULL DEFAULT '';

-- Transcripts of which somebody has said that nobody can be pointed out in them any longer.
CREATE TABLE pseudonymisations (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  analyst_id TEXT REFERENCES analysts (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX pseudonymisations_of_analyst ON pseudonymisations (analyst_id);
