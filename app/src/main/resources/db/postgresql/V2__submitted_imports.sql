-- Imports that any node may carry out. jobs.state may be 'pending' from now on.
CREATE TABLE submissions (
  job       bigint  PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  parts     int     NOT NULL,             -- how many rows job_inputs has for it
  node      text,                         -- who took it last; null: nobody yet
  trouble   text,                         -- why that node gave it back; null: it did not
  cancelled boolean NOT NULL              -- somebody asks whoever is at work on it to stop
);

-- The bytes of their inputs as they came, in order. They are read again for reports, and may be
-- deleted when nobody wants the records in those any more.
CREATE TABLE job_inputs (
  job    bigint NOT NULL REFERENCES jobs ON DELETE CASCADE,
  part   int    NOT NULL,                 -- from 0
  bytes  bytea  NOT NULL,                 -- 1 MiB, the last one less
  PRIMARY KEY (job, part)
);

-- Which of them are to be worked on, in the columns that db-scheduler wants; task_instance is
-- jobs.id. Who is at work says so every second, in last_heartbeat.
CREATE TABLE import_queue (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX import_queue_due ON import_queue (execution_time);
