package dev.muster.app.format.auth0;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.HashNote;
import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.Repeats;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.json.ArrayRejects;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.LineRejects;
import dev.muster.app.format.json.MarkedLine;
import dev.muster.app.format.json.SlicedReader;
import dev.muster.profile.Dialect;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A file of Auth0's records after its survey.
 *
 * @param bracket where the array begins; none if there is a record a line
 */
record SurveyedRows(
    JsonInput input,
    Auth0Survey.Bracket bracket,
    long recordCount,
    Dialect dialect,
    Repeats repeats,
    DoubtfulHashes doubts)
    implements SurveyedInput {

  @Override
  public List<HashNote> hashNotes() {
    return doubts.notes();
  }

  @Override
  public Optional<String> charset() {
    return Optional.of(input.encoding().charset().name());
  }

  @Override
  public String description() {
    return (bracket.isNone() ? "auth0, one record a line, " : "auth0, ")
        + input.encoding().charset().name();
  }

  @Override
  public boolean mayRepeat(Key key) {
    return repeats.mayRepeat(key);
  }

  /** Values of attributes are not surveyed; a realm may have rules for them. */
  @Override
  public boolean mayBeGivenTwice(Key key) {
    return key.isAttribute() || repeats.mayRepeat(key);
  }

  @Override
  public boolean isSeekable() throws IOException {
    return input.isSeekable();
  }

  @Override
  public void requireUnchanged() throws IOException {
    input.file().requireUnchanged();
  }

  @Override
  public RecordReader open() throws IOException {
    long place = bracket.offset();
    InputStream in = input.openAt(place);
    return new SlicedReader(
        input,
        recordCount,
        in,
        place,
        Auth0Survey.slicer(in, bracket, 0, bracket.line(), bracket.column(), input));
  }

  @Override
  public RecordReader openAt(InputMark mark) throws IOException {
    long place = input.place(mark);
    InputStream in = input.openAt(place);
    return new SlicedReader(
        input,
        recordCount,
        in,
        place,
        Auth0Survey.slicer(in, bracket, mark.recordIndex(), mark.line(), 1, input),
        mark.recordIndex(),
        bracket.isNone()
            ? MarkedLine.NONE
            : new MarkedLine(mark.line(), () -> bytesOfLineBefore(mark.line(), place)));
  }

  private int bytesOfLineBefore(long line, long place) throws IOException {
    return line == bracket.line()
        ? (int) (place - bracket.offset()) + bracket.column() - 1
        : input.bytesOfLineBefore(place);
  }

  @Override
  public RejectWriter rejects(OutputStream out) throws IOException {
    return bracket.isNone() ? new LineRejects(out) : new ArrayRejects(out);
  }
}
