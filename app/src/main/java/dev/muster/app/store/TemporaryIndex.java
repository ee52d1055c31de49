package dev.muster.app.store;

import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.value.DecimalText;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Look-ups for one run: attributes that an input uses as a key, or wants unique, although the
 * directory keeps no index of them. The values are gathered once and kept up with what the run
 * writes.
 */
interface TemporaryIndex extends AutoCloseable {

  /** The paths of the attributes, such as {@code custom_attributes.badge}. */
  Set<String> paths();

  /** Gathers the values if that was never done, or if they may have changed. */
  void refresh();

  void find(Collection<Key> keys, BiConsumer<Key, Owner> found);

  /** Takes in what the run changes. */
  void update(Collection<UserChange> changes);

  @Override
  void close();

  /**
   * The condition under which the text {@code value} of a JSON number is canonical as it is, see
   * {@link DecimalText}; true for nearly all.
   *
   * @param integer the condition that a text has digits only, after its name
   */
  static String plainNumber(String integer) {
    return "(value "
        + integer
        + " AND value <> '-0' AND length(value) <= "
        + DecimalText.PLAIN_MAX
        + ")";
  }

  /** For a run that looks nothing up by attribute. */
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
