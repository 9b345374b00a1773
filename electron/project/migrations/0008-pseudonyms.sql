-- Words that the finder of identifiers is not to propose again, as salted hashes: they may be names. All rows have the
-- project's salt.
CREATE TABLE left_words (
  id TEXT PRIMARY KEY NOT NULL,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX left_words_by_hash ON left_words (hash);
