package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * {@code email_verified} or {@code phone_number_verified}. It applies to the login id of the same
 * record, and has no effect without one, even if the user has one.
 *
 * @param field the login id that it applies to
 * @param companion whether the record has that login id
 */
record VerifiedWish(AuthgearIdentifier field, boolean flag, Companion companion) implements Wish {

  /** Whether a record has a login id. */
  enum Companion {
    ABSENT,
    NULL,
    PRESENT;

    static Companion of(Struct record, AuthgearIdentifier field) {
      Value value = record.get(field.wireName());
      return value == null ? ABSENT : value instanceof Value.Null ? NULL : PRESENT;
    }
  }

  @Override
  public boolean grant(Draft draft) {
    return draft.creating() ? markNew(draft) : markExisting(draft);
  }

  /** Not idempotent without its login id, because each application gives a warning. */
  @Override
  public boolean idempotent() {
    return companion == Companion.PRESENT;
  }

  private boolean markNew(Draft draft) {
    String name = field.wireName();
    if (!flag) {
      draft.warn(Remark.NO_EFFECT_FOR_NEW.with(name + "_verified = false"));
      return false;
    }
    if (companion != Companion.PRESENT) {
      draft.warn(Remark.NO_EFFECT_IF_ABSENT.with(name + "_verified = true", name));
      return false;
    }
    return draft.account().verified(field.kind(), true);
  }

  private boolean markExisting(Draft draft) {
    String name = field.wireName();
    return switch (companion) {
      case ABSENT -> {
        draft.warn(Remark.NO_EFFECT_IF_ABSENT.with(name + "_verified", name));
        yield false;
      }
      case NULL -> {
        draft.warn(Remark.NO_EFFECT_IF_NULL.with(name + "_verified", name));
        yield false;
      }
      case PRESENT -> draft.account().verified(field.kind(), flag);
    };
  }
}
