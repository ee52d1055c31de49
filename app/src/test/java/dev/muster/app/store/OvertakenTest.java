package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.apply.StoreUnavailable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OvertakenTest {

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void aChangeIsRepeatedUntilNobodyIsFaster() {
    String result =
        Overtaken.retried(
            () -> {
              if (tries.incrementAndGet() < 5) {
                throw overtaken();
              }
              return "done";
            });

    assertThat(result).isEqualTo("done");
    assertThat(tries).hasValue(5);
  }

  @Test
  void itIsGivenUpAtSomeTime() {
    assertThatThrownBy(
            () ->
                Overtaken.retried(
                    () -> {
                      tries.incrementAndGet();
                      throw overtaken();
                    }))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(tries).hasValue(25);
  }

  @Test
  void otherFailuresAreNotRepeated() {
    assertThatThrownBy(
            () ->
                Overtaken.retried(
                    () -> {
                      tries.incrementAndGet();
                      throw new StoreUnavailable("full", "Make room.", new IllegalStateException());
                    }))
        .hasMessage("full");
    assertThat(tries).hasValue(1);
  }

  private static StoreUnavailable overtaken() {
    return new StoreUnavailable(
        StoreUnavailable.Kind.OVERTAKEN, "overtaken", "Try again.", new IllegalStateException());
  }
}
