package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RejectForm;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.input.InputFile;
import dev.muster.password.HashParts;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.util.List;

/** Tables in the dialect of {@link CsvFormat} that are sheets of workbooks. */
public final class XlsxFormat extends TableFormat {

  /**
   * The format.
   *
   * @param hashes reads password hashes
   */
  public XlsxFormat(HashParts.Reader hashes) {
    super(hashes);
  }

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public TableSample sample(InputFile input, ImportOptions options, int rowsMax)
      throws InputRefused, IOException {
    TableOptions table = TableOptions.of(options);
    SheetTable sheet = SheetTable.of(input, table.sheet(), options.limits());
    return new CsvSurvey(sheet, options, table).sample(rowsMax);
  }

  @Override
  public long rowCount(InputFile input, ImportOptions options) throws InputRefused, IOException {
    TableOptions table = TableOptions.of(options);
    SheetTable sheet = SheetTable.of(input, table.sheet(), options.limits());
    return new CsvSurvey(sheet, options, table).rowCount();
  }

  @Override
  public RejectForm rejects(InputFile beginning, ImportOptions options, List<String> header) {
    return out -> new CsvRejectWriter(SheetTable.rejectsOfSheets(out), header);
  }

  @Override
  public SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    requireUpserts(options);
    TableOptions table = TableOptions.of(options);
    SheetTable sheet = SheetTable.of(input, table.sheet(), options.limits());
    try {
      return new CsvSurvey(sheet, options, table).run(hashes());
    } catch (InputRefused e) {
      throw table.sheet().isEmpty() ? OtherSheets.added(e, sheet, options, table) : e;
    }
  }
}
