package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes prepared rows for psql: {@code MakeCopies FOLDER USERS USERS-PER-TRANSACTION LAYOUT...}.
 * It creates a folder for each layout, with {@code create.sql}, which creates the tables, and a
 * script for each transaction, {@code 00000.psql} and so on, which copies files of the same folder.
 * Rows of one transaction are in the order of the table's widest index.
 */
public final class MakeCopies {

  private final Path folder;
  private final CopyLayout layout;

  private MakeCopies(Path folder, CopyLayout layout) {
    this.folder = folder;
    this.layout = layout;
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      System.err.println("usage: MakeCopies FOLDER USERS USERS-PER-TRANSACTION LAYOUT...");
      System.exit(2);
    }
    int users = Integer.parseInt(args[1]);
    int perTransaction = Integer.parseInt(args[2]);
    for (int i = 3; i < args.length; i++) {
      String name = args[i].toUpperCase(Locale.ROOT).replace('-', '_');
      new MakeCopies(Path.of(args[0], args[i]), CopyLayout.valueOf(name))
          .make(users, perTransaction);
    }
  }

  private void make(int users, int perTransaction) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("create.sql"), layout.create);
    for (int first = 0; first < users; first += perTransaction) {
      String number = String.format(Locale.ROOT, "%05d", first / perTransaction);
      StringBuilder script = new StringBuilder("BEGIN;\n");
      for (String table : layout.tables()) {
        Path file = folder.resolve(table + '.' + number);
        try (CopyFile out = new CopyFile(file)) {
          layout.write(table, out, first, Math.min(users, first + perTransaction));
        }
        script.append("\\copy ").append(table).append(" from '").append(file);
        script.append("' with (format binary)\n");
      }
      Files.writeString(folder.resolve(number + ".psql"), script.append("COMMIT;\n"));
    }
  }
}
