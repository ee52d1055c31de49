package dev.muster.app.store.sqlite;

import dev.muster.app.store.sql.SqlErrors;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Explains SQLite's result codes (https://sqlite.org/rescode.html). */
final class SqliteErrors implements SqlErrors {

  private static final int BUSY = 5;

  private final Path file;

  SqliteErrors(Path file) {
    this.file = file;
  }

  /** Whether another connection holds the lock. */
  static boolean isBusy(SQLException e) {
    return primary(code(e)) == BUSY;
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.getErrorCode(e.getErrorCode());
  }

  private static int primary(SQLiteErrorCode code) {
    return code.code & 0xff;
  }

  @Override
  public StoreUnavailable explain(SQLException e) {
    SQLiteErrorCode code = code(e);
    if (lacksFolder(code)) {
      return of(
          e,
          "the database " + file + " can't be read, because this account can't write to its folder",
          "Make the folder writable for this account: SQLite needs files beside the database.");
    }
    return switch (primary(code)) {
      case BUSY, 6 ->
          of(
              e,
              "the database " + file + " is locked by another process",
              "Wait until it is done, or find it (lsof " + file + ") and stop it.");
      case 8 ->
          of(
              e,
              "the database " + file + " can't be written",
              "Make the file and its folder writable for this account, or name another with --db.");
      case 10 ->
          of(
              e,
              "reading or writing the database " + file + " failed (" + code.name() + ")",
              "Check the disk and its free space (df), then go on.");
      case 11, 26 ->
          of(
              e,
              file + " is not a SQLite database, or it is damaged",
              "Name the right file with --db; restore a damaged one from its backup.");
      case 13 ->
          of(
              e,
              "the disk that holds " + file + " is full",
              "Make room on it, then go on; what was committed is safe.");
      case 14 ->
          of(
              e,
              "the database " + file + " can't be opened",
              "Check that its folder exists and that this account may write there.");
      default ->
          of(
              e,
              "the database " + file + " reports: " + e.getMessage(),
              "Run the command again with --debug for the details.");
    };
  }

  /**
   * Whether SQLite can't create the files -wal and -shm, which it needs even to read, unless a
   * process that has the database open has created them.
   */
  private boolean lacksFolder(SQLiteErrorCode code) {
    Path folder = file.toAbsolutePath().getParent();
    return (code == SQLiteErrorCode.SQLITE_READONLY_DIRECTORY || primary(code) == 14)
        && Files.isReadable(file)
        && folder != null
        && !Files.isWritable(folder);
  }

  /** A constraint (19), a value too large (18) or of a wrong type (20); messages hold no values. */
  @Override
  public @Nullable DataViolation violation(SQLException e) {
    SQLiteErrorCode code = code(e);
    String what =
        switch (primary(code)) {
          case 18 -> "it is too large";
          case 19 -> "a constraint that no user's data explains (" + code.name() + ")";
          case 20 -> "a value of a wrong type";
          default -> null;
        };
    return what == null
        ? null
        : new DataViolation(what, false, String.valueOf(e.getMessage()).hashCode(), e);
  }

  private static StoreUnavailable of(SQLException e, String message, String remedy) {
    return new StoreUnavailable(message, remedy, e);
  }
}
