package dev.muster.bench;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.password.CostBounds;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.problem.InputRefused;
import dev.muster.read.ReadResult;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs with one chunk of invented users. */
final class Inputs {

  /** The users of a chunk. */
  static final int COUNT = 4000;

  static final Realm REALM =
      new Realm(
          1,
          Realm.DEFAULT,
          Map.of(LoginIdKind.EMAIL, UniqueScope.REALM, LoginIdKind.USERNAME, UniqueScope.REALM),
          Map.of());

  private Inputs() {}

  /**
   * Creates and surveys an input.
   *
   * @param format {@code ndjson} or {@code csv}
   * @param upsert whether existing users are updated
   */
  static SurveyedInput of(String format, boolean upsert)
      throws InputRefused, IOException, SettingsProblem {
    boolean csv = format.equals("csv");
    StringBuilder text = new StringBuilder(csv ? Writing.CSV_HEADER : "");
    for (int i = 0; i < COUNT; i++) {
      if (csv) {
        Writing.row(text, People.person(i, 0));
      } else {
        Writing.record(text, People.person(i, 0));
        text.append('\n');
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    InputFile file = InputFile.spool(new ByteArrayInputStream(bytes), format, InputLimits.DEFAULTS);
    file.path().toFile().deleteOnExit();
    ImportFormat reader =
        csv
            ? new CsvFormat(new TableHashes(CostBounds.DEFAULTS))
            : new AuthgearLinesFormat(StandardSchemes.bcrypt(CostBounds.DEFAULTS));
    return reader.survey(file, options(upsert));
  }

  private static ImportOptions options(boolean upsert) throws IOException, SettingsProblem {
    Path settings = Files.createTempFile("muster-bench-", ".yml");
    try {
      Files.writeString(settings, Writing.SETTINGS);
      return new ImportOptions(
          Optional.of("preferred_username"),
          Optional.of(upsert),
          "auto",
          REALM,
          SettingsFile.read(settings).attributes(),
          "",
          InputLimits.DEFAULTS);
    } finally {
      Files.delete(settings);
    }
  }

  /** Reads and prepares all of an input. */
  static List<Prepared> prepared(SurveyedInput input) throws IOException {
    Preparation preparation = input.dialect().preparation();
    List<Prepared> prepared = new ArrayList<>(COUNT);
    try (RecordReader reader = input.open()) {
      RecordBatch batch = reader.next(COUNT);
      for (ReadResult result : batch.parse()) {
        prepared.add(result.fold(preparation::prepare, Inputs::unreadable));
      }
    }
    return prepared;
  }

  private static Prepared unreadable(ReadResult.Unreadable record) {
    throw new IllegalStateException("an invented user can't be read: " + record);
  }
}
