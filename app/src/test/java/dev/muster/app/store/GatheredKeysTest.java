package dev.muster.app.store;

import static dev.muster.app.store.DirectoryContract.apply;
import static dev.muster.app.store.DirectoryContract.email;
import static dev.muster.app.store.DirectoryContract.load;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.directory.StoredTarget;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a transaction of an import, new keys wait to be written with those of later chunks. */
class GatheredKeysTest {

  private static final Realm REALM = RandomUsers.realm(1, UniqueScope.REALM);

  @TempDir private Path folder;
  private String address = "";

  @ParameterizedTest
  @EnumSource
  void are_found_by_later_chunks(StoreKind kind) {
    in(
        kind,
        target ->
            target.inTransaction(
                () -> {
                  load(target.directory(), email("a")); // as every chunk begins
                  apply(target.directory(), new UserChange(null, user(1, 1, "email=a")));
                  return expectOwner(target.directory(), "a", 1);
                }));
  }

  @ParameterizedTest
  @EnumSource
  void wait_until_they_are_settled(StoreKind kind) {
    in(
        kind,
        target ->
            target.inTransaction(
                () -> {
                  load(target.directory(), email("a"));
                  apply(target.directory(), new UserChange(null, user(1, 1, "email=a")));
                  assertThat(keys(target)).isZero();
                  target.awaitWrites();
                  assertThat(keys(target)).isOne();
                  return true;
                }));
  }

  /** Such as how far this import is: a server notes that every second. */
  @ParameterizedTest
  @EnumSource
  void still_wait_after_others_have_written_something_else(StoreKind kind) {
    in(
        kind,
        target -> {
          insert(target, 1);
          try (Session other = StoreKind.open(address)) {
            other.reserveUserNumbers(10);
          }
          target.inTransaction(
              () -> {
                load(target.directory(), email("b"));
                apply(target.directory(), new UserChange(null, user(2, 1, "email=b")));
                assertThat(keys(target)).isOne();
                return true;
              });
        });
  }

  /** What a transaction noted that was rolled back must not hide what others wrote after it. */
  @ParameterizedTest
  @EnumSource
  void do_not_wait_after_others_have_written_users(StoreKind kind) {
    in(
        kind,
        target -> {
          insert(target, 1);
          assertThatThrownBy(
                  () ->
                      target.inTransaction(
                          () -> {
                            load(target.directory(), email("a"));
                            apply(target.directory(), new UserChange(null, user(2, 1, "email=b")));
                            target.awaitWrites();
                            throw new IllegalStateException("broken");
                          }))
              .hasMessage("broken");
          try (Session other = StoreKind.open(address);
              ImportTarget next = other.target(REALM, Set.of())) {
            insert(next, 3);
          }
          target.inTransaction(
              () -> {
                expectOwner(target.directory(), "e3", 3);
                apply(target.directory(), new UserChange(null, user(4, 1, "email=d")));
                assertThat(keys(target)).isEqualTo(3);
                return true;
              });
        });
  }

  private static void insert(ImportTarget target, long id) {
    target.inTransaction(
        () -> {
          load(target.directory(), email("e" + id));
          apply(target.directory(), new UserChange(null, user(id, 1, "email=e" + id)));
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource
  void do_not_wait_where_each_chunk_looks_them_up(StoreKind kind) {
    in(
        kind,
        target -> {
          apply(target.directory(), new UserChange(null, user(1, 1, "email=a")));
          try (Session later = StoreKind.open(address);
              ImportTarget next = later.target(REALM, Set.of())) {
            next.inTransaction(
                () -> {
                  load(next.directory(), email("b"));
                  apply(next.directory(), new UserChange(null, user(2, 1, "email=b")));
                  assertThat(keys(next)).isEqualTo(2);
                  return true;
                });
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void may_be_given_up_before_they_are_written(StoreKind kind) {
    in(
        kind,
        target -> {
          User before = user(1, 1, "email=a");
          target.inTransaction(
              () -> {
                Directory directory = target.directory();
                load(directory, email("x"));
                apply(directory, new UserChange(null, before));
                apply(directory, new UserChange(before, user(1, 1, "email=b")));
                apply(directory, new UserChange(null, user(2, 1, "email=a")));
                return true;
              });
          expectOwner(target.directory(), "b", 1);
          expectOwner(target.directory(), "a", 2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void are_forgotten_with_a_transaction_that_fails(StoreKind kind) {
    in(
        kind,
        target -> {
          Directory directory = target.directory();
          assertThatThrownBy(
                  () ->
                      target.inTransaction(
                          () -> {
                            load(directory, email("a"));
                            apply(directory, new UserChange(null, user(1, 1, "email=a")));
                            throw new IllegalStateException("broken");
                          }))
              .hasMessage("broken");
          target.inTransaction(
              () -> {
                load(directory, email("b"));
                apply(directory, new UserChange(null, user(2, 1, "email=b")));
                return true;
              });
          assertThat(load(directory, email("a")).owners(email("a"))).isEmpty();
          expectOwner(directory, "b", 2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void are_all_written_however_many_there_are(StoreKind kind) {
    int many = 10_000;
    in(
        kind,
        target -> {
          Directory directory = target.directory();
          target.inTransaction(
              () -> {
                load(directory, email("x"));
                for (int first = 1; first <= many; first += 1000) {
                  UserChange[] chunk = new UserChange[1000];
                  for (int i = 0; i < chunk.length; i++) {
                    int id = first + i;
                    chunk[i] = new UserChange(null, user(id, 1, "email=e" + id, "username=u" + id));
                  }
                  apply(directory, chunk);
                }
                return true;
              });
          for (int id = 1; id <= many; id += 333) {
            expectOwner(directory, "e" + id, id);
          }
        });
  }

  private void in(StoreKind kind, Consumer<ImportTarget> work) {
    address = kind.emptyDirectory(folder, "gathered");
    try (Session store = StoreKind.open(address)) {
      store.adopt(REALM, Actor.SYSTEM, Instant.EPOCH);
      try (ImportTarget target = store.target(REALM, Set.of())) {
        work.accept(target);
      }
    } catch (RulesBroken e) {
      throw new AssertionError(e);
    }
  }

  private static long keys(ImportTarget target) {
    return ((StoredTarget) target).sql().number("SELECT count(*) FROM login_keys");
  }

  private static boolean expectOwner(Directory directory, String address, long id) {
    DirectoryView view = load(directory, email(address));
    assertThat(view.owners(email(address))).containsExactly(new Owner(id, 1));
    return true;
  }
}
