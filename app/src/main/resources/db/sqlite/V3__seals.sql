-- Ties a user to the record that it was last shaped by: a hash of both. Null where there is none.
ALTER TABLE users ADD COLUMN seal INTEGER;
