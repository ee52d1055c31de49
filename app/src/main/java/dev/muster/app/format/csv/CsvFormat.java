package dev.muster.app.format.csv;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
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
  public KeptRecords kept(List<String> header) {
    return header.isEmpty() ? KeptRecords.NONE : new KeptRows(header);
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
    List<InputEncoding> candidates = InputEncoding.ofTable(options.encoding(), input);
    for (InputEncoding encoding : candidates.subList(0, candidates.size() - 1)) {
      try {
        return survey(input, encoding, options);
      } catch (BadEncoding e) {
        // try the next encoding
      }
    }
    try {
      return survey(input, candidates.get(candidates.size() - 1), options);
    } catch (BadEncoding e) {
      throw new InputRefused(e.problem());
    }
  }

  private SurveyedInput survey(InputFile input, InputEncoding encoding, ImportOptions options)
      throws InputRefused, IOException {
    TableOptions table = TableOptions.of(options);
    CsvSyntax syntax =
        TextTable.syntax(input, encoding, options.limits(), table.headerRow())
            .orElseThrow(CsvFormat::emptyFile);
    TextTable text = new TextTable(input, encoding, options.limits(), syntax, List.of());
    try {
      return new CsvSurvey(text, options, table).run(hashes);
    } catch (PaddedQuotes e) {
      return new CsvSurvey(text.withPaddedQuotes(), options, table).run(hashes);
    }
  }

  private static InputRefused emptyFile() {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.UNKNOWN_CSV_DIALECT,
            "The file is empty: its first line must be a header."));
  }
}
