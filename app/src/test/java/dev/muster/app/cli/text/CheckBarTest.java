package dev.muster.app.cli.text;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CheckBarTest {

  private final StringWriter out = new StringWriter();

  @Test
  void aCheckThatTakesLongShowsHowFarItIsUntilItEnds() {
    try (CheckBar bar = new CheckBar(new PrintWriter(out), true, 60)) {
      assertTimeoutPreemptively(
          ofSeconds(60),
          () -> {
            while (out.toString().isEmpty()) {
              bar.reached("users", 30, 60);
            }
          });
    }
    assertThat(out.toString()).contains("checking", " 50% of the users").endsWith("\r\033[K");
  }

  @Test
  void aShortCheckShowsNothing() {
    try (CheckBar bar = new CheckBar(new PrintWriter(out), true, 60)) {
      bar.reached("users", 1, 1);
    }
    assertThat(out.toString()).isEmpty();
  }
}
