package dev.muster.app.store;

import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresDatabase;
import dev.muster.app.store.postgres.PostgresSession;
import dev.muster.app.store.sqlite.SqliteDatabase;
import dev.muster.app.store.sqlite.SqliteSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The kinds of store, all of which have to pass the same tests. */
public enum StoreKind {
  SQLITE {
    @Override
    public String emptyDirectory(Path folder, String name) {
      return "sqlite:" + folder.resolve(name + ".db");
    }

    @Override
    public String copy(String address, Path folder, String name) throws IOException {
      Files.copy(Path.of(address.substring("sqlite:".length())), folder.resolve(name + ".db"));
      return emptyDirectory(folder, name);
    }
  },
  POSTGRESQL {
    @Override
    public String emptyDirectory(Path folder, String name) {
      return PostgresServer.emptyDirectory();
    }

    @Override
    public String copy(String address, Path folder, String name) {
      return PostgresServer.copy(address);
    }
  };

  /** The address of a directory that nobody has used, for a test that has a folder of its own. */
  public abstract String emptyDirectory(Path folder, String name);

  /** The address of a copy of a directory that nobody has open. */
  public abstract String copy(String address, Path folder, String name) throws IOException;

  /** Opens a directory of any kind for one session, which closes it. */
  public static Session open(String address) {
    return address.startsWith("sqlite:")
        ? SqliteSession.open(Path.of(address.substring("sqlite:".length())))
        : PostgresSession.open(PostgresAddress.parse(address, Map.of()).orElseThrow());
  }

  /** Opens a directory of any kind. */
  public static Database database(String address) {
    return database(address, WaitListener.SILENT);
  }

  /** Opens a directory of any kind, with somebody who hears of waiting. */
  public static Database database(String address, WaitListener listener) {
    return address.startsWith("sqlite:")
        ? SqliteDatabase.open(Path.of(address.substring("sqlite:".length())), listener)
        : PostgresDatabase.open(PostgresAddress.parse(address, Map.of()).orElseThrow(), listener);
  }
}
