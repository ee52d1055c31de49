-- Keys that sign the directory's own tokens. jwk has the private key: this table is secret.
CREATE TABLE signing_keys (
  id         text   PRIMARY KEY,
  created_at bigint NOT NULL,
  jwk        text   NOT NULL
);

-- Tokens that are refused although they have not expired.
CREATE TABLE revoked_tokens (
  id         text   PRIMARY KEY,
  expires_at bigint NOT NULL              -- when the row can be deleted
);
