package dev.muster.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Possible table layouts for users in PostgreSQL; docs/decisions/0015 tells which one Muster uses.
 */
enum CopyLayout {
  /** Normalised tables; the baseline for imports. */
  TEXTBOOK(
      """
      CREATE TABLE users (
        id bigint PRIMARY KEY, realm integer NOT NULL, attributes text NOT NULL,
        disabled boolean NOT NULL, created_at bigint NOT NULL, updated_at bigint NOT NULL);
      CREATE TABLE login_ids (
        id bigint PRIMARY KEY, user_id bigint NOT NULL, realm integer NOT NULL, kind text NOT NULL,
        canonical text NOT NULL, original text NOT NULL, verified boolean NOT NULL);
      CREATE UNIQUE INDEX login_ids_canonical ON login_ids (realm, kind, canonical);
      CREATE INDEX login_ids_user ON login_ids (user_id);
      CREATE TABLE credentials (
        user_id bigint PRIMARY KEY, scheme text NOT NULL, hash text NOT NULL,
        created_at bigint NOT NULL);
      CREATE TABLE memberships (
        group_id integer NOT NULL, user_id bigint NOT NULL, PRIMARY KEY (group_id, user_id));
      """,
      "users login_ids credentials memberships") {
    @Override
    void write(String table, CopyFile out, int first, int end) throws IOException {
      YardstickRows rows = YardstickRows.of(first, end);
      switch (table) {
        case "users" -> {
          for (YardstickRows.UserRow row : rows.users()) {
            out.row(6).bigint(row.id()).integer(REALM).text(row.attributes());
            out.bool(false).bigint(NOW).bigint(NOW);
          }
        }
        case "login_ids" -> {
          long id = 2L * first;
          for (YardstickRows.LoginIdRow row : rows.loginIds()) {
            out.row(7).bigint(++id).bigint(row.userId()).integer(REALM).text(row.kind());
            out.text(row.canonical()).text(row.canonical()).bool(true);
          }
        }
        case "credentials" -> {
          for (YardstickRows.UserRow row : rows.users()) {
            out.row(4).bigint(row.id()).text("bcrypt").text(row.hash()).bigint(NOW);
          }
        }
        default -> {
          for (YardstickRows.MembershipRow row : rows.memberships()) {
            out.row(2).integer(row.groupId()).bigint(row.userId());
          }
        }
      }
    }
  },

  /** One row for each user, and one table of hashed keys. */
  KEYS(Tables.wide("text", "") + Tables.KEYS, "users login_keys") {
    @Override
    void write(String table, CopyFile out, int first, int end) throws IOException {
      if (table.equals("users")) {
        for (int number = first; number < end; number++) {
          wide(out.row(WIDE), number, false);
        }
      } else {
        hashedKeys(out, first, end);
      }
    }
  },

  /** Like KEYS, with the profile as jsonb. */
  JSONB(Tables.wide("jsonb", "") + Tables.KEYS, "users login_keys") {
    @Override
    void write(String table, CopyFile out, int first, int end) throws IOException {
      if (table.equals("users")) {
        for (int number = first; number < end; number++) {
          wide(out.row(WIDE), number, true);
        }
      } else {
        hashedKeys(out, first, end);
      }
    }
  },

  /** Like KEYS, with the keys as text, not hashed. */
  TEXT_KEYS(
      Tables.wide("text", "")
          + """
          CREATE TABLE login_keys (
            key text COLLATE "C" NOT NULL, scope bigint NOT NULL, realm integer NOT NULL,
            user_id bigint NOT NULL, PRIMARY KEY (key, scope));
          """,
      "users login_keys") {
    @Override
    void write(String table, CopyFile out, int first, int end) throws IOException {
      if (table.equals("users")) {
        for (int number = first; number < end; number++) {
          wide(out.row(WIDE), number, false);
        }
      } else {
        for (CopyKey key : CopyKey.of(first, end, CopyKey.BY_TEXT)) {
          out.row(4).text(key.text()).bigint(REALM).integer(REALM).bigint(key.userId());
        }
      }
    }
  },

  /** Everything in one row, with a column and an index for each hashed key. */
  ONE_ROW(Tables.wide("text", Tables.keyColumns("uuid")) + Tables.KEY_INDEXES, "users") {
    @Override
    void write(String table, CopyFile out, int first, int end) throws IOException {
      for (int number = first; number < end; number++) {
        wide(out.row(WIDE + KEY_COLUMNS), number, false);
        for (CopyKey key : keys(number)) {
          out.uuid(key.high(), key.low()).bigint(REALM);
        }
        out.missing().missing();
      }
    }
  },

