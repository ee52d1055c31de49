package dev.muster.app.format;

import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.Dialect;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authgear's records as NDJSON, one a line: {@code {"email": "jo@example.com"}}. The command line
 * says what the request document says elsewhere. A line that can't be read is one failed record;
 * blank lines are none. Stateless.
 */
public final class AuthgearLinesFormat extends AuthgearFormat {

  /**
   * The format.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   */
  public AuthgearLinesFormat(HashSchemes bcrypt) {
    super(bcrypt);
  }

  @Override
  public String name() {
    return "authgear-lines";
  }

  @Override
  SurveyedInput survey(
      Utf8Input text, @Nullable AuthgearIdentifier asked, InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    if (asked == null) {
      throw refusal("one record a line says nothing of the identifier: use ");
    }
    long recordCount = count(text.stream(), options.limits());
    if (recordCount == 0) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.INVALID_JSON, "the input is empty; expected one JSON object a line"));
    }
    return new Lines(
        "authgear, one record a line, " + text.encoding(),
        recordCount,
        dialect(asked, options.upsert().orElse(false), options),
        asked,
        file,
        options);
  }

  private static long count(InputStream in, InputLimits limits) throws IOException {
    RecordSlicer slicer = slicer(in, limits);
    long count = 0;
    while (slicer.next() != null) {
      count++;
    }
    return count;
  }

  private static RecordSlicer slicer(InputStream in, InputLimits limits) {
    return new LineSlicer(in, limits.recordBytes(), SlicedReader.BUFFER_BYTES);
  }

  /** An input after its survey. */
  private record Lines(
      String description,
      long recordCount,
      Dialect dialect,
      AuthgearIdentifier identifier,
      InputFile file,
      ImportOptions options)
      implements SurveyedInput {

    /** No value has to be told from its repetition: later records meet what earlier ones made. */
    @Override
    public boolean mayRepeat(Key key) {
      return false;
    }

    @Override
    public Optional<UnparsedRecords> unparsed() {
      return Optional.of(
          UnparsedRecords.of(identifier, options.limits().toString(), options.attributes()));
    }

    @Override
    public RecordReader open() throws IOException {
      InputStream in = Utf8Input.reopen(file, options.encoding());
      return new SlicedReader(in, slicer(in, options.limits()), recordCount, options.limits());
    }

    @Override
    public RejectWriter rejects(OutputStream out) {
      return new LineRejects(out);
    }
  }
}
