package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.realm;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.UserWrites.Result;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.match.UserChange;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReplacement;
import dev.muster.password.ReplacedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changing single users has to do in any store. */
abstract class UserWritesContract {

  private static final Instant LATER = Instant.parse("2026-03-01T12:00:00.123Z");

  @TempDir private Path folder;
  private String address = "";
  private Session store;

  abstract StoreKind kind();

  /** Realm 1 has unique login ids, realm 2 has none that are. */
  @BeforeEach
  void begin() throws RulesBroken {
    address = kind().emptyDirectory(folder, "muster");
    store = StoreKind.open(address);
    store.catalogs().createRealm("r2");
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
    store.adopt(realm(2, UniqueScope.NONE), Actor.SYSTEM, Instant.EPOCH);
    store.reserveUserNumbers(10);
    SqliteDirectoryTest.put(store, UniqueScope.REALM, user(1, 1, "email=ann", "badge=1"));
    SqliteDirectoryTest.put(store, UniqueScope.REALM, user(2, 1, "email=bob", "badge=2"));
    SqliteDirectoryTest.put(store, UniqueScope.NONE, user(3, 2, "email=ann", "badge=1", "id=7"));
    SqliteDirectoryTest.put(store, UniqueScope.NONE, user(4, 2, "email=bob"));
  }

  @AfterEach
  void theDirectoryIsSound() {
    store.close();
    DirectoryInvariants.assertHold(folder, address);
  }

  @Test
  void aChangeMovesKeysAndCarriesItsTime() {
    Result result = store.userWrites().change(1, LATER, email("cy"));
    assertThat(result).isInstanceOf(Result.Changed.class);
    User after = ((Result.Changed) result).after();
    assertThat(after.updatedAt()).isEqualTo(LATER);
    assertThat(after.createdAt()).isEqualTo(Instant.EPOCH);
    assertThat(store.users().find(1, "cy")).containsExactly(after);
    assertThat(store.users().find(1, "ann")).isEmpty();
    assertThat(store.userWrites().change(2, LATER, email("ann")))
        .isInstanceOf(Result.Changed.class);
  }

