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

  @ParameterizedTest
  @CsvSource({
    "SHA512-CRYPT, sha512_crypt",
    "bcyrpt, bcrypt",
    "Bcrypt, bcrypt",
    "argon2_id, argon2id"
  })
  void caseAndHyphensAreNoOtherName(String word, String meant) {
    List<String> known = List.of("bcrypt", "sha512_crypt", "sha256_crypt", "argon2id", "nt");

    assertThat(Nearest.respelled(word, known)).contains(meant);
    assertThat(Nearest.respelled("scrypt", known)).isEmpty();
    assertThat(Nearest.respelled("md5", known)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "scrypt, scrypt-kdf scrypt-phc",
    "pbkdf2_phc, pbkdf2-phc",
    "Argon2id, argon2",
    "bcyrpt, bcrypt",
    "unheard-of, ''",
    "'', ''"
  })
  void severalNamesMayBeMeant(String word, String meant) {
    List<String> known =
        List.of("bcrypt", "argon2", "scrypt-phc", "scrypt-kdf", "pbkdf2-phc", "nt", "lm");

    assertThat(String.join(" ", Nearest.meant(word, known))).isEqualTo(meant);
  }

  @Test
  void anotherWordIsNot() {
    assertThat(Nearest.to("xyzzy", KNOWN)).isEmpty();
    assertThat(Nearest.to("", KNOWN)).isEmpty();
  }
}
