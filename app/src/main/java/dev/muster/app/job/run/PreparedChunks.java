package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.thread.ImportThreads;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.user.Key;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads and prepares chunks ahead of the writer, on all cores but one, and returns them in order.
 * The number of chunks in memory is bounded. An input of a single chunk is read and prepared on the
 * caller's thread.
 */
final class PreparedChunks implements Closeable {

  /**
   * Prepared chunks to buffer, in addition to those being prepared, so that the writer seldom
   * waits.
   */
  private static final int AHEAD = 2;

  /** Additional chunks to prepare while the writer waits for a commit. */
  private static final int DURING_COMMIT = 8;

  private final RecordReader reader;
  private final ChunkPreparation preparation;
  private final Predicate<Key> mayRepeat;
  private final int chunkSize;
  private final int ahead;
  private final Executor reading;
  private final Executor preparing;
  private final Unchanged unchanged;
  private final Queue<CompletableFuture<PreparedChunk>> pending = new ArrayDeque<>();
  private int nextNumber;
  private long left;
  private CompletableFuture<?> lastRead = CompletableFuture.completedFuture(null);
  private volatile boolean ended;
  private volatile boolean closed;

  /**
   * Starts at a chunk of the input.
   *
   * @param reader the reader whose next record is the first of that chunk; closed with this
   * @param mayRepeat whether a key may occur more than once in the input
   * @param firstChunk the 0-based number of that chunk
   * @param records how many records the survey counted from that chunk on; further ones are ignored
   * @param unchanged called when the last record has been read, before it is returned
   * @param threads the threads to read and prepare chunks on
   */
  PreparedChunks(
      RecordReader reader,
      ChunkPreparation preparation,
      Predicate<Key> mayRepeat,
      int chunkSize,
      int firstChunk,
      long records,
      Unchanged unchanged,
      ImportThreads threads) {
    this.left = records;
    this.unchanged = unchanged;
    this.reader = reader;
    this.preparation = preparation;
    this.mayRepeat = mayRepeat;
    this.chunkSize = chunkSize;
    this.nextNumber = firstChunk;
    int cores = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.max(1, cores - 1) + (preparation.waits() ? 1 : 0);
    boolean single = records <= chunkSize;
    this.ahead = single ? 1 : atOnce + AHEAD;
    this.reading = single ? Runnable::run : threads.inOrder();
    this.preparing = single ? Runnable::run : threads.preparing(atOnce);
  }

  /** The next chunk; null at the end. */
  @Nullable PreparedChunk next() throws IOException {
    prepare(ahead);
    CompletableFuture<PreparedChunk> first = pending.poll();
    if (first == null) {
      return null;
    }
    PreparedChunk chunk = await(first);
    left -= chunk.size();
    if (left < 0) {
      throw new IOException("the input has grown since it was surveyed");
    }
    if (left == 0) {
      unchanged.check();
    }
    return chunk.size() == 0 ? null : chunk;
  }

  /** The next chunk if it is ready within {@code patience}; null if not, or at the end. */
  @Nullable PreparedChunk nextWithin(Duration patience) {
    CompletableFuture<PreparedChunk> first = pending.peek();
    if (first == null) {
      return null;
    }
    try {
      first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      // next() throws it
    }
    try {
      return next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prepares more chunks than usual, while the writer waits for a commit.
   *
   * @param kept how many chunks the writer keeps until the commit is confirmed; as many fewer are
   *     prepared
   */
  void beforeCommit(int kept) {
    prepare(ahead + Math.max(0, DURING_COMMIT - kept));
  }

  private void prepare(int chunks) {
    while (pending.size() < chunks && !ended) {
      int number = nextNumber++;
      CompletableFuture<RecordBatch> read = CompletableFuture.supplyAsync(this::cut, reading);
      lastRead = read;
      pending.add(read.thenApplyAsync(batch -> prepare(number, batch), preparing));
    }
  }

  private PreparedChunk prepare(int number, RecordBatch batch) {
    if (closed) {
      throw new CancellationException();
    }
    return PreparedChunk.of(number, batch, preparation, mayRepeat);
  }

  private RecordBatch cut() {
    if (closed) {
      throw new CancellationException();
    }
    try {
      RecordBatch batch = reader.next(chunkSize);
      ended |= batch.size() == 0;
      return batch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PreparedChunk await(CompletableFuture<PreparedChunk> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw e;
    }
  }

  /** Waits for the current reads; queued ones are dropped. */
  @Override
  public void close() throws IOException {
    closed = true;
    lastRead.handle((batch, failure) -> true).join(); // reads are in order, so all have ended then
    try (reader) {
      preparation.close();
    }
  }

  /** Checks that an input has not changed since its survey. */
  interface Unchanged {
    void check() throws IOException;
  }
}
