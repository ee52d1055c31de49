-- The fingerprint of the record that last changed the user; null where something else did. Values
-- of older versions, which hashed the user's row too, equal no fingerprint under the new key.
ALTER TABLE users RENAME COLUMN seal TO record_fingerprint;

-- The secret key of the fingerprints. With it, one could make two records with one fingerprint.
ALTER TABLE directory RENAME COLUMN seal_key TO fingerprint_key;

UPDATE directory SET fingerprint_key = hex(randomblob(16));
