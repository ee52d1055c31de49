package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;

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
    next = with(next, Mfa.Kind.TOTP, all("totp", "secret"));
    next = with(next, Mfa.Kind.PHONE_NUMBER, all("phone", "value"));
    next = with(next, Mfa.Kind.EMAIL, all("email", "value"));
    return draft.account().mfa(next);
  }

  private static Mfa with(Mfa now, Mfa.Kind kind, List<String> values) {
    return values.isEmpty() ? now : now.withAll(kind, values);
  }

  /** The values of the factors of one kind. */
  private List<String> all(String kind, String member) {
    List<String> values = new ArrayList<>(1);
    for (Value factor : factors.items()) {
      String value =
          factor instanceof Struct struct && struct.get(kind) instanceof Struct members
              ? members.text(member)
              : null;
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "FactorsWish[]";
  }
}
