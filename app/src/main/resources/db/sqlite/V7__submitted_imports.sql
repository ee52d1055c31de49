-- Imports that a worker carries out. Their inputs are files in the folder FILE-inputs beside this
-- file, named by jobs.id.
CREATE TABLE submissions (
  job       INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  node      TEXT,                         -- which worker took it last; null: none yet
  trouble   TEXT,                         -- why that worker gave it back; null: it did not
  cancelled INTEGER NOT NULL,             -- 1: the worker that has it is to stop
  due_at    INTEGER,                      -- when it is to be worked on; null: no more
  failures  INTEGER NOT NULL              -- how often it was given back in a row
);

CREATE INDEX submissions_due ON submissions (due_at) WHERE due_at IS NOT NULL;
