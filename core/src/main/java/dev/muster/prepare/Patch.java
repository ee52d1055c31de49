package dev.muster.prepare;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a record does to one attribute: clear or set. A record that does not mention an attribute
 * has no wish about it, and the attribute stays as it is.
 *
 * @param <T> what the attribute holds
 */
public sealed interface Patch<T> {

  <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set);

  /** The new value; null when the attribute is to be removed. */
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
