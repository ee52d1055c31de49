-- Programs that ask the directory about users. They and their groups belong to no realm.
CREATE TABLE services (
  number     INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  password   TEXT,                        -- {scheme}encoded hash
  created_at INTEGER NOT NULL
);

-- From where a service may ask.
CREATE TABLE service_hosts (
  service INTEGER NOT NULL REFERENCES services,
  host    TEXT    NOT NULL,
  PRIMARY KEY (service, host)
) WITHOUT ROWID;

-- Groups of services; those of realms are in groups. Who is in them, users.profile says.
CREATE TABLE service_groups (
  service INTEGER NOT NULL REFERENCES services,
  name    TEXT    NOT NULL,
  PRIMARY KEY (service, name)
) WITHOUT ROWID;

-- Which group is a subgroup of which. Each of the two is of a realm, and its service 0, or of a
-- service, and its realm 0.
CREATE TABLE group_links (
  parent_realm   INTEGER NOT NULL,
  parent_service INTEGER NOT NULL,
  parent_name    TEXT    NOT NULL,
  child_realm    INTEGER NOT NULL,
  child_service  INTEGER NOT NULL,
  child_name     TEXT    NOT NULL,
  PRIMARY KEY (parent_service, parent_realm, parent_name, child_service, child_realm, child_name)
) WITHOUT ROWID;

CREATE INDEX group_links_by_child ON group_links (child_service, child_realm, child_name);
