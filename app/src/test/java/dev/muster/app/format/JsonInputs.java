package dev.muster.app.format;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.read.ReadResult;
import dev.muster.user.Realm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs and options for the tests of formats. */
public final class JsonInputs {

  public static final HashSchemes NO_SCHEMES = new HashSchemes(List.of());

  public static final ImportOptions OPTIONS =
      new ImportOptions(
          Optional.empty(),
          Optional.empty(),
          "auto",
          new Realm(1, Realm.DEFAULT, Map.of(), Map.of()),
          List.of(),
          "FR",
          InputLimits.DEFAULTS);

  private JsonInputs() {}

  public static InputFile file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  public static InputFile file(byte[] bytes) throws IOException {
    return InputFile.spool(new ByteArrayInputStream(bytes), "test", InputLimits.DEFAULTS);
  }

  public static ImportOptions identifier(String name) {
    return new ImportOptions(
        Optional.of(name),
        OPTIONS.upsert(),
        OPTIONS.encoding(),
        OPTIONS.realm(),
        OPTIONS.attributes(),
        OPTIONS.defaultCountry(),
        OPTIONS.limits());
  }

  public static ImportOptions encoding(String name) {
    return new ImportOptions(
        Optional.of("email"),
        OPTIONS.upsert(),
        name,
        OPTIONS.realm(),
        OPTIONS.attributes(),
        OPTIONS.defaultCountry(),
        OPTIONS.limits());
  }

  public static ImportOptions limits(InputLimits limits) {
    return new ImportOptions(
        Optional.of("email"),
        Optional.of(true),
        OPTIONS.encoding(),
        OPTIONS.realm(),
        OPTIONS.attributes(),
        OPTIONS.defaultCountry(),
        limits);
  }

  /** Reads everything in batches of a size. */
  public static List<ReadResult> readAll(SurveyedInput input, int batchSize) throws IOException {
    List<ReadResult> results = new ArrayList<>();
    try (RecordReader reader = input.open()) {
      RecordBatch batch = reader.next(batchSize);
      while (batch.size() > 0) {
        results.addAll(batch.parse());
        batch = reader.next(batchSize);
      }
    }
    return results;
  }

  /** What the survey of a text finds wrong; fails the test if that is nothing. */
  public static List<InputProblem> refusal(ImportFormat format, byte[] text, ImportOptions options)
      throws IOException {
    try (InputFile file = file(text)) {
      SurveyedInput surveyed = format.survey(file, options);
      throw new AssertionError("not refused: " + surveyed.description());
    } catch (InputRefused e) {
      return e.problems();
    }
  }
}
