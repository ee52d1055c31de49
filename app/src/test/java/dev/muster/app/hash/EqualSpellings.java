package dev.muster.app.hash;

import dev.muster.app.hash.scheme.SecretBytes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Whether two parsed hashes are the same in all their parameters, salts and digests. */
final class EqualSpellings {

  private EqualSpellings() {}

  static boolean same(Object one, Object other) {
    if (one instanceof SecretBytes bytes && other instanceof SecretBytes others) {
      return Arrays.equals(bytes.toBytes(), others.toBytes());
    }
    if (one instanceof byte[] bytes && other instanceof byte[] others) {
      return Arrays.equals(bytes, others);
    }
    if (one instanceof Optional<?> some && other instanceof Optional<?> others) {
      return some.isPresent() == others.isPresent()
          && (some.isEmpty() || same(some.get(), others.get()));
    }
    if (one instanceof List<?> list && other instanceof List<?> others) {
      Iterator<?> items = others.iterator();
      return list.size() == others.size() && list.stream().allMatch(it -> same(it, items.next()));
    }
    if (one.getClass().isRecord() && one.getClass() == other.getClass()) {
      return Arrays.stream(one.getClass().getRecordComponents())
          .allMatch(component -> same(value(component, one), value(component, other)));
    }
    return one.equals(other);
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(record);
      return value == null ? "null" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
