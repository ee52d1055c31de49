package dev.muster.app.format.csv;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import java.io.IOException;
import java.util.List;

/** Tables in Authentic2's dialect of CSV: a header of columns with flags, then a user a row. */
public final class CsvFormat implements ImportFormat {

  private final HashParts.Reader hashes;

  /**
   * The format.
   *
   * @param hashes reads password hashes
   */
  public CsvFormat(HashParts.Reader hashes) {
    this.hashes = hashes;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean readsTables() {
    return true;
  }

  @Override
  public KeptRecords kept(List<String> header, Struct formatOptions) {
    return header.isEmpty()
        ? KeptRecords.NONE
        : new KeptRows(header, Mapping.stored(formatOptions));
  }

  @Override
  public SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    if (options.upsert().isPresent() && !options.upsert().get()) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.INVALID_REQUEST,
              "Tables update users who exist: leave --no-upsert out, or write no-update behind the"
                  + " names of columns that are for new users only."));
    }
    return inEncoding(input, options, source -> new CsvSurvey(source, options).run(hashes));
  }

  @Override
  public TableSample sample(InputFile input, ImportOptions options, int rowsMax)
      throws InputRefused, IOException {
    return inEncoding(input, options, source -> CsvSurvey.sample(source, rowsMax));
  }

  /** Reads a table in the first of the possible encodings in which its bytes are text. */
  private static <T> T inEncoding(InputFile input, ImportOptions options, Reading<T> reading)
      throws InputRefused, IOException {
    List<InputEncoding> candidates = InputEncoding.ofTable(options.encoding(), input);
    for (InputEncoding encoding : candidates.subList(0, candidates.size() - 1)) {
      try {
        return reading.of(new CsvInput(input, encoding, options.limits()));
      } catch (BadEncoding e) {
        // try the next encoding
      }
    }
    InputEncoding last = candidates.get(candidates.size() - 1);
    try {
      return reading.of(new CsvInput(input, last, options.limits()));
    } catch (BadEncoding e) {
      throw new InputRefused(e.problem());
    }
  }

  /** Reads a table in one encoding. */
  private interface Reading<T> {
    T of(CsvInput source) throws InputRefused, BadEncoding, IOException;
  }
}
