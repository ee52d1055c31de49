package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Account;
import dev.muster.value.Struct;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code account_valid_from} and {@code account_valid_until}. A bound that the record omits stays
 * unchanged. The start must be before the end.
 *
 * @param from null if the record omits it
 * @param until null if the record omits it
 */
record ValidityWish(@Nullable Instant from, @Nullable Instant until) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    Instant storedFrom = draft.account().validFrom();
    Instant storedUntil = draft.account().validUntil();
    Instant nextFrom = from == null ? storedFrom : from;
    Instant nextUntil = until == null ? storedUntil : until;
    if (!Account.isPeriod(nextFrom, nextUntil)) {
      draft.refuse(
          Problem.at(
                  ProblemCode.INVALID_ACCOUNT_STATUS_TRANSITION,
                  "the start timestamp of account valid period must be less than the end timestamp"
                      + " of the account valid period",
                  from == null ? "/account_valid_until" : "/account_valid_from")
              .with("AccountValidFromShouldBeBeforeAccountValidUntil", Struct.EMPTY));
      return false;
    }
    draft.account().validPeriod(nextFrom, nextUntil);
    return (from != null && !from.equals(storedFrom))
        || (until != null && !until.equals(storedUntil));
  }

  @Override
  public boolean idempotent() {
    return true;
  }
}
