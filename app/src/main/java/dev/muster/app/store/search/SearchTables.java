package dev.muster.app.store.search;

import java.util.List;
import java.util.SortedMap;

/** Bulk reads and writes of the table {@code user_search}, for one kind of database. */
public interface SearchTables {

  /** Prepares the running transaction or snapshot for {@link #find}. */
  void begin();

  /**
   * Waits until no other transaction writes the search index, and keeps others from it until the
   * running transaction ends.
   */
  void lock();

  /** The rows of those of some places that have one, in any order. */
  List<Row> find(long[] places);

  /** Inserts or replaces rows, by their places. */
  void put(SortedMap<Long, byte[]> rows);

  /** Deletes rows, by their places. */
  void drop(long[] places);

  /** A row of the table. */
  @SuppressWarnings("ArrayRecordComponent") // read once, and never compared
  record Row(long place, byte[] users) {}
}
