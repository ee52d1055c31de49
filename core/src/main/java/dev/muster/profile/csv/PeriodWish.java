package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Account;

/**
 * Fails a row that would leave the account with a valid period that ends before it starts. It comes
 * after the wishes for both bounds.
 */
record PeriodWish(int column) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    if (!Account.isPeriod(draft.account().validFrom(), draft.account().validUntil())) {
      draft.refuse(
          Problem.inColumn(
              ProblemCode.DATA_ERROR, "@valid-from must be before @valid-until.", column));
    }
    return false;
  }
}
