-- How many users of a chunk get a mail to choose a password; in a dry run, how many would.
CREATE TABLE job_invitations (
  job   INTEGER NOT NULL,                 -- jobs.number
  chunk INTEGER NOT NULL,                 -- job_chunks.number
  users INTEGER NOT NULL,
  PRIMARY KEY (job, chunk)
) WITHOUT ROWID;

-- The mails to the users whom an ended import has created. They are put into webhook_messages little
-- by little, in the order of the records.
CREATE TABLE mailings (
  job         INTEGER PRIMARY KEY,        -- jobs.number
  users       INTEGER NOT NULL,           -- who get a mail
  queued      INTEGER NOT NULL,           -- how many of them were put into webhook_messages
  chunk       INTEGER NOT NULL,           -- the place of the next record to look at
  place       INTEGER NOT NULL,           -- from 0, in that chunk
  sent        INTEGER NOT NULL,
  given_up    INTEGER NOT NULL,           -- the mail server did not take the mail
  dropped     INTEGER NOT NULL,           -- the user was deleted, has a password, or it was stopped
  created_at  INTEGER NOT NULL,
  paced_until INTEGER NOT NULL,           -- from then on, another mail may be queued
  stopped_at  INTEGER                     -- not null: nothing more is sent
);

-- Links to set a password. The token itself is in the mail only.
CREATE TABLE password_links (
  token_hash TEXT    PRIMARY KEY,         -- SHA-256 of the token, hexadecimal
  user_id    INTEGER NOT NULL,            -- users.id; the user may be deleted by now
  address    TEXT    NOT NULL,            -- SHA-256 of the e-mail address it was sent to, canonical
  created_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  used_at    INTEGER                      -- when a password was set; null: it was not
) WITHOUT ROWID;

CREATE INDEX password_links_user ON password_links (user_id);
