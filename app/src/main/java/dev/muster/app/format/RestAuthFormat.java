package dev.muster.app.format;

import dev.muster.problem.InputRefused;
import dev.muster.profile.Dialect;
import dev.muster.profile.restauth.RestAuthDialect;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * RestAuth's import document: {@code {"services": {…}, "users": {…}, "groups": {…}}}. Stateless.
 *
 * <p>Source: RestAuth's documentation, "Import format".
 */
public final class RestAuthFormat implements ImportFormat {

  /** The name that {@code --format} takes. */
  public static final String NAME = "restauth";

  private final Supplier<RestAuthReading> reading;

  /**
   * The format.
   *
   * @param reading makes what it takes to read passwords
   */
  public RestAuthFormat(Supplier<RestAuthReading> reading) {
    this.reading = reading;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public KeptRecords kept(List<String> header) {
    return new KeptObjects(RestAuthDialect.view(), true);
  }

  @Override
  public SurveyedInput survey(InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    try (Utf8Input text = Utf8Input.open(file, options.encoding())) {
      RestAuthDocument document = new RestAuthDocument(file, options, RestAuthSurvey.of(text));
      RestAuthReading known = reading.get();
      RestAuthReading asked =
          new RestAuthReading(options.restAuth().reading(known.hashes()), known.passwords());
      return new Document(
          "restauth, " + text.encoding(),
          document,
          RestAuthDialect.of(options.restAuth(), asked.hashes(), asked.passwords()),
          asked);
    } catch (BadEncoding e) {
      throw new InputRefused(e.problem());
    }
  }

  /** A document after its survey. */
  private record Document(
      String description, RestAuthDocument document, Dialect dialect, RestAuthReading reading)
      implements SurveyedInput {

    @Override
    public long recordCount() {
      return document.recordCount();
    }

    @Override
    public long plainPasswords() {
      return document.plainPasswords();
    }

    @Override
    public Optional<RestAuthReading> restAuth() {
      return Optional.of(reading);
    }

    /** No value has to be told from its repetition: later entries meet what earlier ones made. */
    @Override
    public boolean mayRepeat(Key key) {
      return false;
    }

    @Override
    public RecordReader open() {
      return new RestAuthReader(document);
    }

    @Override
    public RejectWriter rejects(OutputStream out) {
      return new RestAuthRejects(out);
    }
  }
}
