-- The tables as the migrations in sqlite/ leave them. Made by NewSqliteFileTest.

CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);

CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");

CREATE TABLE directory (
  number     INTEGER PRIMARY KEY CHECK (number = 1),
  id         TEXT    NOT NULL,            -- 15 hexadecimal digits, part of every user id shown
  next_user  INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, fingerprint_key TEXT, key_form INTEGER NOT NULL DEFAULT 1);

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
, record_fingerprint INTEGER);

CREATE TABLE login_keys (
  key_high INTEGER NOT NULL,
  key_low  INTEGER NOT NULL,
  scope    INTEGER NOT NULL,
  realm    INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  PRIMARY KEY (key_high, key_low, scope)
) WITHOUT ROWID;

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
, actor TEXT NOT NULL DEFAULT 'cli:unknown', origin TEXT NOT NULL DEFAULT 'cli', public_id TEXT, external_id TEXT, idempotency_key TEXT, parent INTEGER, header TEXT, wanted TEXT, expires_at INTEGER, deleted_at INTEGER, upload INTEGER, lines TEXT, mark TEXT);

CREATE TABLE job_claims (
  job     INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  key     TEXT    NOT NULL,
  line    INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  PRIMARY KEY (job, key)
) WITHOUT ROWID;

CREATE TABLE services (
  number     INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  password   TEXT,                        -- {scheme}encoded hash
  created_at INTEGER NOT NULL
);

CREATE TABLE service_hosts (
  service INTEGER NOT NULL REFERENCES services,
  host    TEXT    NOT NULL,
  PRIMARY KEY (service, host)
) WITHOUT ROWID;

CREATE TABLE service_groups (
  service INTEGER NOT NULL REFERENCES services,
  name    TEXT    NOT NULL,
  PRIMARY KEY (service, name)
) WITHOUT ROWID;

CREATE TABLE group_links (
  parent_realm   INTEGER NOT NULL,
  parent_service INTEGER NOT NULL,
  parent_name    TEXT    NOT NULL,
  child_realm    INTEGER NOT NULL,
  child_service  INTEGER NOT NULL,
  child_name     TEXT    NOT NULL,
  PRIMARY KEY (parent_service, parent_realm, parent_name, child_service, child_realm, child_name)
) WITHOUT ROWID;

CREATE INDEX group_links_by_child ON group_links (child_service, child_realm, child_name);

