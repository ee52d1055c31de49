package dev.muster.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.Session;
import dev.muster.app.store.WaitListener;
import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More sessions than connections. */
class SeatsTest {

  @Test
  void sessionsWaitForTheirTurnAndAreGivenBack() throws Exception {
    PostgresAddress address =
        PostgresAddress.parse(PostgresServer.emptyDirectory(), Map.of()).orElseThrow();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try (PostgresDatabase database = PostgresDatabase.open(address, 2, WaitListener.SILENT)) {
      List<Future<Long>> counts = new ArrayList<>();
      try (Session first = database.openReading();
          Session second = database.openReading()) {
        assertThat(first.users().count(Optional.empty())).isZero();
        assertThat(second.users().count(Optional.empty())).isZero();
        for (int i = 0; i < 20; i++) {
          counts.add(threads.submit(() -> count(database)));
        }
        assertThat(counts).noneMatch(Future::isDone);
        assertThat(database.sessions().open()).isEqualTo(2);
      }
      for (Future<Long> count : counts) {
        assertThat(count.get(20, TimeUnit.SECONDS)).isZero();
      }
      assertThat(database.sessions().open()).isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  private static long count(PostgresDatabase database) {
    try (Session session = database.openReading()) {
      return session.users().count(Optional.empty());
    }
  }

  @Test
  void aSeatThatDoesNotBecomeFreeIsAClearError() {
    Seats seats = new Seats(1, Duration.ofMillis(5));
    seats.take();
    assertThatThrownBy(seats::take)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("too many others use the database");
    seats.giveBack();
    seats.take();
    seats.add(1);
    seats.take();
  }
}
