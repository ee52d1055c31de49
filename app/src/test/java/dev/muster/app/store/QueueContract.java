package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.store.ImportQueue.End;
import dev.muster.app.store.SubmittedImports.IncomingInput;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What any queue of submitted imports has to do. */
@Timeout(90)
abstract class QueueContract {

  private static final JobOptions OPTIONS =
      new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);

  @TempDir Path folder;
  private String address;
  private Database database;
  private final List<ImportQueue> places = new ArrayList<>();
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  /** The address of a directory that nobody has used. */
  abstract String emptyDirectory();

  @BeforeEach
  void open() {
    address = emptyDirectory();
    database = StoreKind.database(address);
  }

  @AfterEach
  void close() {
    places.forEach(ImportQueue::close);
    database.close();
  }

  private Job submit(String id) throws IOException {
    try (Session session = database.open();
        IncomingInput input =
            session.submitted().receive(id, new ByteArrayInputStream(new byte[] {1}))) {
      return session.inTransaction(
          () -> {
            Job job = session.jobs().create(JobStoreContract.job(id, OPTIONS));
            try {
              input.addTo(job);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return job;
          });
    }
  }

  private void join(String node, int imports, Function<String, End> work) {
    join(database, node, imports, work);
  }

  private void join(Database by, String node, int imports, Function<String, End> work) {
    places.add(
        by.join(
            node,
            imports,
            new ImportQueue.Work() {
              @Override
              public End carryOut(String jobId) {
                return work.apply(jobId);
              }

              @Override
              public void look() {}
            }));
  }

  private End over(String id) {
    done.add(id);
    return End.OVER;
  }

  private String nextDone() throws InterruptedException {
    return done.poll(60, TimeUnit.SECONDS);
  }

  @Test
  void importsAreCarriedOutInTheOrderOfTheirSubmission() throws Exception {
    for (int i = 0; i < 5; i++) {
      submit("imp_" + i);
    }
    join("a", 1, this::over);
    for (int i = 0; i < 5; i++) {
      assertThat(nextDone()).isEqualTo("imp_" + i);
    }
  }

  @Test
  void newImportsAreHeardOf() throws Exception {
    join("a", 1, this::over);
    for (int i = 0; i < 20; i++) {
      submit("imp_" + i);
      assertThat(nextDone()).isEqualTo("imp_" + i);
    }
  }

  @Test
  void eachImportHasOneWorkerAtATime() throws Exception {
    AtomicInteger twice = new AtomicInteger();
    Function<String, End> work = id -> finish(id, twice);
    join("a", 3, work);
    join("b", 3, work);
    for (int i = 0; i < 30; i++) {
      submit("imp_" + i);
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(nextDone());
    }
    assertThat(all).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(twice).hasValue(0);
    assertThat(done).isEmpty();
  }

  /** As a worker does: by the lock of the job, and only if it isn't finished. */
  private End finish(String id, AtomicInteger twice) {
    try (Session session = database.open()) {
      Job job = session.jobs().find(id).orElseThrow();
      Optional<Closeable> hold = database.hold(job.number());
      if (hold.isEmpty()) {
        return End.HELD;
      }
      try {
        if (!session.jobs().find(id).orElseThrow().state().finished()) {
          done.add(id);
          if (!session.jobs().transition(job, JobState.COMPLETED, Instant.EPOCH)) {
            twice.incrementAndGet();
          }
        }
        return End.OVER;
      } finally {
        release(hold.get());
      }
    }
  }

  private static void release(Closeable hold) {
    try {
      hold.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatFailedIsTriedAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    join(
        "a",
        1,
        id -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("on purpose");
          }
          return over(id);
        });
    submit("imp_1");
    assertThat(nextDone()).isEqualTo("imp_1");
    assertThat(tries).hasValue(3);
  }

  @Test
  void anErrorInOneImportDoesNotKeepTheNextOnesWaiting() throws Exception {
    join(
        "a",
        1,
        id -> {
          if (id.equals("imp_1")) {
            throw new StackOverflowError("on purpose");
          }
          return over(id);
        });
    submit("imp_1");
    submit("imp_2");
    assertThat(nextDone()).isEqualTo("imp_2");
  }

  /** As when another process is at work on it that was taken for dead, or that dies now. */
  @Test
  void whatSomebodyHoldsIsTakenWhenHeLetsGo() throws Exception {
    try (Database other = StoreKind.database(address)) {
      Job job = submit("imp_1");
      submit("imp_2");
      assertThat(other.hold(job.number())).isPresent();
      join(
          "a",
          1,
          id -> {
            if (!id.equals("imp_1")) {
              return over(id);
            }
            Optional<Closeable> hold = database.hold(job.number());
            if (hold.isEmpty()) {
              return End.HELD;
            }
            release(hold.get());
            return over(id);
          });
      assertThat(nextDone()).as("the next one need not wait").isEqualTo("imp_2");
      assertThat(done).isEmpty();
    } // lets go
    assertThat(nextDone()).isEqualTo("imp_1");
  }

  @Test
  void whatIsHandedOverIsTakenByAnotherWorker() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stop = new CountDownLatch(1);
    join(
        "a",
        1,
        id -> {
          begun.countDown();
          try {
            stop.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return End.HANDED_OVER;
        });
    submit("imp_1");
    begun.await();
    Thread closing = new Thread(() -> places.get(0).close());
    closing.start();
    while (closing.getState() != Thread.State.WAITING
        && closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait(); // it takes no more, and waits for the import under way
    }
    stop.countDown();
    closing.join();
    join("b", 1, this::over);
    assertThat(nextDone()).isEqualTo("imp_1");
  }

  @Test
  void whatIsWithdrawnIsNotCarriedOut() throws Exception {
    Job job = submit("imp_1");
    submit("imp_2");
    try (Session session = database.open()) {
      session.submitted().withdraw(job);
    }
    join("a", 1, this::over);
    assertThat(nextDone()).isEqualTo("imp_2");
    submit("imp_3");
    assertThat(nextDone()).isEqualTo("imp_3");
  }

  @Test
  void watchersHearOfChanges() throws Exception {
    Job job = submit("imp_1");
    BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    try (Closeable listening = database.onJobChanged(() -> heard.add(System.nanoTime()));
        Session session = database.open()) {
      assertThat(listening).isNotNull();
      session.submitted().taken(job, "a");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();
      assertThat(session.submitted().find(job).orElseThrow().node()).contains("a");
    }
  }
}