  /** Like ONE_ROW, with hashes of 64 bits. */
  ONE_ROW_64(Tables.wide("text", Tables.keyColumns("bigint")) + Tables.KEY_INDEXES, "users") {
    @Override
    void write(String table, CopyFile out, int first, int end) throws IOException {
      for (int number = first; number < end; number++) {
        wide(out.row(WIDE + KEY_COLUMNS), number, false);
        for (CopyKey key : keys(number)) {
          out.bigint(key.high()).bigint(REALM);
        }
        out.missing().missing();
      }
    }
  };

  private static final int REALM = 1;
  private static final long NOW = 1_767_225_600_000L;
  private static final int WIDE = 13;
  private static final int KEY_COLUMNS = 6;

  /** The SQL that creates the tables. */
  final String create;

  private final String tables;

  CopyLayout(String create, String tables) {
    this.create = create;
    this.tables = tables;
  }

  /** The tables, in the order in which they are written. */
  List<String> tables() {
    return List.of(tables.split(" ", -1));
  }

  /** Writes a table's rows for the users with numbers from {@code first} to before {@code end}. */
  abstract void write(String table, CopyFile out, int first, int end) throws IOException;

  private static List<CopyKey> keys(int number) {
    Person person = People.person(number, 0);
    return List.of(CopyKey.email(person, number + 1L), CopyKey.username(person, number + 1L));
  }

  private static void hashedKeys(CopyFile out, int first, int end) throws IOException {
    for (CopyKey key : CopyKey.of(first, end, CopyKey.BY_HASH)) {
      out.row(5).bigint(key.high()).bigint(key.low()).bigint(REALM).bigint(key.userId());
      out.integer(REALM);
    }
  }

  private static void wide(CopyFile out, int number, boolean jsonb) throws IOException {
    Person person = People.person(number, 0);
    out.bigint(number + 1L).integer(REALM).text(person.username()).text(person.email());
    out.missing().bool(true).bool(false).bool(false).text("{bcrypt}" + person.bcrypt());
    String profile = profile(person);
    if (jsonb) {
      out.jsonb(profile);
    } else {
      out.text(profile);
    }
    out.bigint(NOW).bigint(NOW).bigint(0);
  }

  /** The profile as Muster's store writes it. */
  private static String profile(Person person) {
    StringBuilder text = new StringBuilder(800).append("{\"attributes\":{");
    Writing.attributes(text, person);
    text.insert(text.indexOf(",\"custom_attributes\""), '}');
    text.append(",\"groups\":[\"").append(person.groups().get(0)).append("\",\"");
    return text.append(person.groups().get(1)).append("\"]}").toString();
  }

  /** SQL that several layouts share. */
  private static final class Tables {

    static final String KEYS =
        """
        CREATE TABLE login_keys (
          key_high bigint NOT NULL, key_low bigint NOT NULL, scope bigint NOT NULL,
          user_id bigint NOT NULL, realm integer NOT NULL,
          PRIMARY KEY (key_high, key_low, scope));
        """;

    static final String KEY_INDEXES =
        """
        CREATE UNIQUE INDEX users_email ON users (email_key, email_scope)
          WHERE email_key IS NOT NULL;
        CREATE UNIQUE INDEX users_username ON users (username_key, username_scope)
          WHERE username_key IS NOT NULL;
        CREATE UNIQUE INDEX users_phone ON users (phone_key, phone_scope)
          WHERE phone_key IS NOT NULL;
        """;

    private Tables() {}

    static String wide(String profileType, String more) {
      return String.format(
          Locale.ROOT,
          """
          CREATE TABLE users (
            id bigint PRIMARY KEY, realm integer NOT NULL, username text, email text,
            phone_number text, email_verified boolean NOT NULL,
            phone_number_verified boolean NOT NULL, disabled boolean NOT NULL, password text,
            profile %s NOT NULL, created_at bigint NOT NULL, updated_at bigint NOT NULL,
            revision bigint NOT NULL%s);
          """,
          profileType,
          more);
    }

    static String keyColumns(String type) {
      return ", email_key T, email_scope bigint, username_key T, username_scope bigint,"
          .concat(" phone_key T, phone_scope bigint")
          .replace("T", type);
    }
  }
}
