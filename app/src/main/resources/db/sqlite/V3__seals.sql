-- A seal ties a user to the record that it was last shaped by: a hash of both. Null where there is
-- none.
ALTER TABLE users ADD COLUMN seal INTEGER;

-- What seals are keyed by. Whoever knows it could make two records that are taken for one.
ALTER TABLE directory ADD COLUMN seal_key TEXT;

UPDATE directory SET seal_key = hex(randomblob(16));
