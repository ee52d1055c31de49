package dev.muster.app.store;

import dev.muster.app.store.sqlite.SqliteSession;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAdministratorsTest extends AdministratorsContract {

  @TempDir private Path folder;

  @Override
  Session emptyStore() {
    Session store = SqliteSession.open(folder.resolve("muster.db"));
    store.catalogs().createRealm("r2");
    return store;
  }
}
