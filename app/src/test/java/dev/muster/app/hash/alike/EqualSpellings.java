package dev.muster.app.hash.alike;

import dev.muster.app.hash.scheme.SecretBytes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two parsed hashes are the same in all their parameters, salts and digests.
 *
 * @param rules by which different parts are the same all the same
 * @param used receives the words of the rules that were needed
 */
record EqualSpellings(List<AlikeRule> rules, Set<String> used) {

  boolean same(Object one, Object other) {
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
    boolean records = one.getClass().isRecord() && one.getClass() == other.getClass();
    return (records
            ? Arrays.stream(one.getClass().getRecordComponents())
                .allMatch(part -> same(value(part, one), value(part, other)))
            : one.equals(other))
        || rules.stream().anyMatch(rule -> holds(rule, one, other));
  }

  private boolean holds(AlikeRule rule, Object one, Object other) {
    boolean holds = rule.holds(one, other);
    if (holds) {
      used.add(rule.words());
    }
    return holds;
  }

  /**
   * Whether an object is a record of a class of this name, which its package may keep to itself.
   */
  static boolean isA(String className, Object object) {
    return object.getClass().getSimpleName().equals(className);
  }

  /** A component of a record. */
  static Object part(String name, Object record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .map(component -> value(component, record))
        .findFirst()
        .orElseThrow();
  }

  /** A component that is bytes. */
  static byte[] bytes(String name, Object record) {
    return ((SecretBytes) part(name, record)).toBytes();
  }

  /** Whether components of two records are the same, to the last bit. */
  static boolean sameParts(Object one, Object other, String... names) {
    EqualSpellings exact = new EqualSpellings(List.of(), Set.of());
    return Arrays.stream(names).allMatch(name -> exact.same(part(name, one), part(name, other)));
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
