package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.thread.ImportThreads;
import dev.muster.prepare.ChunkPreparation;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads and prepares chunks ahead of the one who writes them, on all cores but one, and hands them
 * out in order. Memory holds a bounded number of chunks, whatever the input's size. An input of a
 * single chunk is read and prepared by the caller's thread.
 */
final class PreparedChunks implements Closeable {

  /** Chunks that wait while those who prepare are at work, so that the writer seldom does. */
  private static final int AHEAD = 2;

  /** More of them, while the writer waits for a commit: what is prepared then, it finds ready. */
  private static final int DURING_COMMIT = 8;

  private final RecordReader reader;
  private final ChunkPreparation preparation;
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
   * @param reader whose next records are those of that chunk; closed with this
   * @param firstChunk 0-based number of that chunk
   * @param records how many the survey saw, from the first chunk on: more belong to nobody
   * @param unchanged asked when the last record has been read, before it is handed out
   * @param threads what chunks are read and prepared on
   */
  PreparedChunks(
      RecordReader reader,
      ChunkPreparation preparation,
      int chunkSize,
      int firstChunk,
      long records,
      Unchanged unchanged,
      ImportThreads threads) {
    this.left = records;
    this.unchanged = unchanged;
    this.reader = reader;
    this.preparation = preparation;
    this.chunkSize = chunkSize;
    this.nextNumber = firstChunk;
    int cores = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.max(1, cores - 1) + (preparation.waits() ? 1 : 0);
    boolean single = records <= chunkSize;
    this.ahead = single ? 1 : atOnce + AHEAD;
    this.reading = single ? Runnable::run : threads.inOrder();
    this.preparing = single ? Runnable::run : threads.preparing(atOnce);
  }

  /** The next chunk; null when there is none left. */
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

  /** The next chunk if it is ready before long; null when there is none, or none yet. */
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
      // next() tells
    }
    try {
      return next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Has more chunks prepared than usual: a commit comes, and none will be wanted for a while.
   *
   * @param kept how many chunks the writer keeps until the commit is certain; so many fewer
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
    return PreparedChunk.of(number, batch, preparation);
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

  /** Waits for what is being read; what waits to be read or prepared is left out. */
  @Override
  public void close() throws IOException {
    closed = true;
    lastRead.handle((batch, failure) -> true).join(); // reads are in order: all are over then
    try (reader) {
      preparation.close();
    }
  }

  /** Looks whether an input is still what was surveyed. */
  interface Unchanged {
    void check() throws IOException;
  }
}
