package dev.muster.app.format.csv;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.RepeatSurvey;
import dev.muster.app.format.SurveyedInput;
import dev.muster.profile.Dialect;
import dev.muster.profile.csv.Header;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;

/**
 * A table after its survey.
 *
 * @param recordCount the number of rows that are not blank, without the header
 */
record SurveyedCsv(
    CsvInput source,
    CsvSyntax syntax,
    Header columns,
    Dialect dialect,
    long recordCount,
    RepeatSurvey repeats)
    implements SurveyedInput {

  @Override
  public String description() {
    return "csv, " + syntax.delimiterName() + ", " + source.encoding().charset().name();
  }

  @Override
  public List<String> header() {
    return columns.cells();
  }

  @Override
  public boolean mayRepeat(Key key) {
    return repeats.mayRepeat(key);
  }

  @Override
  public void requireUnchanged() throws IOException {
    source.input().requireUnchanged();
  }

  @Override
  public RecordReader open() throws IOException {
    return new CsvRecordReader(source.rows(syntax), columns, OptionalLong.empty());
  }

  @Override
  public RecordReader openAt(InputMark mark) throws IOException {
    return mark.byteOffset() == 0 // the header is at offset 0, so the record's offset is unknown
        ? SurveyedInput.super.openAt(mark)
        : new CsvRecordReader(
            source.rowsAt(mark, syntax), columns, OptionalLong.of(mark.recordIndex()));
  }

  @Override
  public boolean isSeekable() throws IOException {
    return !source.input().isCompressed();
  }

  @Override
  public RejectWriter rejects(OutputStream out) throws IOException {
    return new CsvRejectWriter(out, syntax, columns, source.encoding().needsMark());
  }
}
