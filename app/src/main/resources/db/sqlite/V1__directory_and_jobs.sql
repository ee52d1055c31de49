-- Times are milliseconds since 1970-01-01T00:00:00Z. Booleans are 0 or 1.

-- One row: who this directory is, and the next numbers to give out.
CREATE TABLE directory (
  number     INTEGER PRIMARY KEY CHECK (number = 1),
  id         TEXT    NOT NULL,            -- 15 hexadecimal digits, part of every user id shown
  next_user  INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE TABLE realms (
  number     INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  uniqueness TEXT    NOT NULL             -- JSON: the rules that login_keys was written by
);

CREATE TABLE roles (
  realm INTEGER NOT NULL REFERENCES realms,
  key   TEXT    NOT NULL,
  name  TEXT    NOT NULL,
  PRIMARY KEY (realm, key)
) WITHOUT ROWID;

CREATE TABLE groups (
  realm INTEGER NOT NULL REFERENCES realms,
  key   TEXT    NOT NULL,
  name  TEXT    NOT NULL,
  PRIMARY KEY (realm, key)
) WITHOUT ROWID;

-- One wide row a user. Numbers rise with time, so that rows are appended.
CREATE TABLE users (
  id                    INTEGER PRIMARY KEY,
  realm                 INTEGER NOT NULL,
  username              TEXT,
  email                 TEXT,
  phone_number          TEXT,
  email_verified        INTEGER NOT NULL,
  phone_number_verified INTEGER NOT NULL,
  disabled              INTEGER NOT NULL,
  password              TEXT,             -- {scheme}encoded hash
  profile               TEXT    NOT NULL, -- JSON: attributes, roles, groups and the rest
  created_at            INTEGER NOT NULL,
  updated_at            INTEGER NOT NULL
);

-- Everything that finds a user, in canonical form: the one index that guards uniqueness.
-- key:   the first 128 bits of the SHA-256 of a letter and a value: e e-mail, u user name,
--        p phone number, x external id (SOURCE:ID), a attribute (PATH=VALUE)
-- scope: the realm's number where the value is unique in its realm, 0 where it is unique in the
--        directory, minus the user's id where it need not be unique
CREATE TABLE login_keys (
  key_high INTEGER NOT NULL,
  key_low  INTEGER NOT NULL,
  scope    INTEGER NOT NULL,
  realm    INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  PRIMARY KEY (key_high, key_low, scope)
) WITHOUT ROWID;

-- Imports on record.
CREATE TABLE jobs (
  number       INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  state        TEXT    NOT NULL,          -- running, interrupted, completed, failed
  format       TEXT    NOT NULL,
  realm        TEXT    NOT NULL,
  source       TEXT    NOT NULL,          -- how people call the input
  path         TEXT,                      -- where it can be read again; null for standard input
  digest       TEXT    NOT NULL,          -- SHA-256 of the input's bytes
  host         TEXT    NOT NULL,
  options      TEXT    NOT NULL,          -- JSON: what was asked for
  records      INTEGER NOT NULL,
  first_user   INTEGER NOT NULL,          -- record n creates user first_user + n
  chunk_size   INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  completed_at INTEGER
);

-- What happened to the records of one chunk; committed together with what it did.
CREATE TABLE job_chunks (
  job       INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  number    INTEGER NOT NULL,             -- from 0, in the input's order
  inserted  INTEGER NOT NULL,
  updated   INTEGER NOT NULL,
  skipped   INTEGER NOT NULL,
  failed    INTEGER NOT NULL,
  changed   INTEGER NOT NULL,
  erroneous INTEGER NOT NULL,
  results   BLOB    NOT NULL,             -- one result a record, compressed
  rejects   BLOB,                         -- failed records as their source had them, compressed
  PRIMARY KEY (job, number)
);

-- Values that no two records of one input may have, where the survey saw them twice.
CREATE TABLE job_claims (
  job     INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  key     TEXT    NOT NULL,
  line    INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  PRIMARY KEY (job, key)
) WITHOUT ROWID;
