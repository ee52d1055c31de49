package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * {@code mfa_factors}. The factors of the record replace the user's of the same kinds; those of
 * other kinds stay.
 *
 * @param factors valid, each an object with one member at most
 */
record FactorsWish(Value.Array factors) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    Mfa next = draft.account().mfa();
    String phone = first("phone", "value");
    String email = first("email", "value");
    String secret = first("totp", "secret");
    next = phone == null ? next : next.withPhoneNumber(phone);
    next = email == null ? next : next.withEmail(email);
    next = secret == null ? next : next.withTotpSecret(secret);
    return draft.account().mfa(next);
  }

  private @org.jspecify.annotations.Nullable String first(String kind, String member) {
    for (Value factor : factors.items()) {
      if (factor instanceof Struct struct && struct.get(kind) instanceof Struct values) {
        return values.text(member);
      }
    }
    return null;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "FactorsWish[]";
  }
}
