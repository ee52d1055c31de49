package dev.muster.app.job;

import dev.muster.report.RecordResult;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of results of an import, in the input's order.
 *
 * @param items may have fewer items than the limit, or none, although more follow: a page searches
 *     a bounded part of the results
 * @param next the cursor of the next page; empty at the end
 */
public record ResultPage(List<Item> items, OptionalLong next) {

  public ResultPage {
    items = List.copyOf(items);
  }

  /**
   * A result.
   *
   * @param source the record as the input had it; empty unless it is known, and either it failed or
   *     the import keeps all records
   * @param chunkStart where in the input to start reading to find the record
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to one reader, and never compared
  public record Item(RecordResult result, byte[] source, ChunkStart chunkStart) {}

  /**
   * The start of a chunk.
   *
   * @param chunk the number of the chunk, from 0
   * @param index the index of its first record, from 0
   * @param inputOffset the offset in the decoded input, in bytes; empty if the format does not
   *     provide it
   */
  public record ChunkStart(int chunk, long index, OptionalLong inputOffset) {}
}
