package dev.muster.app;

import dev.muster.app.store.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The training run for the class-data-sharing archive that lib/make-cds creates. It runs the most
 * common commands once each, in one process, so that their classes are loaded. Their output is
 * discarded.
 */
final class CdsTraining {

  private CdsTraining() {}

  /**
   * Runs the commands, on the database that the environment names.
   *
   * @param args a folder to create for SQLite's library, then the files to import
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
