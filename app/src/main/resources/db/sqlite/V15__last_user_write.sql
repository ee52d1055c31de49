-- Who wrote users or keys last; no row before anybody has. An import that nobody else has written
-- beside since its last transaction knows what is there without looking.
CREATE TABLE last_user_write (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  writer INTEGER NOT NULL,                -- a random number of the import or other change
  writes INTEGER NOT NULL                 -- how many writes there were
);
