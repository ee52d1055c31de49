-- Users that were deleted, so that a user whom an import inserted and who is gone is no damage.
CREATE TABLE deleted_users (
  id         INTEGER PRIMARY KEY,
  deleted_at INTEGER NOT NULL
);

-- How values of attributes are written in keys. 1: numbers as their record had them. 2: numbers in
-- canonical decimal form.
ALTER TABLE directory ADD COLUMN key_form INTEGER NOT NULL DEFAULT 1;
