package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.thread.ImportThreads;
import dev.muster.prepare.Prepared;
import dev.muster.read.ParsableRecords;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreparedChunksTest {

  private static final PreparedChunks.Unchanged UNCHANGED = () -> {};

  private final ImportThreads threads = new ImportThreads();
  private final List<Thread> atWork = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    threads.close();
  }

  /** Records without anything in them. */
  private record Batch(int size) implements RecordBatch {

    @Override
    public ReadResult parse(int place) {
      throw new AssertionError("nobody parses them");
    }

    @Override
    public Position position(int place) {
      throw new AssertionError("nobody asks where they are");
    }

    @Override
    public byte[] source(int place) {
      throw new AssertionError("nobody asks what they are");
    }
  }

  /** So many records. */
  private class Reader implements RecordReader {

    private int left;

    Reader(int records) {
      this.left = records;
    }

    @Override
    public RecordBatch next(int max) throws IOException {
      atWork.add(Thread.currentThread());
      int size = Math.min(left, max);
      left -= size;
      return new Batch(size);
    }

    @Override
    public void close() throws IOException {}
  }

  private List<Prepared> prepare(ParsableRecords batch) {
    atWork.add(Thread.currentThread());
    return List.of();
  }

  private PreparedChunks chunks(
      RecordReader reader, long records, PreparedChunks.Unchanged unchanged) throws IOException {
    return new PreparedChunks(
        reader, this::prepare, key -> false, 10, 0, records, unchanged, threads);
  }

  private static List<Integer> sizes(PreparedChunks chunks) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    for (PreparedChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
      assertThat(chunk.number()).isEqualTo(sizes.size());
      sizes.add(chunk.size());
    }
    return sizes;
  }

  @Test
  void chunksComeInOrder() throws Exception {
    try (PreparedChunks chunks = chunks(new Reader(105), 105, UNCHANGED)) {
      assertThat(sizes(chunks)).containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 5);
    }
    assertThat(atWork).doesNotContain(Thread.currentThread());
  }

  @Test
  void oneChunkNeedsNoOtherThread() throws Exception {
    try (PreparedChunks chunks = chunks(new Reader(10), 10, UNCHANGED)) {
      assertThat(sizes(chunks)).containsExactly(10);
    }
    assertThat(atWork).isNotEmpty().containsOnly(Thread.currentThread());
  }

  @Test
  void moreRecordsThanWereSurveyedBelongToNobody() throws Exception {
    try (PreparedChunks chunks = chunks(new Reader(11), 10, UNCHANGED)) {
      assertThatThrownBy(() -> sizes(chunks))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has grown");
    }
  }

  /** The last chunk is not handed out, so it can't be committed. */
  @Test
  void anInputThatChangedIsNotHandedOutToItsEnd() throws Exception {
    PreparedChunks.Unchanged changed =
        () -> {
          throw new IOException("the input changed");
        };
    try (PreparedChunks chunks = chunks(new Reader(20), 20, changed)) {
      assertThat(chunks.next()).isNotNull();
      assertThatThrownBy(chunks::next)
          .isInstanceOf(IOException.class)
          .hasMessage("the input changed");
    }
  }

  /** A reader that is slow, and notices when it is closed while it reads. */
  private final class SlowReader extends Reader {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean reads;
    private volatile boolean disturbed;
    private volatile boolean closed;

    SlowReader() {
      super(100);
    }

    @Override
    public RecordBatch next(int max) throws IOException {
      reads = true;
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        disturbed = true;
      }
      reads = false;
      return super.next(max);
    }

    @Override
    public void close() {
      closed = true;
      disturbed |= reads;
    }
  }

  @Test
  void theInputIsNotClosedWhileItIsRead() throws Exception {
    SlowReader reader = new SlowReader();
    PreparedChunks chunks = chunks(reader, 100, UNCHANGED);
    chunks.beforeCommit(0); // begins to read
    reader.begun.await();
    Thread closing =
        new Thread(
            () -> {
              try {
                chunks.close();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    closing.start();
    while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
      Thread.onSpinWait();
    }
    reader.goOn.countDown();
    closing.join();
    assertThat(reader.closed).isTrue();
    assertThat(reader.disturbed).isFalse();
    assertThat(atWork).as("what waited is left out").hasSizeLessThan(3);
  }
}
