-- Who asked for an import and by which door, under which other names it is known, and when it goes.
ALTER TABLE jobs ADD COLUMN actor TEXT NOT NULL DEFAULT 'cli:unknown'; -- KIND:NAME
ALTER TABLE jobs ADD COLUMN origin TEXT NOT NULL DEFAULT 'cli';
ALTER TABLE jobs ADD COLUMN public_id TEXT;       -- what an API that has ids of its own calls it
ALTER TABLE jobs ADD COLUMN external_id TEXT;     -- what its client calls it; any number may share it
ALTER TABLE jobs ADD COLUMN idempotency_key TEXT; -- given twice by one actor, it means one import
ALTER TABLE jobs ADD COLUMN parent INTEGER;       -- number of the job that this one follows from
ALTER TABLE jobs ADD COLUMN header TEXT;          -- JSON: the cells of a table's header row
ALTER TABLE jobs ADD COLUMN wanted TEXT;          -- pause or cancel: what whoever runs it is to do
ALTER TABLE jobs ADD COLUMN expires_at INTEGER;   -- when it may be deleted; null: never
ALTER TABLE jobs ADD COLUMN deleted_at INTEGER;   -- it is being deleted, and is shown no more

CREATE UNIQUE INDEX jobs_by_public_id ON jobs (public_id) WHERE public_id IS NOT NULL;
CREATE UNIQUE INDEX jobs_by_idempotency_key ON jobs (actor, realm, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX jobs_by_expiry ON jobs (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX jobs_deleted ON jobs (deleted_at) WHERE deleted_at IS NOT NULL;

-- A failed all-or-nothing import has a result for every record; what has fewer was cancelled.
UPDATE jobs SET state = 'cancelled'
 WHERE state = 'failed'
   AND records > (SELECT coalesce(sum(inserted + updated + skipped + failed), 0)
                    FROM job_chunks WHERE job = jobs.number);

-- What is searched comes before the bytes, so that SQLite need not read these to get at it.
CREATE TABLE chunks_with_places (
  job          INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  number       INTEGER NOT NULL,          -- from 0, in the input's order
  first_index  INTEGER NOT NULL,          -- index of its first record
  first_line   INTEGER,                   -- line of its first record; null in imports before this
  input_offset INTEGER,                   -- where that record begins in the input; null: unknown
  inserted     INTEGER NOT NULL,
  updated      INTEGER NOT NULL,
  skipped      INTEGER NOT NULL,
  failed       INTEGER NOT NULL,
  changed      INTEGER NOT NULL,
  erroneous    INTEGER NOT NULL,
  results      BLOB    NOT NULL,          -- one result a record, compressed
  problems     BLOB,                      -- their problems, compressed; null: none, or in results
  rejects      BLOB,                      -- failed records as their source had them, compressed
  PRIMARY KEY (job, number)
);

INSERT INTO chunks_with_places
       (job, number, first_index, inserted, updated, skipped, failed, changed, erroneous, results,
        rejects)
SELECT job, number,
       sum(inserted + updated + skipped + failed) OVER (PARTITION BY job ORDER BY number)
         - (inserted + updated + skipped + failed),
       inserted, updated, skipped, failed, changed, erroneous, results, rejects
  FROM job_chunks;

DROP TABLE job_chunks;
ALTER TABLE chunks_with_places RENAME TO job_chunks;

-- Which chunks have problems of a code, and of how many records.
CREATE TABLE job_problems (
  job     INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  code    TEXT    NOT NULL,
  chunk   INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (job, code, chunk)
) WITHOUT ROWID;

-- Who changed what, and when; never secrets. Nothing is ever deleted here by Muster.
CREATE TABLE journal (
  number  INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  actor   TEXT    NOT NULL,               -- KIND:NAME
  action  TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  job     TEXT,                           -- the id of an import, which may be deleted by now
  detail  TEXT    NOT NULL                -- JSON
);

CREATE INDEX journal_by_job ON journal (job) WHERE job IS NOT NULL;
