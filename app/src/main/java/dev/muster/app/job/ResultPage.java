package dev.muster.app.job;

import dev.muster.report.RecordResult;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some results of an import, in the input's order.
 *
 * @param items may be fewer than were asked for, or none, although more follow: one page looks
 *     through a bounded part of the results
 * @param next what to ask for to go on after this page; empty at the end
 */
public record ResultPage(List<Item> items, OptionalLong next) {

  public ResultPage {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param source the record as its source had it; empty unless it failed and its source is known
   * @param chunkStart where in the input to begin to read, to get at the record
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to one reader, and never compared
  public record Item(RecordResult result, byte[] source, ChunkStart chunkStart) {}

  /**
   * Where a chunk begins.
   *
   * @param chunk its number
   * @param index of its first record
   * @param inputOffset the byte of the decoded input; empty where the format does not tell
   */
  public record ChunkStart(int chunk, long index, OptionalLong inputOffset) {}
}
