-- The webhooks in the settings of this directory's servers and workers. The end of an import adds a
-- message for each of them.
CREATE TABLE webhook_endpoints (
  url     text   PRIMARY KEY,
  seen_at bigint NOT NULL,                -- when a process last had it in its settings
  gone_at bigint                          -- when it answered 410; null: it did not
);

-- Messages that are not delivered yet.
CREATE TABLE webhook_messages (
  endpoint   text    NOT NULL REFERENCES webhook_endpoints ON DELETE CASCADE,
  id         text    NOT NULL,            -- the header webhook-id
  event      text    NOT NULL,
  realm      text    NOT NULL,
  job        text    NOT NULL,            -- jobs.id; the job may be deleted by now
  body       text    NOT NULL,
  created_at bigint  NOT NULL,
  due_at     bigint  NOT NULL,            -- when to send it; while it is sent, when to repeat that
  attempts   integer NOT NULL,            -- how often it was sent
  PRIMARY KEY (endpoint, id)
);

CREATE INDEX webhook_messages_due ON webhook_messages (endpoint, due_at);
