package dev.muster.bench;

import dev.muster.app.format.Formats;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresDatabase;
import dev.muster.app.store.sqlite.SqliteDatabase;
import dev.muster.password.CostBounds;
import dev.muster.user.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the imports of {@link SmallImports} as a server would: into a database that stays open, with
 * a session for each. {@code SmallImportsKeptOpen DATABASE FOLDER WARM-UPS IMPORTS RECORDS}.
 */
public final class SmallImportsKeptOpen {

  private static final JobOptions OPTIONS =
      new JobOptions(
          Optional.of("preferred_username"),
          Optional.of(true),
          "auto",
          false,
          CommitPolicy.CHUNK,
          false);

  private SmallImportsKeptOpen() {}

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    int warmUps = Integer.parseInt(args[2]);
    int imports = Integer.parseInt(args[3]);
    int records = Integer.parseInt(args[4]);
    Path folder = Path.of(args[1]);
    Formats formats =
        new Formats(List.of(new AuthgearLinesFormat(StandardSchemes.bcrypt(CostBounds.DEFAULTS))));
    List<Long> nanos = new ArrayList<>();
    try (Database database = open(args[0])) {
      for (int i = 0; i < warmUps + imports; i++) {
        Path file = SmallImports.input(folder, i, records);
        long begun = System.nanoTime();
        run(database, formats, file, records);
        if (i >= warmUps) {
          nanos.add(System.nanoTime() - begun);
        }
      }
    }
    System.out.println(SmallImports.summary(nanos));
  }

  private static Database open(String address) {
    return address.startsWith("sqlite:")
        ? SqliteDatabase.open(Path.of(address.substring("sqlite:".length())))
        : PostgresDatabase.open(PostgresAddress.parse(address, Map.of()).orElseThrow());
  }

  private static void run(Database database, Formats formats, Path file, int records)
      throws Exception {
    try (Session session = database.open();
        Imports imports =
            new Imports(session, Settings.DEFAULTS, formats, Clock.systemUTC(), new StopSignal());
        InputFile input = InputFile.at(file, InputLimits.DEFAULTS)) {
      long inserted =
          imports
              .start(
                  new ImportRequest(input, "authgear-lines", Realm.DEFAULT, OPTIONS, false),
                  ImportProgress.NONE)
              .tally()
              .inserted();
      if (inserted != records) {
        throw new IllegalStateException(inserted + " users were made of " + records);
      }
    }
  }
}
