package dev.muster.value;

/** A hash table of the indexes of names in an array. */
final class NameIndex {

  /** Up to this many names, a linear search is as fast. */
  static final int FEW = 16;

  private final int[] slots; // an index + 1, or 0 if free; at most half of them are taken

  /** An index of the first names of an array. */
  NameIndex(String[] names, int size) {
    this.slots = new int[4 * Integer.highestOneBit(Math.max(1, size))];
    for (int place = 0; place < size; place++) {
      add(names, place);
    }
  }

  /** Whether one more name fits if there are {@code size}. */
  boolean hasRoom(int size) {
    return 2 * (size + 1) <= slots.length;
  }

  /** Adds the name at an index of the array. */
  void add(String[] names, int place) {
    int slot = slot(names[place]);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = place + 1;
  }

  /** The first index of a name; -1 if there is none. */
  int find(String[] names, String name) {
    for (int slot = slot(name); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      if (names[slots[slot] - 1].equals(name)) {
        return slots[slot] - 1;
      }
    }
    return -1;
  }

  private int slot(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }
}
