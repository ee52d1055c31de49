package dev.muster.app.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** The native SQLite library, which the JDBC driver contains for each platform that it supports. */
public final class SqliteLibrary {

  private SqliteLibrary() {}

  /**
   * Unpacks the library for this platform. If the system property {@code org.sqlite.lib.path} names
   * the folder, the driver need not unpack and compare the library at every start.
   *
   * @param folder created by this method, unless the driver has no library for this platform
   */
  public static void unpack(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library != null) {
        Files.createDirectory(folder);
        Files.copy(library, folder.resolve(name));
      }
    }
  }
}
