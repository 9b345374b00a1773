-- What is known of participants. A value is kept as it was written even when it does not fit the type: the list of
-- values that a choice allows says what fits, and the analyst decides.
CREATE TABLE attributes (
  id TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'choice', 'yesNo')),
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1))
) STRICT;

CREATE TABLE allowed_values (
  id TEXT PRIMARY KEY NOT NULL,
  attribute_id TEXT NOT NULL REFERENCES attributes (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX allowed_values_of_attribute ON allowed_values (attribute_id);

CREATE TABLE attribute_values (
  id TEXT PRIMARY KEY NOT NULL,
  attribute_id TEXT NOT NULL REFERENCES attributes (id) ON DELETE CASCADE,
  participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX attribute_values_of_attribute ON attribute_values (attribute_id);
CREATE UNIQUE INDEX attribute_values_of_participant ON attribute_values (participant_id, attribute_id);

-- One entry per participant: what she was told, when she answered, and what may be used.
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
) STRICT;
