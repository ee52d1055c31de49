package dev.muster.profile.auth0;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashFields;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The password of a user. New users without one have to choose one. An existing user's is replaced
 * only by a custom hash, and only if it is a custom hash that nobody has logged in with.
 *
 * @param hash null if the record has none
 * @param customHashes null if the hash is {@code password_hash}, or there is none
 */
record PasswordWish(@Nullable EncodedHash hash, HashFields.@Nullable Reader customHashes)
    implements Wish {

  @Override
  public boolean grant(Draft draft) {
    if (draft.creating()) {
      draft.account().passwordResetRequired(hash == null);
      return draft.account().password(hash);
    }
    if (hash == null || customHashes == null) {
      return false;
    }
    EncodedHash now = draft.account().password();
    if (now == null || !customHashes.made(now)) {
      draft.refuse(
          Complaint.of(
              ProblemCode.CONFLICT,
              "custom_password_hash",
              "A custom_password_hash was provided, but the user already has password hash"
                  + " defined"));
      return false;
    }
    return draft.account().password(hash);
  }
}
