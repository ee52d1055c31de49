package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Patch;
import dev.muster.prepare.Wish;
import dev.muster.user.Mfa;

/**
 * {@code mfa.email} or {@code mfa.phone_number}: where one-time codes are sent. They need not be
 * unique.
 */
record SecondFactorWish(Kind kind, Patch<String> patch) implements Wish {

  /** Which of the two. */
  enum Kind {
    EMAIL,
    PHONE_NUMBER
  }

  @Override
  public boolean grant(Draft draft) {
    String next = patch.orNull();
    if (draft.creating() && next == null) {
      draft.warn(
          switch (kind) {
            case EMAIL -> "mfa.email = null has no effect in insert.";
            case PHONE_NUMBER -> "mfa.phone_number = null has no effect in insert.";
          });
      return false;
    }
    Mfa now = draft.account().mfa();
    return draft
        .account()
        .mfa(
            switch (kind) {
              case EMAIL -> now.withEmail(next);
              case PHONE_NUMBER -> now.withPhoneNumber(next);
            });
  }

  @Override
  public boolean idempotent() {
    return true;
  }
}
