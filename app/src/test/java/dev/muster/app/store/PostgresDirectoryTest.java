package dev.muster.app.store;

import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.postgres.PostgresSession;
import dev.muster.apply.Directory;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresDirectoryTest extends DirectoryContract {

  private PostgresSession store;
  private ImportTarget target;

  @BeforeEach
  void open() {
    store = PostgresServer.emptyStore();
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
    SqliteDirectoryTest.put(store, scope, before);
    target = store.target(RandomUsers.realm(1, scope), Set.of(NAME));
    return target.directory();
  }
}
