package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.user.AccountEditor;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes one bound of the account's valid period.
 *
 * @param bound null for no limit
 */
record ValidityWish(Column origin, @Nullable Instant bound) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    AccountEditor account = draft.account();
    boolean start = origin.kind() == ColumnKind.VALID_FROM;
    Instant from = start ? bound : account.validFrom();
    Instant until = start ? account.validUntil() : bound;
    boolean changed = !Objects.equals(bound, start ? account.validFrom() : account.validUntil());
    account.validPeriod(from, until);
    return changed;
  }
}
