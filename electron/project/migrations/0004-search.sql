-- What search looks in: made from the turns, made anew from them at any time, and therefore no part of the log. Neither
-- index holds the text itself. A word that has å, ä, é stands in `folded` without its marks as well.
CREATE VIRTUAL TABLE turn_words USING fts5 (
  said, folded, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
-- For what stands inside words. Without the places of the letters it would be half as large, but letters that a turn
-- holds in pieces, here and there, would be taken for what is sought.
CREATE VIRTUAL TABLE turn_letters USING fts5 (
  said, content = '', contentless_delete = 1, tokenize = 'trigram'
);

-- Turns whose words have been written since they were indexed, or that are gone; whoever writes, a trigger of the file
-- notes it, in the same transaction.
CREATE TABLE unindexed_turns (key INTEGER PRIMARY KEY) STRICT;
INSERT INTO unindexed_turns (key) SELECT key FROM turns;

CREATE TRIGGER turn_to_index_added AFTER INSERT ON turns BEGIN
  INSERT INTO unindexed_turns (key) VALUES (NEW.key) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER turn_to_index_changed AFTER UPDATE OF text ON turns WHEN OLD.text <> NEW.text BEGIN
  INSERT INTO unindexed_turns (key) VALUES (NEW.key) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER turn_to_index_removed AFTER DELETE ON turns BEGIN
  INSERT INTO unindexed_turns (key) VALUES (OLD.key) ON CONFLICT DO NOTHING;
END;
