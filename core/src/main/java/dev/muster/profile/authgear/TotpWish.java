package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;

/**
 * {@code mfa.totp}: for new users only, like passwords.
 *
 * @param secret not empty; stored unchecked, because the published sample's secret is not base32
 */
record TotpWish(String secret) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    return draft.creating() && draft.account().mfa(draft.account().mfa().withTotpSecret(secret));
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "TotpWish[]";
  }
}