CREATE TABLE deleted_users (
  id         INTEGER PRIMARY KEY,
  deleted_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX jobs_by_public_id ON jobs (public_id) WHERE public_id IS NOT NULL;

CREATE UNIQUE INDEX jobs_by_idempotency_key ON jobs (actor, realm, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

CREATE INDEX jobs_by_expiry ON jobs (expires_at) WHERE expires_at IS NOT NULL;

CREATE INDEX jobs_deleted ON jobs (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE "job_chunks" (
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
  rejects      BLOB, sources BLOB,                      -- failed records as their source had them, compressed
  PRIMARY KEY (job, number)
);

CREATE TABLE job_problems (
  job     INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  code    TEXT    NOT NULL,
  chunk   INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (job, code, chunk)
) WITHOUT ROWID;

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

CREATE TABLE submissions (
  job       INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  node      TEXT,                         -- which worker took it last; null: none yet
  trouble   TEXT,                         -- why that worker gave it back; null: it did not
  cancelled INTEGER NOT NULL,             -- 1: the worker that has it is to stop
  due_at    INTEGER,                      -- when it is to be worked on; null: no more
  failures  INTEGER NOT NULL              -- how often it was given back in a row
);

CREATE INDEX submissions_due ON submissions (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE user_changes (
  number     INTEGER PRIMARY KEY,
  first_user INTEGER NOT NULL,
  last_user  INTEGER NOT NULL,
  users      BLOB                         -- which users of that range; null: all
);

CREATE TABLE user_search (
  place INTEGER PRIMARY KEY,
  users BLOB NOT NULL
);

CREATE TABLE user_search_blocks (
  block   INTEGER PRIMARY KEY,
  indexed BLOB    NOT NULL,               -- the users in the index
  updated INTEGER NOT NULL,               -- how often one was indexed again since the block was built
  pending BLOB                            -- the users still to be indexed; null: none
);

CREATE TABLE signing_keys (
  id         TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  jwk        TEXT    NOT NULL
) WITHOUT ROWID;

CREATE TABLE revoked_tokens (
  id         TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL             -- when the row can be deleted
) WITHOUT ROWID;

CREATE TABLE webhook_endpoints (
  url     TEXT PRIMARY KEY,
  seen_at INTEGER NOT NULL,               -- when a process last had it in its settings
  gone_at INTEGER                         -- when it answered 410; null: it did not
) WITHOUT ROWID;

CREATE TABLE webhook_messages (
  endpoint   TEXT    NOT NULL REFERENCES webhook_endpoints ON DELETE CASCADE,
  id         TEXT    NOT NULL,            -- the header webhook-id
  event      TEXT    NOT NULL,
  realm      TEXT    NOT NULL,
  job        TEXT    NOT NULL,            -- jobs.id; the job may be deleted by now
  body       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  due_at     INTEGER NOT NULL,            -- when to send it; while it is sent, when to repeat that
  attempts   INTEGER NOT NULL,            -- how often it was sent
  PRIMARY KEY (endpoint, id)
) WITHOUT ROWID;

CREATE INDEX webhook_messages_due ON webhook_messages (endpoint, due_at);

CREATE TABLE job_missing (
  job    INTEGER PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  result TEXT    NOT NULL                 -- JSON
);

CREATE TABLE job_missing_users (
  job     INTEGER NOT NULL REFERENCES jobs ON DELETE CASCADE,
  user_id INTEGER NOT NULL,
  login   TEXT    NOT NULL,               -- at that time; empty: the user had none
  PRIMARY KEY (job, user_id)
) WITHOUT ROWID;

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

CREATE INDEX jobs_by_upload ON jobs (upload) WHERE upload IS NOT NULL;

CREATE TABLE executed_simulations (
  simulation INTEGER PRIMARY KEY,         -- jobs.number
  job        TEXT    NOT NULL             -- jobs.id of its execution
);

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

CREATE TABLE admins (
  name       TEXT    PRIMARY KEY,
  password   TEXT    NOT NULL,            -- {scheme}encoded hash
  all_realms INTEGER NOT NULL,            -- 1: every realm; 0: those of admin_realms
  created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE admin_realms (
  admin TEXT    NOT NULL REFERENCES admins ON DELETE CASCADE,
  realm INTEGER NOT NULL REFERENCES realms,
  PRIMARY KEY (admin, realm)
) WITHOUT ROWID;

CREATE TABLE web_sessions (
  token_hash TEXT    PRIMARY KEY,         -- SHA-256 of the token, hexadecimal
  admin      TEXT    NOT NULL REFERENCES admins ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL             -- put off while the session is used
) WITHOUT ROWID;

CREATE INDEX web_sessions_admin ON web_sessions (admin);

CREATE TABLE job_invitations (
  job   INTEGER NOT NULL,                 -- jobs.number
  chunk INTEGER NOT NULL,                 -- job_chunks.number
  users INTEGER NOT NULL,
  PRIMARY KEY (job, chunk)
) WITHOUT ROWID;

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

CREATE TABLE password_links (
  token_hash TEXT    PRIMARY KEY,         -- SHA-256 of the token, hexadecimal
  user_id    INTEGER NOT NULL,            -- users.id; the user may be deleted by now
  address    TEXT    NOT NULL,            -- SHA-256 of the e-mail address it was sent to, canonical
  created_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  used_at    INTEGER                      -- when a password was set; null: it was not
) WITHOUT ROWID;

CREATE INDEX password_links_user ON password_links (user_id);

CREATE TABLE last_user_write (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  writer INTEGER NOT NULL,                -- a random number of the import or other change
  writes INTEGER NOT NULL                 -- how many writes there were
);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (1, '1', 'directory and jobs', 'SQL', 'V1__directory_and_jobs.sql', 1708637562, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (2, '2', 'services and their groups', 'SQL', 'V2__services_and_their_groups.sql', -1686964020, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (3, '3', 'seals', 'SQL', 'V3__seals.sql', -5715990, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (4, '4', 'deleted users', 'SQL', 'V4__deleted_users.sql', 766064714, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (5, '5', 'job model and results', 'SQL', 'V5__job_model_and_results.sql', 147793629, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (6, '6', 'record fingerprints', 'SQL', 'V6__record_fingerprints.sql', 1982116869, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (7, '7', 'submitted imports', 'SQL', 'V7__submitted_imports.sql', -901096259, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (8, '8', 'user search', 'SQL', 'V8__user_search.sql', 306637473, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (9, '9', 'signing keys', 'SQL', 'V9__signing_keys.sql', -1259370609, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (10, '10', 'webhooks', 'SQL', 'V10__webhooks.sql', 979543992, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (11, '11', 'missing users', 'SQL', 'V11__missing_users.sql', -1672484870, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (12, '12', 'uploaded files', 'SQL', 'V12__uploaded_files.sql', -1360631345, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (13, '13', 'admins', 'SQL', 'V13__admins.sql', -1309593938, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (14, '14', 'set password mail', 'SQL', 'V14__set_password_mail.sql', 340173674, 1, '', 0);

INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, success, installed_by, execution_time)
  VALUES (15, '15', 'last user write', 'SQL', 'V15__last_user_write.sql', 500437515, 1, '', 0);
