package dev.muster.prepare;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a record asks of one attribute. Silence is the third way: a record that says nothing has no
 * wish about the attribute, and keeps it as it is.
 *
 * @param <T> what the attribute holds
 */
public sealed interface Patch<T> {

  <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set);

  /** The new value; null when the attribute is to be removed. */
  default @Nullable T orNull() {
    return this.<@Nullable T>fold(() -> null, value -> value);
  }

  /** Remove what is there. */
  record Clear<T>() implements Patch<T> {
    @Override
    public <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set) {
      return clear.get();
    }
  }

  /** Put this in its place. */
  record Set<T>(T value) implements Patch<T> {
    @Override
    public <R extends @Nullable Object> R fold(Supplier<R> clear, Function<T, R> set) {
      return set.apply(value);
    }
  }
}
