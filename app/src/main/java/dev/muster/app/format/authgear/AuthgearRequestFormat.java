package dev.muster.app.format.authgear;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.json.ArrayRejects;
import dev.muster.app.format.json.ElementSlicer;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.MarkedLine;
import dev.muster.app.format.json.RecordSlicer;
import dev.muster.app.format.json.SlicedReader;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputRefused;
import dev.muster.profile.Dialect;
import dev.muster.profile.authgear.AuthgearIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request document of Authgear's User Import API: {@code {"identifier": "email", "upsert":
 * true, "records": [{…}, …]}}. The command line's {@code --identifier} and {@code --upsert}
 * override the document's. Stateless.
 */
public final class AuthgearRequestFormat extends AuthgearFormat {

  /**
   * The format with Authgear's own type of passwords.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   */
  public AuthgearRequestFormat(HashSchemes bcrypt) {
    this(bcrypt, () -> new HashSchemes(List.of()));
  }

  /**
   * The format.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   * @param others has the schemes whose names are types of passwords too; asked when a record has
   *     another type than bcrypt
   */
  public AuthgearRequestFormat(HashSchemes bcrypt, Supplier<HashSchemes> others) {
    super(bcrypt, others);
  }

  @Override
  public String name() {
    return "authgear";
  }

  @Override
  public boolean hasRecordsInMembers() {
    return true;
  }

  @Override
  public boolean saysUpsert() {
    return true;
  }

  @Override
  SurveyedInput survey(JsonInput input, @Nullable AuthgearIdentifier asked, ImportOptions options)
      throws InputRefused, IOException {
    RequestDocument document = RequestSurvey.of(input, asked != null);
    AuthgearIdentifier identifier = asked == null ? document.identifier() : asked;
    if (identifier == null) {
      throw refusal("the document names no identifier: use ");
    }
    boolean upsert = options.upsert().orElse(Boolean.TRUE.equals(document.upsert()));
    DoubtfulHashes doubts = new DoubtfulHashes();
    return new Request(
        "authgear, " + input.encoding().charset().name(),
        dialect(identifier, upsert, options, doubts),
        identifier,
        upsert,
        doubts,
        document,
        input,
        options);
  }

  /** A document after its survey. */
  private record Request(
      String description,
      Dialect dialect,
      AuthgearIdentifier identifier,
      boolean upsert,
      DoubtfulHashes doubts,
      RequestDocument document,
      JsonInput input,
      ImportOptions options)
      implements AuthgearInput {

    @Override
    public long recordCount() {
      return document.recordCount();
    }

    @Override
    public RecordReader open() throws IOException {
      long place = document.recordsOffset();
      InputStream in = input.openAt(place);
      return new SlicedReader(
          input,
          document.recordCount(),
          in,
          place,
          slicer(in, 0, document.recordsLine(), document.recordsColumn()));
    }

    @Override
    public RecordReader openAt(InputMark mark) throws IOException {
      long place = input.place(mark);
      InputStream in = input.openAt(place);
      return new SlicedReader(
          input,
          document.recordCount(),
          in,
          place,
          slicer(in, mark.recordIndex(), mark.line(), 1),
          mark.recordIndex(),
          new MarkedLine(mark.line(), () -> bytesOfLineBefore(mark.line(), place)));
    }

    private int bytesOfLineBefore(long line, long place) throws IOException {
      return line == document.recordsLine()
          ? (int) (place - document.recordsOffset()) + document.recordsColumn() - 1
          : input.bytesOfLineBefore(place);
    }

    private RecordSlicer slicer(InputStream in, long index, long line, int column) {
      int recordBytes = input.limits().recordBytes();
      return new ElementSlicer(in, index, line, column, recordBytes, SlicedReader.BUFFER_BYTES);
    }

    @Override
    public RejectWriter rejects(OutputStream out) throws IOException {
      return new ArrayRejects(
          out,
          "{\"identifier\": \""
              + identifier.wireName()
              + "\", \"upsert\": "
              + upsert
              + ", \"records\": ",
          "}");
    }
  }
}
