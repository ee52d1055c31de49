package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import --prove}: hashes are tried before anything is imported. */
class ProofTest {

  /** {@code U*U}, of crypt_blowfish's own test vectors. */
  private static final String BCRYPT =
      "bcrypt$$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    Run.file(
        folder,
        "in.csv",
        "email,username,password_hash",
        "Ann@Example.com,ann," + BCRYPT,
        "bob@example.com,bob");
  }

  @Test
  void aPasswordThatFitsLetsTheImportBegin() throws IOException {
    Run run = prove("ann@example.com\tU*U");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("fitted their hashes before the import: 1");
    assertThat(count()).isEqualTo("2");
  }

  @Test
  void anyLoginFindsTheRecord() throws IOException {
    assertThat(prove("ANN\tU*U").status()).isZero();
  }

  @Test
  void aWrongPasswordStopsItBeforeAnythingIsWritten() throws IOException {
    Run run = prove("ann\tU*V");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .doesNotContain("--format")
        .contains("line 2", "the password of ann does not fit its hash", "bcrypt")
        .doesNotContain("U*V", BCRYPT);
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void whatCantBeCheckedStopsItToo() throws IOException {
    Run run = prove("bob\tx", "zoe\ty");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("the record of bob has no password")
        .contains("no record of the input that can be imported has the login zoe");
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void aDryRunProvesAsWell() throws IOException {
    Run.file(folder, "known", "ann\tU*V");

    Run run = Run.of(folder, "import", "in.csv", "--dry-run", "--prove-file", "known");

    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aBadFileOfPasswordsIsRefusedWithoutShowingIt() throws IOException {
    Run run = prove("ann U*U");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("line 1", "a tab").doesNotContain("U*U");
  }

  @Test
  void withoutATerminalNobodyIsAsked() {
    Run run = Run.of(folder, "import", "in.csv", "--prove", "ann");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--prove-file");
  }

  private Run prove(String... lines) throws IOException {
    Run.file(folder, "known", lines);
    return Run.of(folder, "import", "in.csv", "--prove-file", "known");
  }

  private String count() {
    return Run.of(folder, "users", "count").out().strip();
  }
}
