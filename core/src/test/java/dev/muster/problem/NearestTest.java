package dev.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

  private static final List<String> KNOWN = List.of("import", "imports", "users", "--dry-run");

  @ParameterizedTest
  @CsvSource({"imprt, import", "usr, users", "--dryrun, --dry-run", "import, import"})
  void aSlipOfTheFingerIsUnderstood(String word, String meant) {
    assertThat(Nearest.to(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"emial, email", "eamil, email", "emai, email", "frist_nmae, first_name"})
  void aSlipOfTypingIsNoOtherWord(String word, String meant) {
    assertThat(Nearest.mistyped(word, List.of("email", "first_name"))).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"phonenumber", "fullname", "mail", "e", "", "postname", "last_name", "staff"})
  void anotherWordIsNoSlip(String word) {
    assertThat(Nearest.mistyped(word, List.of("staffnumber", "rolename", "email", "nickname")))
        .isEmpty();
  }

  @Test
  void anotherWordIsNot() {
    assertThat(Nearest.to("xyzzy", KNOWN)).isEmpty();
    assertThat(Nearest.to("", KNOWN)).isEmpty();
  }
}
