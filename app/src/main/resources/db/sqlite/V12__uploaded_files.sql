-- Files that were uploaded in the console. Their bytes are files in the folder FILE-inputs beside
-- this file, named by uploads.id.
CREATE TABLE uploads (
  number     INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  realm      TEXT    NOT NULL,
  filename   TEXT    NOT NULL,
  format     TEXT    NOT NULL,
  charset    TEXT,                        -- null: it is no text
  record_rows INTEGER NOT NULL,           -- a table's header included
  bytes      INTEGER NOT NULL,
  digest     TEXT    NOT NULL,            -- SHA-256 of the bytes
  options    TEXT    NOT NULL,            -- JSON, as in jobs.options
  actor      TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER                      -- not null: its bytes and reports are being deleted
);

-- Imports of uploaded files, which are their reports.
ALTER TABLE jobs ADD COLUMN upload INTEGER; -- uploads.number
ALTER TABLE jobs ADD COLUMN lines TEXT;   -- JSON: the file's lines that it has; null: all of them
ALTER TABLE jobs ADD COLUMN mark TEXT;    -- JSON: the directory as the simulation found it

CREATE INDEX jobs_by_upload ON jobs (upload) WHERE upload IS NOT NULL;

-- All records of a chunk as their source had them, compressed; null: they are not kept.
ALTER TABLE job_chunks ADD COLUMN sources BLOB;

-- A simulation is executed once at most.
CREATE TABLE executed_simulations (
  simulation INTEGER PRIMARY KEY,         -- jobs.number
  job        TEXT    NOT NULL             -- jobs.id of its execution
);

-- Mappings of columns that people saved.
CREATE TABLE saved_mappings (
  realm    TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  shape    TEXT    NOT NULL,              -- digest of the header that it was made for
  mapping  TEXT    NOT NULL,              -- JSON
  actor    TEXT    NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (realm, name)
) WITHOUT ROWID;

CREATE INDEX saved_mappings_by_shape ON saved_mappings (realm, shape);
