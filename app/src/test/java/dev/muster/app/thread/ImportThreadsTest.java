package dev.muster.app.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ImportThreadsTest {

  private final ImportThreads threads = new ImportThreads();

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void tasksInOrderFollowEachOther() {
    Executor inOrder = threads.inOrder();
    List<Integer> done = new ArrayList<>(); // for one thread at a time
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      int number = i;
      all.add(CompletableFuture.runAsync(() -> done.add(number), inOrder));
    }
    all.forEach(CompletableFuture::join);
    assertThat(done).hasSize(10_000).isSorted();
  }

  @Test
  void noMorePrepareThanIsAsked() {
    Executor preparing = threads.preparing(2);
    AtomicInteger now = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                seen.add(now.incrementAndGet());
                Thread.onSpinWait();
                now.decrementAndGet();
              },
              preparing));
    }
    all.forEach(CompletableFuture::join);
    assertThat(seen).allMatch(count -> count <= 2);
  }

  /** A task that fails takes its thread with it, and nobody else's task. */
  @Test
  void aTaskThatFailsDoesNotStopTheOthers() throws Exception {
    Executor inOrder = threads.inOrder();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    inOrder.execute(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
          begun.countDown();
          await(fail);
          throw new IllegalStateException("on purpose");
        });
    begun.await();
    CountDownLatch others = new CountDownLatch(2);
    inOrder.execute(others::countDown);
    inOrder.execute(others::countDown);
    fail.countDown();
    assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneThreadServesImportsThatFollowEachOther() {
    for (int i = 0; i < 50; i++) {
      Executor inOrder = threads.inOrder();
      CompletableFuture.runAsync(() -> {}, inOrder).join();
    }
    assertThat(threads.made()).isLessThan(5);
  }

  @Test
  void afterItsEndNothingIsTaken() {
    threads.close();
    Executor inOrder = threads.inOrder();
    assertThatThrownBy(() -> inOrder.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> inOrder.execute(() -> {}))
        .as("no task counts as running")
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
