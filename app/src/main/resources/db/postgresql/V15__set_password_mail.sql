-- How many users of a chunk get a mail to choose a password; in a dry run, how many would.
CREATE TABLE job_invitations (
  job   bigint  NOT NULL,                 -- jobs.number
  chunk bigint  NOT NULL,                 -- job_chunks.number
  users bigint  NOT NULL,
  PRIMARY KEY (job, chunk)
);

-- The mails to the users whom an ended import has created. They are put into webhook_messages little
-- by little, in the order of the records.
CREATE TABLE mailings (
  job         bigint  PRIMARY KEY,        -- jobs.number
  users       bigint  NOT NULL,           -- who get a mail
  queued      bigint  NOT NULL,           -- how many of them were put into webhook_messages
  chunk       bigint  NOT NULL,           -- the place of the next record to look at
  place       bigint  NOT NULL,           -- from 0, in that chunk
  sent        bigint  NOT NULL,
  given_up    bigint  NOT NULL,           -- the mail server did not take the mail
  dropped     bigint  NOT NULL,           -- the user was deleted, has a password, or it was stopped
  created_at  bigint  NOT NULL,
  paced_until bigint  NOT NULL,           -- from then on, another mail may be queued
  stopped_at  bigint                      -- not null: nothing more is sent
);

-- Links to set a password. The token itself is in the mail only.
CREATE TABLE password_links (
  token_hash text    PRIMARY KEY,         -- SHA-256 of the token, hexadecimal
  user_id    bigint  NOT NULL,            -- users.id; the user may be deleted by now
  address    text    NOT NULL,            -- SHA-256 of the e-mail address it was sent to, canonical
  created_at bigint  NOT NULL,
  ends_at    bigint  NOT NULL,
  used_at    bigint                       -- when a password was set; null: it was not
);

CREATE INDEX password_links_user ON password_links (user_id);
