package dev.muster.app.format;

import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputRefused;
import dev.muster.profile.Dialect;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request document of Authgear's User Import API: {@code {"identifier": "email", "upsert":
 * true, "records": [{…}, …]}}. The command line's {@code --identifier} and {@code --upsert} win
 * over the document's. Stateless.
 */
public final class AuthgearRequestFormat extends AuthgearFormat {

  /**
   * The format.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   */
  public AuthgearRequestFormat(HashSchemes bcrypt) {
    super(bcrypt);
  }

  @Override
  public String name() {
    return "authgear";
  }

  @Override
  SurveyedInput survey(
      Utf8Input text, @Nullable AuthgearIdentifier asked, InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    RequestDocument document = RequestSurvey.of(text, asked != null);
    AuthgearIdentifier identifier = asked == null ? document.identifier() : asked;
    if (identifier == null) {
      throw refusal("the document names no identifier: use ");
    }
    boolean upsert = options.upsert().orElse(Boolean.TRUE.equals(document.upsert()));
    return new Request(
        "authgear, " + text.encoding(),
        dialect(identifier, upsert, options),
        identifier,
        upsert,
        document,
        file,
        options);
  }

  /** A document after its survey. */
  private record Request(
      String description,
      Dialect dialect,
      AuthgearIdentifier identifier,
      boolean upsert,
      RequestDocument document,
      InputFile file,
      ImportOptions options)
      implements SurveyedInput {

    @Override
    public long recordCount() {
      return document.recordCount();
    }

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
      try {
        in.skipNBytes(document.recordsOffset());
      } catch (IOException e) {
        in.close();
        throw e;
      }
      RecordSlicer slicer =
          new ObjectSlicer(
              in,
              document.recordsLine(),
              document.recordsColumn(),
              options.limits().recordBytes(),
              SlicedReader.BUFFER_BYTES);
      return new SlicedReader(in, slicer, document.recordCount(), options.limits());
    }

    @Override
    public RejectWriter rejects(OutputStream out) throws IOException {
      return new RequestRejects(out, identifier, upsert);
    }
  }
}
