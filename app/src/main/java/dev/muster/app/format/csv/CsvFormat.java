package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RejectForm;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.DamagedText;
import dev.muster.app.format.input.EncodingAdvice;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.util.List;

/** Tables in Authentic2's dialect of CSV: a header of columns with flags, then a user a row. */
public final class CsvFormat extends TableFormat {

  /**
   * The format.
   *
   * @param hashes reads password hashes
   */
  public CsvFormat(HashParts.Reader hashes) {
    super(hashes);
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    requireUpserts(options);
    TableOptions table = TableOptions.of(options);
    List<InputEncoding> candidates = InputEncoding.ofTable(options.encoding(), input);
    BadEncoding failure;
    try {
      TextTable text = text(input, candidates.get(0), options, table);
      boolean utf8 = candidates.get(0).isUtf8();
      return survey(utf8 ? text.with(DamagedText.notes(input)) : text, options, table);
    } catch (BadEncoding e) {
      failure = e;
    } catch (InputRefused e) {
      throw InputEncoding.isAuto(options.encoding()) ? EncodingAdvice.explained(e, input) : e;
    }
    if (candidates.size() == 1) {
      throw new InputRefused(failure.problem());
    }
    EncodingAdvice advice = EncodingAdvice.of(input, failure.problem());
    try {
      TextTable text = text(input, candidates.get(1), options, table);
      return survey(text.with(advice.warning()), options, table);
    } catch (BadEncoding e) {
      throw new InputRefused(advice.added(e.problem()));
    } catch (InputRefused e) {
      throw advice.before(EncodingAdvice.explained(e, input));
    }
  }

  @Override
  public TableSample sample(InputFile input, ImportOptions options, int rowsMax)
      throws InputRefused, IOException {
    return read(input, options, table -> table.sample(rowsMax));
  }

  @Override
  public long rowCount(InputFile input, ImportOptions options) throws InputRefused, IOException {
    return read(input, options, CsvSurvey::rowCount);
  }

  @Override
  public RejectForm rejects(InputFile beginning, ImportOptions options, List<String> header)
      throws InputRefused, IOException {
    InputEncoding encoding = InputEncoding.ofTable(options.encoding(), beginning).get(0);
    TextTable text = text(beginning, encoding, options, TableOptions.of(options));
    return out -> new CsvRejectWriter(text.rejects(out), header);
  }

  private static <T> T read(InputFile input, ImportOptions options, TableReading<T> reading)
      throws InputRefused, IOException {
    TableOptions table = TableOptions.of(options);
    List<InputEncoding> candidates = InputEncoding.ofTable(options.encoding(), input);
    BadEncoding failure;
    try {
      return read(text(input, candidates.get(0), options, table), options, table, reading);
    } catch (BadEncoding e) {
      failure = e;
    }
    if (candidates.size() == 1) {
      throw new InputRefused(failure.problem());
    }
    EncodingAdvice advice = EncodingAdvice.of(input, failure.problem());
    try {
      TextTable text = text(input, candidates.get(1), options, table).with(advice.warning());
      return read(text, options, table, reading);
    } catch (BadEncoding e) {
      throw new InputRefused(advice.added(e.problem()));
    }
  }

  private static <T> T read(
      TextTable text, ImportOptions options, TableOptions table, TableReading<T> reading)
      throws InputRefused, IOException {
    try {
      return reading.of(new CsvSurvey(text, options, table));
    } catch (PaddedQuotes e) {
      return reading.of(new CsvSurvey(text.withPaddedQuotes(), options, table));
    }
  }

  /** Reads something of a table, whatever its header says. */
  private interface TableReading<T> {

    T of(CsvSurvey table) throws InputRefused, IOException;
  }

  private static TextTable text(
      InputFile input, InputEncoding encoding, ImportOptions options, TableOptions table)
      throws InputRefused, IOException {
    CsvSyntax syntax =
        TextTable.syntax(input, encoding, options.limits(), table.headerRow())
            .orElseThrow(CsvFormat::emptyFile);
    return new TextTable(input, encoding, options.limits(), syntax, List.of());
  }

  private SurveyedInput survey(TextTable text, ImportOptions options, TableOptions table)
      throws InputRefused, IOException {
    try {
      return new CsvSurvey(text, options, table).run(hashes());
    } catch (PaddedQuotes e) {
      return new CsvSurvey(text.withPaddedQuotes(), options, table).run(hashes());
    }
  }

  private static InputRefused emptyFile() {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.UNKNOWN_CSV_DIALECT,
            "The file is empty: its first line must be a header."));
  }
}
