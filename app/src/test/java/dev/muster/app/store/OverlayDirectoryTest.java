package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.sqlite.SqliteSession;
import dev.muster.apply.Directory;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run's directory behaves as the one below would, and leaves that as it is. */
class OverlayDirectoryTest extends DirectoryContract {

  @TempDir private Path folder;
  private SqliteSession store;
  private ImportTarget target;
  private List<User> below = List.of();

  @BeforeEach
  void open() {
    store = SqliteSession.open(folder.resolve("muster.db"));
    store.catalogs().createRealm("r2");
  }

  @AfterEach
  void nothingBelowIsWritten() {
    if (target != null) {
      target.close();
    }
    assertThat(all()).isEqualTo(below);
    store.close();
  }

  @Override
  Directory directory(UniqueScope scope, User... before) {
    SqliteDirectoryTest.put(store, scope, before);
    below = all();
    target = store.dryTarget(RandomUsers.realm(1, scope), Set.of(NAME));
    return target.directory();
  }

  private List<User> all() {
    List<User> all = new ArrayList<>();
    store.users().each(Optional.empty(), all::add);
    return all;
  }

  @Test
  void usersOfBothLayersAreShownTogether() {
    Directory directory = directory(UniqueScope.NONE, user(1, 1, "username=u", "name=n"));
    apply(directory, new UserChange(null, user(2, 1, "username=u", "name=n")));
    assertThat(load(directory, username("u")).owners(username("u")))
        .containsExactlyInAnyOrder(new Owner(1, 1), new Owner(2, 1));
    assertThat(load(directory, name("n")).owners(name("n")))
        .containsExactlyInAnyOrder(new Owner(1, 1), new Owner(2, 1));
  }

  @Test
  void aUserBelowWhoWasTouchedTwiceIsAsItWasTouchedLast() {
    User first = user(1, 1, "username=a");
    User second = user(1, 1, "username=b");
    User third = user(1, 1, "username=c");
    Directory directory = directory(UniqueScope.REALM, first);
    apply(directory, new UserChange(first, second));
    apply(directory, new UserChange(second, third));
    assertThat(load(directory, username("a")).owners(username("a"))).isEmpty();
    assertThat(load(directory, username("b")).owners(username("b"))).isEmpty();
    assertThat(load(directory, username("c")).user(1)).isEqualTo(third);
  }

  @Test
  void nothingOfTheDirectoryIsLockedMeanwhile() {
    Directory directory = directory(UniqueScope.REALM, user(1, 1, "username=a"));
    target.inTransaction(
        () -> {
          apply(directory, new UserChange(null, user(2, 1, "username=b")));
          try (SqliteSession other = SqliteSession.open(folder.resolve("muster.db"))) {
            assertThat(other.catalogs().createRealm("meanwhile")).isTrue();
          }
          return true;
        });
    assertThat(store.catalogs().realmNames()).contains("meanwhile");
  }
}
