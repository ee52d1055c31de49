package dev.muster.app.store.check;

import dev.muster.app.store.CheckProgress;
import dev.muster.app.store.Damage;
import dev.muster.app.store.directory.KeyRow;
import dev.muster.app.store.directory.KeyScopes;
import dev.muster.app.store.directory.UserRow;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares {@code login_keys} with the keys of all users' accounts. Each user's keys are looked up
 * in the table. Only if the table has more rows than that is every row checked against its user.
 */
final class KeyCheck {

  /**
   * Keys to collect before a look-up. They are sorted in index order, so that each page is read
   * once.
   */
  private static final int WAITING = 50_000;

  private static final int AT_ONCE = 1000;

  private static final String ROWS =
      "SELECT key_high, key_low, scope, realm, user_id FROM login_keys";

  private final Sql sql;
  private final Function<Integer, Realm> realms;
  private final Findings findings;
  private final CheckProgress progress;
  private final Map<KeyRow, Key> waiting = new HashMap<>();
  private long found;

  /**
   * Starts a check.
   *
   * @param realms realms by number, with the uniqueness rules that {@code login_keys} follows
   */
  KeyCheck(Sql sql, Function<Integer, Realm> realms, Findings findings, CheckProgress progress) {
    this.sql = sql;
    this.realms = realms;
    this.findings = findings;
    this.progress = progress;
  }

  /** Adds a user whose keys are to be checked, now or later. */
  void expect(User user) {
    rows(user, waiting);
    if (waiting.size() >= WAITING) {
      lookUp();
    }
  }

  /** Ends the check after the last user. Returns the number of rows in {@code login_keys}. */
  long finish() {
    lookUp();
    long rows = sql.number("SELECT count(*) FROM login_keys");
    if (rows != found) {
      everyRow(rows);
    }
    return rows;
  }

  private void rows(User user, Map<KeyRow, Key> rows) {
    KeyScopes scopes = new KeyScopes(realms.apply(user.realm()));
    scopes.keysOf(
        user.account(),
        key ->
            rows.put(
                new KeyRow(key.hash(), scopes.scopeNumber(key, user), user.realm(), user.id()),
                key));
  }

  private void lookUp() {
    List<Map.Entry<KeyRow, Key>> wanted = new ArrayList<>(waiting.entrySet());
    wanted.sort(Map.Entry.comparingByKey(KeyRow.INDEX_ORDER));
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      lookUp(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)));
    }
    waiting.clear();
  }

  private void lookUp(List<Map.Entry<KeyRow, Key>> wanted) {
    Object[] hashes = wanted.stream().map(entry -> entry.getKey().key().high()).toArray();
    Set<KeyRow> there = new HashSet<>();
    Map<Place, Long> firstOwners = new HashMap<>();
    sql.list(
        ROWS + " WHERE key_high IN (" + questionMarks(hashes.length) + ")",
        line -> {
          KeyRow row = row(line);
          firstOwners.merge(Place.of(row), row.userId(), Math::min);
          return there.add(row);
        },
        hashes);
    wanted.forEach(
        entry -> {
          KeyRow row = entry.getKey();
          if (there.contains(row)) {
            found++;
            long first = firstOwners.getOrDefault(Place.of(row), row.userId());
            if (first != row.userId()) {
              findings.add(
                  Damage.SHARED_KEY,
                  words(entry.getValue(), row) + ", and " + findings.user(first));
            }
          } else {
            findings.add(Damage.MISSING_KEY, words(entry.getValue(), row));
          }
        });
  }

  private void everyRow(long rows) {
    List<KeyRow> some = new ArrayList<>(AT_ONCE);
    AtomicLong seen = new AtomicLong();
    sql.each(
        ROWS,
        row -> {
          progress.reached("keys", seen.incrementAndGet(), rows);
          some.add(row(row));
          if (some.size() == AT_ONCE) {
            checkOwners(some);
            some.clear();
          }
          return true;
        });
    if (!some.isEmpty()) {
      checkOwners(some);
    }
  }

  private void checkOwners(List<KeyRow> rows) {
    Object[] numbers = rows.stream().map(KeyRow::userId).distinct().toArray();
    Set<Long> known = new HashSet<>();
    Map<Long, Set<KeyRow>> keys = new HashMap<>();
    sql.list(
        "SELECT "
            + UserRow.COLUMNS
            + " FROM users WHERE id IN ("
            + questionMarks(numbers.length)
            + ")",
        row -> {
          known.add(row.getLong(1));
          UsersCheck.read(row).ifPresent(user -> keys.put(user.id(), keysOf(user)));
          return true;
        },
        numbers);
    for (KeyRow row : rows) {
      if (!known.contains(row.userId())) {
        findings.add(Damage.ORPHAN_KEY, words(row));
      } else if (!keys.getOrDefault(row.userId(), Set.of(row)).contains(row)) {
        findings.add(Damage.STRAY_KEY, words(row));
      }
    }
  }

  private Set<KeyRow> keysOf(User user) {
    Map<KeyRow, Key> rows = new HashMap<>();
    rows(user, rows);
    return rows.keySet();
  }

  private String words(Key key, KeyRow row) {
    return kind(key) + " of " + findings.user(row.userId());
  }

  /** Omits the key's hash, from which a short value could be guessed. */
  private String words(KeyRow row) {
    return "a key in scope " + row.scope() + " of " + findings.user(row.userId());
  }

  /** The kind of a key; its value is personal data and is not reported. */
  private static String kind(Key key) {
    return switch (key.text().charAt(0)) {
      case 'u' -> "user name";
      case 'e' -> "e-mail";
      case 'p' -> "phone number";
      case 'x' -> "external id";
      default -> key.attributePath();
    };
  }

  /** A unique entry of the index: one user at most may own it. */
  private record Place(KeyHash key, long scope) {

    static Place of(KeyRow row) {
      return new Place(row.key(), row.scope());
    }
  }

  private static KeyRow row(ResultSet row) throws SQLException {
    return new KeyRow(
        new KeyHash(row.getLong(1), row.getLong(2)), row.getLong(3), row.getInt(4), row.getLong(5));
  }

  private static String questionMarks(int count) {
    return Collections.nCopies(count, "?").stream().collect(Collectors.joining(","));
  }
}
