package dev.muster.app.store.directory;

import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.value.DecimalText;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An index of attributes for the duration of one import. It is needed if an input uses an attribute
 * as a key, or requires it to be unique, and the directory has no index of it. The values are read
 * once; the import's own changes are added.
 */
public interface TemporaryIndex extends AutoCloseable {

  /** The paths of the attributes, such as {@code custom_attributes.badge}. */
  Set<String> paths();

  /** Reads the values, unless the index is up to date. */
  void refresh();

  void find(Collection<Key> keys, BiConsumer<Key, Owner> found);

  /** Adds the import's changes. */
  void update(Collection<UserChange> changes);

  @Override
  void close();

  /**
   * A SQL condition: whether the text {@code value} of a JSON number is already canonical, see
   * {@link DecimalText}. True for nearly all numbers.
   *
   * @param integer the SQL operator and pattern that test {@code value} for an optional minus sign
   *     and digits
   */
  static String plainNumber(String integer) {
    return "(value "
        + integer
        + " AND value <> '-0' AND length(value) <= "
        + DecimalText.PLAIN_MAX
        + ")";
  }

  /** An empty index, for an import that needs none. */
  TemporaryIndex NONE =
      new TemporaryIndex() {
        @Override
        public Set<String> paths() {
          return Set.of();
        }

        @Override
        public void refresh() {}

        @Override
        public void find(Collection<Key> keys, BiConsumer<Key, Owner> found) {}

        @Override
        public void update(Collection<UserChange> changes) {}

        @Override
        public void close() {}
      };
}
