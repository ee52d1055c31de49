package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Patch;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;
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
            case EMAIL -> Remark.NO_EFFECT_FOR_NEW.with("mfa.email = null");
            case PHONE_NUMBER -> Remark.NO_EFFECT_FOR_NEW.with("mfa.phone_number = null");
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
