package dev.muster.app.store;

import static dev.muster.app.store.DirectoryContract.apply;
import static dev.muster.app.store.DirectoryContract.email;
import static dev.muster.app.store.DirectoryContract.load;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.directory.FirstImportFilter;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A first import asks for few keys, and misses none that others write meanwhile. */
class FirstImportFilterTest {

  private static final Realm REALM = RandomUsers.realm(1, UniqueScope.NONE);

  @TempDir private Path folder;

  @Test
  void theFilterIsAsLargeAsTheImport() {
    assertThat(FirstImportFilter.bytes(0)).isEqualTo(1024);
    assertThat(FirstImportFilter.bytes(50)).isEqualTo(1024);
    assertThat(FirstImportFilter.bytes(100_000)).isEqualTo(1 << 21);
    assertThat(FirstImportFilter.bytes(10_000_000)).isEqualTo(1 << 24);
    assertThat(FirstImportFilter.bytes(Long.MAX_VALUE)).isEqualTo(1 << 24);
  }

  /** Also across chunks; such keys need neither room in the filter nor a look-up. */
  @ParameterizedTest
  @EnumSource
  void onlyKeysThatMayRepeatAreLookedUp(StoreKind kind) throws Exception {
    SurveyedKeys keys = new SurveyedKeys(2, key -> key.equals(email("twice")));
    try (Session store = StoreKind.open(kind.emptyDirectory(folder, "muster"))) {
      store.adopt(REALM, Actor.SYSTEM, Instant.EPOCH);
      store.reserveUserNumbers(10);
      try (ImportTarget first = store.target(REALM, Set.of(), keys)) {
        assertThat(insert(first, user(1, 1, "email=once"), "twice")).isEmpty();
        assertThat(insert(first, user(2, 1, "email=twice"), "once")).isEmpty();
        assertThat(insert(first, user(3, 1, "email=other"), "twice"))
            .containsExactly(new Owner(2, 1));
        first.inTransaction(
            () ->
                assertThat(List.of("once", "twice", "never"))
                    .filteredOn(name -> first.directory().mayHaveOwner().test(email(name)))
                    .containsExactly("twice"));
      }
      try (ImportTarget second = store.target(REALM, Set.of(), keys)) {
        assertThat(insert(second, user(4, 1, "email=more"), "once"))
            .containsExactly(new Owner(1, 1));
      }
    }
  }

  /** Numbers may be given out long before: a submitted import waits for a worker. */
  @ParameterizedTest
  @EnumSource
  void whatAnotherImportWritesInBetweenIsFound(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "muster");
    try (Session one = StoreKind.open(address);
        Session other = StoreKind.open(address)) {
      one.adopt(REALM, Actor.SYSTEM, Instant.EPOCH);
      other.reserveUserNumbers(10);
      one.reserveUserNumbers(10);
      try (ImportTarget first = one.target(REALM, Set.of());
          ImportTarget second = other.target(REALM, Set.of())) {
        assertThat(insert(first, user(11, 1, "email=a"), "a")).isEmpty();
        assertThat(insert(second, user(1, 1, "email=b"), "a")).containsExactly(new Owner(11, 1));
        assertThat(insert(first, user(12, 1, "email=c"), "b")).containsExactly(new Owner(1, 1));
        assertThat(insert(second, user(2, 1, "email=d"), "c")).containsExactly(new Owner(12, 1));
        assertThat(insert(first, user(13, 1, "email=e"), "d")).containsExactly(new Owner(2, 1));
      }
    }
    DirectoryInvariants.assertHold(folder, address);
  }

  @ParameterizedTest
  @EnumSource
  void whatAChangeOfOneUserWritesInBetweenIsFound(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "muster");
    try (Session one = StoreKind.open(address);
        Session other = StoreKind.open(address)) {
      one.adopt(REALM, Actor.SYSTEM, Instant.EPOCH);
      one.reserveUserNumbers(10);
      try (ImportTarget target = one.target(REALM, Set.of())) {
        insert(target, user(1, 1, "email=a"), "a");
        User changed = user(1, 1, "email=b");
        other.userWrites().change(1, changed.updatedAt(), account -> changed.account());
        assertThat(insert(target, user(2, 1, "email=c"), "b")).containsExactly(new Owner(1, 1));
      }
    }
    DirectoryInvariants.assertHold(folder, address);
  }

  /** Looks for an e-mail and inserts a user, in one transaction; who has the e-mail. */
  private static List<Owner> insert(ImportTarget target, User user, String sought) {
    return target.inTransaction(
        () -> {
          List<Owner> owners = load(target.directory(), email(sought)).owners(email(sought));
          apply(target.directory(), new UserChange(null, user));
          return owners;
        });
  }
}
