package dev.muster.app.hash.kdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashMemoryTest {

  private static final int THREADS = 8;
  private static final long MIB = 1 << 20;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** Threads that ask all at once, often; the most that had it at the same time. */
  private int mostAtOnce(HashMemory memory, long bytes) throws Exception {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<Future<Boolean>> all =
        IntStream.range(0, THREADS)
            .mapToObj(
                i ->
                    threads.submit(
                        () -> {
                          together.await();
                          for (int time = 0; time < 200; time++) {
                            memory.with(bytes, this::work);
                          }
                          return true;
                        }))
            .toList();
    for (Future<Boolean> one : all) {
      assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
    }
    return most.get();
  }

  private boolean work() {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    for (int i = 0; i < 1000; i++) {
      Thread.onSpinWait(); // so that others meet this one, if they may
    }
    now.decrementAndGet();
    return true;
  }

  @ParameterizedTest
  @CsvSource({"40, 2", "60, 1", "100, 1", "500, 1"})
  void noMoreIsInUseThanThereIs(long mib, int fit) throws Exception {
    assertThat(mostAtOnce(new HashMemory(100 * MIB), mib * MIB)).isLessThanOrEqualTo(fit);
  }

  @Test
  void whatFitsIsDoneAtOnce() throws Exception {
    HashMemory memory = new HashMemory(100 * MIB);
    CountDownLatch both = new CountDownLatch(2);
    Future<Boolean> first = threads.submit(() -> memory.with(50 * MIB, () -> meet(both)));

    assertThat(memory.<Boolean>with(50 * MIB, () -> meet(both))).isTrue();
    assertThat(first.get(60, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean meet(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void whatFailsGivesItsShareBack() throws Exception {
    HashMemory memory = new HashMemory(MIB);
    assertThatThrownBy(
            () ->
                memory.with(
                    MIB,
                    () -> {
                      throw new IllegalStateException("out of luck");
                    }))
        .hasMessage("out of luck");

    assertThat(memory.<Boolean>with(MIB, () -> true)).isTrue();
  }

  @Test
  void itIsCountedHowOftenSomethingFits() {
    assertThat(new HashMemory(100 * MIB).times(19 * MIB)).isEqualTo(5);
    assertThat(new HashMemory(MIB).times(19 * MIB)).isEqualTo(1);
    assertThat(new HashMemory(0).times(0)).isEqualTo(1024);
    assertThat(HashMemory.SHARED.times(1))
        .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 4);
  }
}
