package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;

/**
 * {@code disabled}. An account's status is disabled, outside its valid period, or normal; the first
 * that applies counts. A wish that changes nothing gives a warning.
 */
record DisabledWish(boolean disabled) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    if (draft.creating() && !disabled) {
      draft.warn(Remark.NO_EFFECT_FOR_NEW.with("disabled = false"));
      return false;
    }
    boolean changed = draft.account().disabled(disabled);
    if (!changed) {
      draft.warn(Remark.STATUS_KEPT.with(state(draft), disabled ? "disabled" : "normal"));
    }
    return changed;
  }

  private static String state(Draft draft) {
    if (draft.account().disabled()) {
      return "disabled";
    }
    return draft.before().outsideValidPeriod(draft.now()) ? "outside_valid_period" : "normal";
  }
}
