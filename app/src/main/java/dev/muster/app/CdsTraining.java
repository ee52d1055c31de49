package dev.muster.app;

import dev.muster.app.store.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What lib/make-cds has Java do, to put what it loads on the way into the archive of class data:
 * the commands that are called most, once each, in one process. Nobody reads what they say.
 */
final class CdsTraining {

  private CdsTraining() {}

  /**
   * Runs the commands, on the database that the environment names.
   *
   * @param args a folder to be made for SQLite's library, and the files to import
   */
  public static void main(String[] args) throws IOException {
    SqliteLibrary.unpack(Path.of(args[0]));
    for (String file : List.of(args).subList(1, args.length)) {
      Main.run(List.of("import", file));
    }
    Main.run(List.of("imports", "list", "--json"));
    Main.run(List.of("users", "list"));
    System.exit(0);
  }
}
