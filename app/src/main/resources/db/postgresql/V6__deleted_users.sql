-- Users that were deleted, so that a user whom an import inserted and who is gone is no damage.
CREATE TABLE deleted_users (
  id         bigint PRIMARY KEY,
  deleted_at bigint NOT NULL
);

-- How values of attributes are written in keys. 1: numbers as their record had them. 2: numbers in
-- canonical decimal form.
ALTER TABLE directory ADD COLUMN key_form int NOT NULL DEFAULT 1;

-- Each transaction that writes keys takes the next number: an import that finds a gap between two
-- of its own knows that somebody else wrote.
CREATE SEQUENCE key_writers;

GRANT USAGE ON SEQUENCE key_writers TO PUBLIC;
