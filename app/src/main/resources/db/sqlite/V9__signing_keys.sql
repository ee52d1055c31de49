-- Keys that sign the directory's own tokens. jwk has the private key: this table is secret.
CREATE TABLE signing_keys (
  id         TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  jwk        TEXT    NOT NULL
) WITHOUT ROWID;

-- Tokens that are refused although they have not expired.
CREATE TABLE revoked_tokens (
  id         TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL             -- when the row can be deleted
) WITHOUT ROWID;
