package dev.muster.app.format.authgear;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.LineRejects;
import dev.muster.app.format.json.SlicedReader;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.Dialect;
import dev.muster.profile.authgear.AuthgearIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Authgear's records as NDJSON, one a line: {@code {"email": "jo@example.com"}}. The command line
 * supplies {@code identifier} and {@code upsert}. A line that can't be read is a failed record;
 * blank lines are skipped. Records that span lines, and an array of records, are read as well; then
 * a syntax error concerns the whole input. Stateless.
 */
public final class AuthgearLinesFormat extends AuthgearFormat {

  /**
   * The format with Authgear's own type of passwords.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   */
  public AuthgearLinesFormat(HashSchemes bcrypt) {
    this(bcrypt, () -> new HashSchemes(List.of()));
  }

  /**
   * The format.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   * @param others has the schemes whose names are types of passwords too; asked when a record has
   *     another type than bcrypt
   */
  public AuthgearLinesFormat(HashSchemes bcrypt, Supplier<HashSchemes> others) {
    super(bcrypt, others);
  }

  @Override
  public String name() {
    return "authgear-lines";
  }

  @Override
  SurveyedInput survey(JsonInput input, @Nullable AuthgearIdentifier asked, ImportOptions options)
      throws InputRefused, IOException {
    if (asked == null) {
      throw refusal("one record a line says nothing of the identifier: use ");
    }
    RecordLayout layout = RecordLayout.of(input);
    if (layout.recordCount() == 0) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.INVALID_JSON, "the input is empty; expected one JSON object a line"));
    }
    DoubtfulHashes doubts = new DoubtfulHashes();
    return new Lines(
        "authgear, " + layout.description() + ", " + input.encoding().charset().name(),
        layout,
        dialect(asked, options.upsert().orElse(false), options, doubts),
        asked,
        doubts,
        input,
        options);
  }

  /** An input after its survey. */
  private record Lines(
      String description,
      RecordLayout layout,
      Dialect dialect,
      AuthgearIdentifier identifier,
      DoubtfulHashes doubts,
      JsonInput input,
      ImportOptions options)
      implements AuthgearInput {

    @Override
    public long recordCount() {
      return layout.recordCount();
    }

    @Override
    public RecordReader open() throws IOException {
      long place = layout.start();
      InputStream in = input.openAt(place);
      return new SlicedReader(input, recordCount(), in, place, layout.slicer(in, input.limits()));
    }

    @Override
    public RecordReader openAt(InputMark mark) throws IOException {
      long place = input.place(mark);
      InputStream in = input.openAt(place);
      return new SlicedReader(
          input,
          recordCount(),
          in,
          place,
          layout.slicerAt(mark, in, input.limits()),
          mark.recordIndex(),
          layout.markedLine(mark, () -> input.bytesOfLineBefore(place)));
    }

    @Override
    public RejectWriter rejects(OutputStream out) {
      return new LineRejects(out);
    }
  }
}
