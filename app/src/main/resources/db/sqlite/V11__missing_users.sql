-- What imports found out about users who are missing from their input.
CREATE TABLE job_missing (
  job    INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  result TEXT    NOT NULL                 -- JSON
);

-- These users, by name; a user may be deleted by now.
CREATE TABLE job_missing_users (
  job     INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  user_id INTEGER NOT NULL,
  login   TEXT    NOT NULL,               -- at that time; empty: the user had none
  PRIMARY KEY (job, user_id)
) WITHOUT ROWID;
