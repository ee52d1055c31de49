package dev.muster.app.format.csv;

import dev.muster.app.format.HashNote;
import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.Repeats;
import dev.muster.app.format.RowLines;
import dev.muster.app.format.SurveyedInput;
import dev.muster.problem.InputRefused;
import dev.muster.profile.Dialect;
import dev.muster.profile.csv.Header;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A table after its survey.
 *
 * @param headerRow the number of the header row
 * @param recordCount the number of rows that are not blank, without the header
 * @param spansLines whether a row before the last one spans several lines of the text
 */
record SurveyedCsv(
    Table source,
    int headerRow,
    Header columns,
    Dialect dialect,
    long recordCount,
    boolean spansLines,
    Repeats repeats,
    List<String> notes,
    List<HashNote> hashNotes)
    implements SurveyedInput {

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public Optional<String> charset() {
    return source.charset();
  }

  @Override
  public List<String> header() {
    return columns.cells();
  }

  @Override
  public Optional<RowLines> rowLines() throws IOException {
    return spansLines ? Optional.of(new PhysicalLines(rows())) : Optional.empty();
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
    return new CsvRecordReader(rows(), columns, headerRow, 0);
  }

  @Override
  public RecordReader openAt(InputMark mark) throws IOException {
    return mark.byteOffset() == 0 // the header is at offset 0, so the record's offset is unknown
        ? SurveyedInput.super.openAt(mark)
        : new CsvRecordReader(rowsAt(mark), columns, 0, mark.recordIndex());
  }

  @Override
  public boolean isSeekable() throws IOException {
    return source.isSeekable();
  }

  @Override
  public RejectWriter rejects(OutputStream out) throws IOException {
    return new CsvRejectWriter(source.rejects(out), columns.cells());
  }

  private TableRows rows() throws IOException {
    try {
      return source.rows();
    } catch (InputRefused e) {
      throw changed(e);
    }
  }

  private TableRows rowsAt(InputMark mark) throws IOException {
    try {
      return source.rowsAt(mark);
    } catch (InputRefused e) {
      throw changed(e);
    }
  }

  private static IOException changed(InputRefused e) {
    return new IOException("the input is no longer what it was: " + e.getMessage(), e);
  }
}
