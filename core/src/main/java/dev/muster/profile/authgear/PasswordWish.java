package dev.muster.profile.authgear;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;

/**
 * {@code password} or {@code mfa.password}: for new users only. For existing users it is ignored
 * without a warning, even if the hash is invalid.
 *
 * @param bcrypt whether its type is Authgear's own
 * @param reading the result of reading the hash
 */
record PasswordWish(Place place, boolean bcrypt, HashReading reading) implements Wish {

  /** Which password it is. */
  enum Place {
    PRIMARY("/password/password_hash"),
    SECOND_FACTOR("/mfa/password/password_hash");

    private final String path;

    Place(String path) {
      this.path = path;
    }
  }

  @Override
  public boolean grant(Draft draft) {
    if (!draft.creating()) {
      return false;
    }
    return reading.fold(
        hash -> set(draft, hash),
        () -> refuse(draft, "it must begin with $2a$, $2b$, $2x$, $2y$ or $2$"),
        problem -> refuse(draft, problem));
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  private boolean set(Draft draft, EncodedHash hash) {
    return switch (place) {
      case PRIMARY -> draft.account().password(hash);
      case SECOND_FACTOR -> draft.account().mfa(draft.account().mfa().withPassword(hash));
    };
  }

  private boolean refuse(Draft draft, String problem) {
    draft.refuse(
        bcrypt
            ? Problem.at(
                ProblemCode.INVALID_BCRYPT_HASH, "invalid bcrypt hash: " + problem, place.path)
            : Problem.at(
                ProblemCode.INVALID_PASSWORD_HASH,
                "invalid password hash: " + problem,
                place.path));
    return false;
  }
}
