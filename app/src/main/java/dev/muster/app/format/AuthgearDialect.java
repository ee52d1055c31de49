package dev.muster.app.format;

import dev.muster.password.HashSchemes;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.Dialect;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.profile.authgear.AuthgearPolicy;
import dev.muster.profile.authgear.AuthgearPreparation;
import dev.muster.profile.authgear.AuthgearView;
import java.util.Optional;
import java.util.Set;

/** Sets the Authgear dialect up for one input. */
final class AuthgearDialect {

  private AuthgearDialect() {}

  static Dialect of(
      AuthgearIdentifier identifier, boolean upsert, HashSchemes bcrypt, ImportOptions options) {
    return new Dialect(
        new AuthgearPreparation(identifier, bcrypt, options.attributes()),
        new AuthgearPolicy(upsert),
        new AuthgearView(),
        Set.of());
  }

  /**
   * The identifier that the command line names.
   *
   * @throws InputRefused if there is no such identifier
   */
  static Optional<AuthgearIdentifier> identifier(ImportOptions options) throws InputRefused {
    Optional<String> name = options.identifier();
    Optional<AuthgearIdentifier> identifier = name.flatMap(AuthgearIdentifier::named);
    if (name.isPresent() && identifier.isEmpty()) {
      throw refusal("there is no identifier " + name.get() + "; use ");
    }
    return identifier;
  }

  /** Says which identifiers there are. */
  static InputRefused refusal(String beginning) {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.INVALID_REQUEST,
            beginning + "--identifier email|preferred_username|phone_number"));
  }
}
