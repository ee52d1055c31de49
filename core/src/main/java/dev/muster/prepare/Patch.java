package dev.muster.prepare;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record's change to one attribute: clear or set. If a record does not mention an attribute,
 * there is no patch, and the attribute stays unchanged.
 *
 * @param <T> the type of the attribute's value
 */
public sealed interface Patch<T> {

  <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set);

  /** The new value; null to remove the attribute. */
  default @Nullable T orNull() {
    return this.<@Nullable T>fold(() -> null, value -> value);
  }

  /** Removes the value. */
  record Clear<T>() implements Patch<T> {
    @Override
    public <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set) {
      return clear.get();
    }
  }

  /** Replaces the value. */
  record Set<T>(T value) implements Patch<T> {
    @Override
    public <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set) {
      return set.apply(value);
    }
  }
}