  @Test
  void whatIsTheSameIsNotWritten() {
    assertThat(store.userWrites().change(1, LATER, account -> account))
        .isInstanceOf(Result.Unchanged.class);
    assertThat(theUser(1).updatedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whoIsNotThereIsNotFound() {
    assertThat(store.userWrites().change(9, LATER, email("x"))).isEqualTo(new Result.NotFound());
    assertThat(store.userWrites().delete(9, LATER)).isFalse();
  }

  @Test
  void whatIsAnothersIsAConflictByTheRulesOfTheUsersRealm() {
    User before = theUser(1);
    Result result =
        store
            .userWrites()
            .change(1, LATER, account -> badge("2").apply(email("bob").apply(account)));
    assertThat(((Result.Taken) result).conflicts())
        .extracting(conflict -> conflict.label())
        .containsExactly("email", "badge");
    assertThat(theUser(1)).isEqualTo(before);
    assertThat(store.userWrites().change(3, LATER, email("bob")))
        .isInstanceOf(Result.Changed.class);
    assertThat(store.userWrites().change(4, LATER, badge("1"))).isInstanceOf(Result.Taken.class);
    assertThat(store.userWrites().change(4, LATER, badge("2"))).isInstanceOf(Result.Changed.class);
  }

  @Test
  void aChangeClearsTheFingerprint() {
    User known =
        theUser(1).with(email("cy").apply(theUser(1).account()), LATER, new RecordFingerprint(1));
    try (ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of())) {
      target.directory().apply(List.of(new UserChange(theUser(1), known)));
    }
    assertThat(hasFingerprint(1)).isTrue();
    store.userWrites().change(1, LATER, account -> badge("3").apply(account));
    assertThat(hasFingerprint(1)).isFalse();
  }

  @Test
  void whoIsDeletedIsGoneWithItsKeys() {
    assertThat(store.userWrites().delete(3, LATER)).isTrue();
    assertThat(store.userWrites().delete(3, LATER)).isFalse();
    assertThat(store.users().find(2, "ann")).isEmpty();
    assertThat(store.users().find(2, "ldap:7")).isEmpty();
    assertThat(store.users().find(1, "ann")).hasSize(1);
    assertThat(store.userWrites().change(4, LATER, badge("1"))).isInstanceOf(Result.Changed.class);
  }

  @Test
  void itTakesPartInTheTransactionThatIsGoingOn() {
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    () -> {
                      store.userWrites().change(1, LATER, email("cy"));
                      store.userWrites().delete(2, LATER);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(store.users().find(1, "ann")).hasSize(1);
    assertThat(store.users().find(1, "bob")).hasSize(1);
  }

  @Test
  void severalAtOnceLoseNoChange() throws Exception {
    int threads = 4;
    int changes = 25;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(() -> addToName(changes));
      }
      for (Future<Boolean> done : pool.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }
    assertThat(theUser(1).account().attributes().text("name"))
        .isEqualTo("x".repeat(threads * changes));
  }

  @Test
  void aBetterHashReplacesTheOneThatWasVerified() {
    EncodedHash weak = new EncodedHash("bcrypt", "$2b$weak");
    EncodedHash better = new EncodedHash("argon2", "$argon2id$better");
    HashReplacement replacement =
        new HashReplacement(weak, better, Optional.of(ReplacedHash.of(weak)));
    assertThat(store.userWrites().replaceHash(1, replacement)).as("no password").isFalse();
    assertThat(store.userWrites().replaceHash(9, replacement)).as("no user").isFalse();
    store.userWrites().change(1, LATER, password(weak));
    execute("UPDATE users SET record_fingerprint = 7 WHERE id = 1");
    assertThat(store.userWrites().replaceHash(1, replacement)).isTrue();
    User after = theUser(1);
    assertThat(after.account().password()).isEqualTo(better);
    assertThat(after.updatedAt()).isEqualTo(LATER);
    assertThat(hasFingerprint(1)).as("the user has not changed").isTrue();
    assertThat(store.userWrites().change(1, LATER.plusSeconds(1), password(weak)))
        .as("of the same password")
        .isInstanceOf(Result.Unchanged.class);
    assertThat(store.userWrites().replaceHash(1, replacement)).as("replaced by now").isFalse();
    EncodedHash other = new EncodedHash("bcrypt", "$2b$other");
    assertThat(store.userWrites().change(1, LATER, password(other)))
        .isInstanceOf(Result.Changed.class);
    assertThat(store.userWrites().change(1, LATER, password(weak)))
        .as("of an earlier password")
        .isInstanceOf(Result.Changed.class);
  }

  private void execute(String statement) {
    ((JdbcSession) store).sql.execute(statement);
  }

  private static UnaryOperator<Account> password(EncodedHash hash) {
    return account -> {
      AccountEditor edit = new AccountEditor(account);
      edit.password(hash);
      return edit.account();
    };
  }

  private boolean addToName(int times) {
    try (Session own = StoreKind.open(address)) {
      for (int i = 0; i < times; i++) {
        own.userWrites()
            .change(
                1,
                LATER,
                account -> {
                  String name = account.attributes().text("name");
                  AccountEditor edit = new AccountEditor(account);
                  edit.attribute("name", Value.of((name == null ? "" : name) + "x"));
                  return edit.account();
                });
      }
    }
    return true;
  }

  @Test
  void ofTwoWhoWantOneValueOneGetsIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        String wanted = "wanted" + round;
        List<Callable<Result>> work = new ArrayList<>();
        for (long id = 1; id <= 2; id++) {
          long user = id;
          work.add(
              () -> {
                try (Session own = StoreKind.open(address)) {
                  return own.userWrites().change(user, LATER, email(wanted));
                }
              });
        }
        List<Class<?>> results = new ArrayList<>();
        for (Future<Result> done : pool.invokeAll(work)) {
          results.add(done.get().getClass());
        }
        assertThat(results).containsExactlyInAnyOrder(Result.Changed.class, Result.Taken.class);
      }
    } finally {
      pool.shutdown();
    }
  }

  private boolean hasFingerprint(long id) {
    return ((JdbcSession) store)
            .sql.number(
                "SELECT count(*) FROM users WHERE id = ? AND record_fingerprint IS NOT NULL", id)
        == 1;
  }

  private User theUser(long id) {
    List<User> all = new ArrayList<>();
    store.users().each(Optional.empty(), all::add);
    return all.stream().filter(user -> user.id() == id).findFirst().orElseThrow();
  }

  private static UnaryOperator<Account> email(String value) {
    return account -> {
      AccountEditor edit = new AccountEditor(account);
      edit.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, value));
      return edit.account();
    };
  }

  private static UnaryOperator<Account> badge(String value) {
    return account -> {
      AccountEditor edit = new AccountEditor(account);
      edit.customAttribute("badge", Value.of(value));
      return edit.account();
    };
  }
}
