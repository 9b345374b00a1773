-- The words of a unit that is in doubt as they last stood: one row per span that it had. They outlive their turn, and
-- the speaker says whose words they are when somebody is erased.
CREATE TABLE review_spans (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES meaning_units (id) ON DELETE CASCADE,
  turn_id TEXT REFERENCES turns (id) ON DELETE SET NULL,
  speaker_id TEXT REFERENCES speakers (id) ON DELETE SET NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  turn_label TEXT NOT NULL,
  -- Whether nothing was said between it and the one before it.
  follows_on INTEGER NOT NULL CHECK (follows_on IN (0, 1)),
  text TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX review_spans_of_unit ON review_spans (unit_id);
CREATE INDEX review_spans_of_turn ON review_spans (turn_id);
CREATE INDEX review_spans_of_speaker ON review_spans (speaker_id);
