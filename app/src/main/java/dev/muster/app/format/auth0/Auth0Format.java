package dev.muster.app.format.auth0;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.EncodingAdvice;
import dev.muster.app.format.input.EncodingAdvice.Remedy;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.KeptObjects;
import dev.muster.password.HashFields;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputRefused;
import dev.muster.profile.auth0.Auth0Dialect;
import dev.muster.profile.auth0.Auth0Options;
import dev.muster.profile.auth0.Auth0View;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Auth0's user records: the array of its bulk import, {@code [{"email": "jo@example.com"}]}, or
 * NDJSON, one a line, as its exports are. Stateless.
 */
public final class Auth0Format implements ImportFormat {

  private final HashSchemes bcrypt;
  private final Supplier<HashFields.Reader> customHashes;

  /**
   * The format.
   *
   * @param bcrypt reads {@code password_hash}
   * @param customHashes creates what reads {@code custom_password_hash}
   */
  public Auth0Format(HashSchemes bcrypt, Supplier<HashFields.Reader> customHashes) {
    this.bcrypt = bcrypt;
    this.customHashes = customHashes;
  }

  @Override
  public String name() {
    return "auth0";
  }

  @Override
  public KeptRecords kept(List<String> header, Struct formatOptions) {
    return new KeptObjects(new Auth0View(), false);
  }

  @Override
  public SurveyedInput survey(InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    try {
      DoubtfulHashes doubts = new DoubtfulHashes();
      HashFields.Reader custom = customHashes.get().watchedBy(doubts);
      return new Auth0Survey(JsonInput.of(file, options), doubts)
          .run(
              source ->
                  Auth0Dialect.of(
                      own(options), source, hash -> bcrypt.read(hash).watchedBy(doubts), custom));
    } catch (BadEncoding e) {
      throw new InputRefused(EncodingAdvice.ofJson(file, e.problem(), Remedy.OPTION));
    }
  }

  private static Auth0Options own(ImportOptions options) {
    return new Auth0Options(
        options.upsert().orElse(false),
        flag(options.formatOptions(), "merge_metadata"),
        flag(options.formatOptions(), "keep_email_verified"),
        options.auth0().gravatar(),
        options.auth0().usernameMin(),
        options.auth0().usernameMax());
  }

  private static boolean flag(Struct members, String name) {
    return Value.TRUE.equals(members.get(name));
  }
}
