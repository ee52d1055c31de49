package dev.muster.app.format.authgear;

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
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.Dialect;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.profile.authgear.AuthgearPolicy;
import dev.muster.profile.authgear.AuthgearPreparation;
import dev.muster.profile.authgear.AuthgearView;
import dev.muster.profile.authgear.PasswordTypes;
import dev.muster.value.Struct;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shared part of the two formats of Authgear's records: options, encoding and dialect. */
abstract sealed class AuthgearFormat implements ImportFormat
    permits AuthgearRequestFormat, AuthgearLinesFormat {

  private final HashSchemes bcrypt;
  private final Supplier<HashSchemes> others;

  AuthgearFormat(HashSchemes bcrypt, Supplier<HashSchemes> others) {
    this.bcrypt = bcrypt;
    this.others = others;
  }

  @Override
  public final KeptRecords kept(List<String> header, Struct formatOptions) {
    return new KeptObjects(new AuthgearView(), false);
  }

  @Override
  public final SurveyedInput survey(InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    AuthgearIdentifier asked = identifier(options);
    try {
      return survey(JsonInput.of(file, options), asked, options);
    } catch (BadEncoding e) {
      throw new InputRefused(EncodingAdvice.ofJson(file, e.problem(), Remedy.OPTION));
    }
  }

  /**
   * Surveys the whole text.
   *
   * @param asked the identifier of the command line; null if none is given
   */
  abstract SurveyedInput survey(
      JsonInput input, @Nullable AuthgearIdentifier asked, ImportOptions options)
      throws InputRefused, IOException;

  /**
   * The dialect, set up for one input.
   *
   * @param doubts receives the hashes that are read
   */
  final Dialect dialect(
      AuthgearIdentifier identifier, boolean upsert, ImportOptions options, DoubtfulHashes doubts) {
    PasswordTypes types = new PasswordTypes(bcrypt, others, doubts);
    return new Dialect(
        new AuthgearPreparation(identifier, types, options.attributes()),
        new AuthgearPolicy(upsert),
        new AuthgearView(),
        Set.of());
  }

  @Override
  public boolean namesRoles() {
    return true;
  }

  /** A refusal that lists the valid identifiers. */
  static InputRefused refusal(String beginning) {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.INVALID_REQUEST,
            beginning
                + "--identifier email, --identifier preferred_username or"
                + " --identifier phone_number"));
  }

  private static @Nullable AuthgearIdentifier identifier(ImportOptions options)
      throws InputRefused {
    Optional<String> name = options.identifier();
    Optional<AuthgearIdentifier> identifier = name.flatMap(AuthgearIdentifier::named);
    if (name.isPresent() && identifier.isEmpty()) {
      throw refusal("there is no identifier " + name.get() + "; use ");
    }
    return identifier.orElse(null);
  }
}
