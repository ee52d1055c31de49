-- What imports found out about users who are missing from their input.
CREATE TABLE job_missing (
  job    bigint PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  result text   NOT NULL                  -- JSON
);

-- These users, by name; a user may be deleted by now.
CREATE TABLE job_missing_users (
  job     bigint NOT NULL REFERENCES jobs ON DELETE CASCADE,
  user_id bigint NOT NULL,
  login   text   NOT NULL,                -- at that time; empty: the user had none
  PRIMARY KEY (job, user_id)
);
