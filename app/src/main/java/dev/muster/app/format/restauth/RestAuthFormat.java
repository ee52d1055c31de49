package dev.muster.app.format.restauth;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.HashNote;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SlowPreparation;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.EncodingAdvice;
import dev.muster.app.format.input.EncodingAdvice.Remedy;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.KeptObjects;
import dev.muster.problem.InputRefused;
import dev.muster.profile.Dialect;
import dev.muster.profile.restauth.RestAuthDialect;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.user.Key;
import dev.muster.value.Struct;
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

  /** The name for {@code --format}. */
  public static final String NAME = "restauth";

  private final Supplier<RestAuthReading> reading;

  /**
   * The format.
   *
   * @param reading the hash parser and password hasher
   */
  public RestAuthFormat(Supplier<RestAuthReading> reading) {
    this.reading = reading;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean hasRecordsInMembers() {
    return true;
  }

  @Override
  public boolean hashesPasswords() {
    return true;
  }

  @Override
  public boolean allOrNothing() {
    return true;
  }

  @Override
  public KeptRecords kept(List<String> header, Struct formatOptions) {
    return new KeptObjects(RestAuthDialect.view(), true);
  }

  @Override
  public SurveyedInput survey(InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    try {
      JsonInput input = JsonInput.of(file, options);
      RestAuthDocument document = RestAuthSurvey.of(input);
      RestAuthOptions own = RestAuthOptions.of(options.formatOptions());
      DoubtfulHashes doubts = new DoubtfulHashes();
      RestAuthReading asked = reading.get().asked(own).watchedBy(doubts, doubts::acceptUnnamed);
      return new Document(
          "restauth, " + input.encoding().charset().name(),
          document,
          RestAuthDialect.of(own, asked.hashes(), asked.passwords()),
          new RestAuthPasswords(asked.passwords(), document.plainPasswords()),
          doubts);
    } catch (BadEncoding e) {
      throw new InputRefused(EncodingAdvice.ofJson(file, e.problem(), Remedy.CONVERSION));
    }
  }

  /** A document after its survey. */
  private record Document(
      String description,
      RestAuthDocument document,
      Dialect dialect,
      RestAuthPasswords passwords,
      DoubtfulHashes doubts)
      implements SurveyedInput {

    @Override
    public Optional<String> charset() {
      return Optional.of(document.input().encoding().charset().name());
    }

    @Override
    public List<String> notes() {
      return document.notes();
    }

    @Override
    public List<HashNote> hashNotes() {
      return doubts.notes();
    }

    @Override
    public long recordCount() {
      return document.recordCount();
    }

    @Override
    public Optional<SlowPreparation> slowPreparation() {
      return Optional.of(passwords);
    }

    @Override
    public boolean allOrNothing() {
      return true;
    }

    /**
     * Repetitions need no tracking: a later entry may update the user that an earlier one created.
     */
    @Override
    public boolean mayRepeat(Key key) {
      return false;
    }

    @Override
    public void requireUnchanged() throws IOException {
      document.requireUnchanged();
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
