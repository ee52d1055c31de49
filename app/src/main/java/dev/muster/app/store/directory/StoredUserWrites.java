package dev.muster.app.store.directory;

import dev.muster.app.store.Overtaken;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.UserWrites;
import dev.muster.app.store.sql.Sql;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import dev.muster.decide.Conflict;
import dev.muster.decide.Uniqueness;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.password.HashReplacement;
import dev.muster.password.ReplacedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes single users through {@link StoredDirectory}, as imports do. */
public final class StoredUserWrites implements UserWrites {

  private final Sql sql;
  private final StoredCatalogs catalogs;
  private final DirectoryTables tables;

  public StoredUserWrites(Sql sql, StoredCatalogs catalogs, DirectoryTables tables) {
    this.sql = sql;
    this.catalogs = catalogs;
    this.tables = tables;
  }

  @Override
  public Result change(long userId, Instant at, UnaryOperator<Account> change) {
    return insist(() -> changeOnce(userId, at, change));
  }

  private Result changeOnce(long userId, Instant at, UnaryOperator<Account> change) {
    Optional<Found> found = find(userId);
    if (found.isEmpty()) {
      return new Result.NotFound();
    }
    User before = found.get().user();
    Account account = change.apply(before.account());
    if (account.equals(before.account())) {
      return new Result.Unchanged(before);
    }
    List<Conflict> conflicts = found.get().conflicts(account);
    if (!conflicts.isEmpty()) {
      return new Result.Taken(before, conflicts);
    }
    User after = before.with(account, at);
    found.get().directory().apply(List.of(new UserChange(before, after)));
    return new Result.Changed(before, after);
  }

  @Override
  public boolean replaceHash(long userId, HashReplacement replacement) {
    return insist(() -> replaceHashOnce(userId, replacement));
  }

  private boolean replaceHashOnce(long userId, HashReplacement replacement) {
    Optional<Found> found = find(userId);
    if (found.isEmpty() || !replacement.stored().equals(found.get().user().account().password())) {
      return false;
    }
    User before = found.get().user();
    AccountEditor edit = new AccountEditor(before.account());
    ReplacedHash imported = before.account().replacedHash(); // of an earlier replacement
    edit.reencoded(
        replacement.better(), imported == null ? replacement.replaced().orElse(null) : imported);
    User after = before.with(edit.account(), before.updatedAt(), fingerprint(userId));
    found.get().directory().apply(List.of(new UserChange(before, after)));
    return true;
  }

  private @Nullable RecordFingerprint fingerprint(long userId) {
    return sql
        .list(
            "SELECT record_fingerprint FROM users"
                + " WHERE id = ? AND record_fingerprint IS NOT NULL",
            row -> new RecordFingerprint(row.getLong(1)),
            userId)
        .stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean delete(long userId, Instant at) {
    return insist(() -> deleteOnce(userId, at));
  }

  private boolean deleteOnce(long userId, Instant at) {
    Optional<Found> found = find(userId);
    if (found.isEmpty()) {
      return false;
    }
    User user = found.get().user();
    if (!tables.delete(user, found.get().directory().keyRows(user))) {
      throw new StoreUnavailable(
          StoreUnavailable.Kind.OVERTAKEN,
          "the user was changed at the same moment, again and again",
          "Let the others finish, then try again.",
          new IllegalStateException("user " + userId));
    }
    sql.execute(
        "INSERT INTO deleted_users (id, deleted_at) VALUES (?, ?)", userId, at.toEpochMilli());
    return true;
  }

  /** Locks and loads a user, with a directory of its own realm. */
  private Optional<Found> find(long userId) {
    OptionalInt number =
        sql.list("SELECT realm FROM users WHERE id = ?", row -> row.getInt(1), userId).stream()
            .mapToInt(Integer::intValue)
            .findFirst();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    tables.keepRules(number.getAsInt());
    Realm realm = catalogs.rules().of(number.getAsInt());
    StoredDirectory directory =
        new StoredDirectory(
            sql, tables, realm, catalogs, TemporaryIndex.NONE, SurveyedKeys.unknown(1));
    directory.load(ChunkQuery.aboutUsers(Set.of())); // takes the locks of a writing transaction
    tables.lock(userId);
    User user = directory.load(ChunkQuery.aboutUsers(Set.of(userId))).userOrNull(userId);
    return Optional.ofNullable(user).map(there -> new Found(there, realm, directory));
  }

  /**
   * Runs {@code work}, with retries after conflicts. In a caller's transaction it runs once; the
   * caller has to retry.
   */
  private <T> T insist(Supplier<T> work) {
    try {
      return sql.transaction() > 0
          ? sql.inTransaction(work)
          : Overtaken.retried(() -> sql.inTransaction(work));
    } catch (DataViolation e) {
      throw RefusedData.unavailable(sql, e);
    }
  }

  /** A user, its realm, and the directory of that realm. */
  private record Found(User user, Realm realm, StoredDirectory directory) {

    List<Conflict> conflicts(Account account) {
      Set<Key> keys = new HashSet<>();
      new KeyScopes(realm).keysOf(account, keys::add);
      // must not load the user again, which would replace the revision that was read first
      DirectoryView view = directory.load(new ChunkQuery(Set.of(), Set.of(), keys, Set.of()));
      return new Uniqueness(realm)
          .conflicts(user.account(), account, new Owner(user.id(), user.realm()), view);
    }
  }
}
