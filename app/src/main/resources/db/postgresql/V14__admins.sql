-- The administrators of the console.
CREATE TABLE admins (
  name       text    COLLATE "C" PRIMARY KEY,
  password   text    NOT NULL,            -- {scheme}encoded hash
  all_realms boolean NOT NULL,            -- true: every realm; false: those of admin_realms
  created_at bigint  NOT NULL
);

CREATE TABLE admin_realms (
  admin text    COLLATE "C" NOT NULL REFERENCES admins ON DELETE CASCADE,
  realm integer NOT NULL REFERENCES realms,
  PRIMARY KEY (admin, realm)
);

-- The console's sessions. The token itself is in the browser's cookie only.
CREATE TABLE web_sessions (
  token_hash text   PRIMARY KEY,          -- SHA-256 of the token, hexadecimal
  admin      text   COLLATE "C" NOT NULL REFERENCES admins ON DELETE CASCADE,
  created_at bigint NOT NULL,
  ends_at    bigint NOT NULL              -- put off while the session is used
);

CREATE INDEX web_sessions_admin ON web_sessions (admin);
