-- The webhooks in the settings of this directory's servers and workers. The end of an import adds a
-- message for each of them.
CREATE TABLE webhook_endpoints (
  url     TEXT PRIMARY KEY,
  seen_at INTEGER NOT NULL,               -- when a process last had it in its settings
  gone_at INTEGER                         -- when it answered 410; null: it did not
) WITHOUT ROWID;

-- Messages that are not delivered yet.
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
