package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongCellsTest {

  @Test
  void wrongCellsOfOptionalColumnsCanBeLeftOut() {
    assertThat(new Tables().lenient().runOne("email,phone", "ann@example.org,n/a"))
        .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.INSERTED))
        .satisfies(result -> assertThat(result.warnings()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@disabled", "@valid-from", "@valid-until"})
  void cellsAboutAccessAreNeverLeftOut(String column) {
    assertThat(new Tables().lenient().runOne("email," + column, "ann@example.org,n/a").outcome())
        .isEqualTo(Outcome.FAILED);
  }
}
