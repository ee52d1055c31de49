package dev.muster.app.store;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.util.function.Supplier;

/** Repeats changes of a single user that another writer of the same user has overtaken. */
public final class Overtaken {

  /** More than concurrent writers of the same user will need in practice. */
  private static final int TRIES = 25;

  private Overtaken() {}

  /**
   * Runs a transaction, again after each conflict with another writer.
   *
   * @throws StoreUnavailable if it fails for another reason, or again and again
   * @throws DataViolation likewise
   */
  public static <T> T retried(Supplier<T> transaction) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return transaction.get();
      } catch (StoreUnavailable e) {
        if (left == 0 || e.kind() != StoreUnavailable.Kind.OVERTAKEN) {
          throw e;
        }
      } catch (DataViolation e) {
        if (left == 0 || !e.maybeRace()) {
          throw e;
        }
      }
    }
  }
}
