package dev.muster.value;

/** Finds a name among many without comparing it with each: a hash table of places. */
final class NameIndex {

  /** Among so few names, comparing with each is as quick. */
  static final int FEW = 16;

  private final int[] slots; // a place + 1, or 0; at most half of them are taken

  /** An index of the first names of an array. */
  NameIndex(String[] names, int size) {
    this.slots = new int[4 * Integer.highestOneBit(Math.max(1, size))];
    for (int place = 0; place < size; place++) {
      add(names, place);
    }
  }

  /** Whether one more name fits, of so many that there are. */
  boolean hasRoom(int size) {
    return 2 * (size + 1) <= slots.length;
  }

  /** Adds the name at a place. */
  void add(String[] names, int place) {
    int slot = slot(names[place]);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = place + 1;
  }

  /** The first place where a name stands; -1 if it is not there. */
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
