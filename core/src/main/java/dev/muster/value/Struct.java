package dev.muster.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, with its members in their given order. Immutable and thread-safe.
 *
 * <p>It consists of two parallel arrays with a linear search, because an import has millions of
 * objects with few members. Objects with many members get a hash index, a {@link NameIndex}.
 */
public final class Struct implements Value {

  public static final Struct EMPTY = new Struct(new String[0], new Value[0]);

  private final String[] names;
  private final Value[] values;

  /** Built when first needed, possibly by several threads at once; all build the same. */
  private @Nullable NameIndex index;

  private Struct(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /** A struct with one member. */
  public static Struct of(String name, Value value) {
    return new Struct(new String[] {name}, new Value[] {value});
  }

  /** A struct of the map's entries, in its order. */
  public static Struct copyOf(Map<String, ? extends Value> members) {
    Builder builder = new Builder();
    members.forEach(builder::put);
    return builder.build();
  }

  public int size() {
    return names.length;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  /** The name of the member at an index from 0 to size() - 1. */
  public String nameAt(int place) {
    return names[place];
  }

  /** The value of the member at an index from 0 to size() - 1. */
  public Value valueAt(int place) {
    return values[place];
  }

  /** The member's value, {@link Value.Null} for an explicit null; null if the member is absent. */
  public @Nullable Value get(String name) {
    int place = find(name);
    return place < 0 ? null : values[place];
  }

  public boolean has(String name) {
    return find(name) >= 0;
  }

  /** The member's text; null if it is absent or not a text. */
  public @Nullable String text(String name) {
    return get(name) instanceof Value.Text text ? text.text() : null;
  }

  /**
   * Like {@link #text(String)}, but faster if the member is at an expected index.
   *
   * @param expected the expected index; may be wrong or out of range
   */
  public @Nullable String text(String name, int expected) {
    if (expected >= 0 && expected < names.length && names[expected].equals(name)) {
      return values[expected] instanceof Value.Text text ? text.text() : null;
    }
    return text(name);
  }

  public List<String> names() {
    return List.of(names);
  }

  /** A builder that starts with these members. */
  public Builder edit() {
    return new Builder(this);
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Struct that) || names.length != that.names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      Value theirs =
          i < that.names.length && names[i].equals(that.names[i])
              ? that.values[i]
              : that.get(names[i]);
      if (!values[i].equals(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 0; // a sum, because order is irrelevant
    for (int i = 0; i < names.length; i++) {
      sum += Objects.hash(names[i], values[i]);
    }
    return sum;
  }

  @Override
  public String toString() {
    return "Struct" + Arrays.toString(names); // names only: values may be secret
  }

  private int find(String name) {
    if (names.length <= NameIndex.FEW) {
      return find(names, names.length, name);
    }
    NameIndex known = index;
    if (known == null) {
      known = new NameIndex(names, names.length);
      index = known;
    }
    return known.find(names, name);
  }

  private static int find(String[] names, int size, String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Collects members; a later value for a name replaces the earlier one in its place. Not
   * thread-safe.
   */
  public static final class Builder {

    private String[] names;
    private Value[] values;
    private int size;
    private @Nullable NameIndex index;

    public Builder() {
      this(EMPTY);
    }

    private Builder(Struct start) {
      this.size = start.names.length;
      int room = Math.max(8, size + 4);
      this.names = Arrays.copyOf(start.names, room);
      this.values = Arrays.copyOf(start.values, room);
    }

    public @Nullable Value get(String name) {
      int place = find(name);
      return place < 0 ? null : values[place];
    }

    public boolean has(String name) {
      return find(name) >= 0;
    }

    public Builder put(String name, Value value) {
      int place = find(name);
      if (place >= 0) {
        values[place] = value;
        return this;
      }
      return append(name, value);
    }

    /** Sets a member; true if it had no equal value before. */
    public boolean change(String name, Value value) {
      int place = find(name);
      if (place < 0) {
        append(name, value);
        return true;
      }
      boolean changed = !values[place].equals(value);
      if (changed) {
        values[place] = value;
      }
      return changed;
    }

    /** Adds a member whose name is known to be new. */
    public Builder append(String name, Value value) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      names[size] = name;
      values[size] = value;
      if (index != null) {
        index = index.hasRoom(size) ? index : null;
        if (index != null) {
          index.add(names, size);
        }
      }
      size++;
      return this;
    }

    /** Removes a member; true if it existed. */
    public boolean remove(String name) {
      int place = find(name);
      if (place < 0) {
        return false;
      }
      System.arraycopy(names, place + 1, names, place, size - place - 1);
      System.arraycopy(values, place + 1, values, place, size - place - 1);
      size--;
      index = null;
      return true;
    }

    private int find(String name) {
      if (size <= NameIndex.FEW) {
        return Struct.find(names, size, name);
      }
      NameIndex known = index;
      if (known == null) {
        known = new NameIndex(names, size);
        index = known;
      }
      return known.find(names, name);
    }

    public int size() {
      return size;
    }

    public Struct build() {
      return size == 0
          ? EMPTY
          : new Struct(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
  }
}
