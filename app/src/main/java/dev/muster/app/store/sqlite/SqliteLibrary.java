package dev.muster.app.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite itself, which the driver brings along for every system that it knows. */
public final class SqliteLibrary {

  private SqliteLibrary() {}

  /**
   * Unpacks the library for this system. A driver that is told where it lies, by the system
   * property {@code org.sqlite.lib.path}, need not unpack and compare it at every start.
   *
   * @param folder to be made; not made where the driver has no library for this system
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
