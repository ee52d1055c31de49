-- Users that were created or changed and that the search index does not reflect yet. Each write of
-- users adds a row; indexing deletes it.
CREATE TABLE user_changes (
  number     INTEGER PRIMARY KEY,
  first_user INTEGER NOT NULL,
  last_user  INTEGER NOT NULL,
  users      BLOB                         -- which users of that range; null: all
);

-- The search index: for a block of 16,384 user numbers and a term, the users that have the term,
-- or had it. The place is the block's number times 2^40, plus 40 bits of the term's hash.
CREATE TABLE user_search (
  place INTEGER PRIMARY KEY,
  users BLOB NOT NULL
);

-- Blocks of which some users were indexed or are to be.
CREATE TABLE user_search_blocks (
  block   INTEGER PRIMARY KEY,
  indexed BLOB    NOT NULL,               -- the users in the index
  updated INTEGER NOT NULL,               -- how often one was indexed again since the block was built
  pending BLOB                            -- the users still to be indexed; null: none
);

INSERT INTO user_changes (first_user, last_user)
  SELECT 1, next_user - 1 FROM directory WHERE next_user > 1;
