-- Whether workers are hashing the plain passwords that an import has, before it begins.
ALTER TABLE submissions ADD COLUMN hashing boolean NOT NULL DEFAULT false;

-- What they have hashed of it so far; deleted when it has ended.
CREATE TABLE job_hashes (
  job          bigint NOT NULL REFERENCES jobs ON DELETE CASCADE,
  first_record bigint NOT NULL,           -- 0-based index of the first record of the portion
  last_record  bigint NOT NULL,           -- index of the last one that has a hash here
  node         text   NOT NULL,           -- who hashed them
  hashes       bytea  NOT NULL,           -- index and hash of each, as store.SharedHashes writes it
  PRIMARY KEY (job, first_record)
);
