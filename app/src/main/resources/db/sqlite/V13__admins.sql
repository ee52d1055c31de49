-- The administrators of the console.
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

-- The console's sessions. The token itself is in the browser's cookie only.
CREATE TABLE web_sessions (
  token_hash TEXT    PRIMARY KEY,         -- SHA-256 of the token, hexadecimal
  admin      TEXT    NOT NULL REFERENCES admins ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL             -- put off while the session is used
) WITHOUT ROWID;

CREATE INDEX web_sessions_admin ON web_sessions (admin);
