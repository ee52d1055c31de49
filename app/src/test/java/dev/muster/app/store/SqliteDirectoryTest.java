package dev.muster.app.store;

import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.sqlite.SqliteSession;
import dev.muster.apply.Directory;
import dev.muster.match.UserChange;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

public class SqliteDirectoryTest extends DirectoryContract {

  @TempDir private Path folder;
  private SqliteSession store;
  private ImportTarget target;

  @BeforeEach
  void open() {
    store = SqliteSession.open(folder.resolve("muster.db"));
    store.catalogs().createRealm("r2");
  }

  @AfterEach
  void close() {
    if (target != null) {
      target.close();
    }
    store.close();
  }

  @Override
  Directory directory(UniqueScope scope, User... before) {
    put(store, scope, before);
    target = store.target(RandomUsers.realm(1, scope), Set.of(NAME));
    return target.directory();
  }

  /** Writes users, each from its own realm. */
  public static void put(Session store, UniqueScope scope, User... users) {
    for (User user : users) {
      try (ImportTarget own = store.target(RandomUsers.realm(user.realm(), scope), Set.of())) {
        own.directory().apply(List.of(new UserChange(null, user)));
      }
    }
  }

  /** Writes users of one realm in one go. */
  static void putAtOnce(Session store, Realm realm, User... users) {
    try (ImportTarget own = store.target(realm, Set.of())) {
      own.directory().apply(Stream.of(users).map(user -> new UserChange(null, user)).toList());
    }
  }
}
