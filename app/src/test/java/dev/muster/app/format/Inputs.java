package dev.muster.app.format;

import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.TableHashes;
import dev.muster.password.CostBounds;
import dev.muster.problem.InputRefused;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.read.ReadResult;
import dev.muster.read.SourceRecord;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables to survey and to read. */
public final class Inputs {

  static final Realm REALM =
      new Realm(
          1,
          "default",
          Map.of(LoginIdKind.EMAIL, UniqueScope.REALM, LoginIdKind.USERNAME, UniqueScope.REALM),
          Map.of());

  private static final AttributeDeclaration PHONE =
      new AttributeDeclaration(
          "phone",
          AttributeKind.PHONE_NUMBER,
          "Phone",
          false,
          UniqueScope.NONE,
          null,
          null,
          List.of());

  private Inputs() {}

  public static InputFile file(byte[] bytes) throws InputRefused, IOException {
    Path path = Files.createTempFile("table-", ".csv");
    path.toFile().deleteOnExit();
    Files.write(path, bytes);
    return InputFile.at(path, InputLimits.DEFAULTS);
  }

  public static InputFile file(String text) throws InputRefused, IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  public static ImportOptions options(String encoding) {
    return options(encoding, InputLimits.DEFAULTS);
  }

  public static ImportOptions options(String encoding, InputLimits limits) {
    return new ImportOptions(
        Optional.empty(), Optional.empty(), encoding, REALM, List.of(PHONE), "FR", limits);
  }

  /** Options with those of a format. */
  public static ImportOptions options(Struct formatOptions) {
    return new ImportOptions(
        Optional.empty(),
        Optional.empty(),
        "auto",
        REALM,
        List.of(PHONE),
        "FR",
        InputLimits.DEFAULTS,
        Auth0Rules.DEFAULTS,
        formatOptions);
  }

  public static SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    return new CsvFormat(new TableHashes(CostBounds.DEFAULTS)).survey(input, options);
  }

  public static SurveyedInput survey(String text) throws InputRefused, IOException {
    return survey(file(text), options("auto"));
  }

  /** The records of an input, read in small batches. */
  public static List<SourceRecord> records(SurveyedInput input) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (RecordReader reader = input.open()) {
      for (RecordBatch batch = reader.next(3); batch.size() > 0; batch = reader.next(3)) {
        for (ReadResult result : batch.parse()) {
          records.add(((ReadResult.Parsed) result).source());
        }
      }
    }
    return records;
  }

  /** One column of an input. */
  public static List<String> column(SurveyedInput input, String name) throws IOException {
    List<String> texts = new ArrayList<>();
    records(input).forEach(record -> texts.add(record.fields().text(name)));
    return texts;
  }
}
