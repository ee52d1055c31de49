package dev.muster.app.format.csv;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.input.InputFile;
import dev.muster.password.HashParts;
import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import java.io.IOException;
import java.util.List;

/** Tables in the dialect of {@link CsvFormat} that are sheets of workbooks. */
public final class XlsxFormat implements ImportFormat {

  private final HashParts.Reader hashes;

  /**
   * The format.
   *
   * @param hashes reads password hashes
   */
  public XlsxFormat(HashParts.Reader hashes) {
    this.hashes = hashes;
  }

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public boolean readsTables() {
    return true;
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
  public KeptRecords kept(List<String> header, Struct formatOptions) {
    return header.isEmpty()
        ? KeptRecords.NONE
        : new KeptRows(header, Mapping.stored(formatOptions));
  }

  @Override
  public SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    CsvFormat.requireUpserts(options);
    TableOptions table = TableOptions.of(options);
    SheetTable sheet = SheetTable.of(input, table.sheet(), options.limits());
    return new CsvSurvey(sheet, options, table).run(hashes);
  }
}
