package dev.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN = List.of("import", "imports", "users", "--dry-run");

  @ParameterizedTest
  @CsvSource({"imprt, import", "usr, users", "--dryrun, --dry-run", "import, import"})
  void aSlipOfTheFingerIsUnderstood(String word, String meant) {
    assertThat(Nearest.to(word, KNOWN)).contains(meant);
  }

  @Test
  void anotherWordIsNot() {
    assertThat(Nearest.to("xyzzy", KNOWN)).isEmpty();
    assertThat(Nearest.to("", KNOWN)).isEmpty();
  }
}
