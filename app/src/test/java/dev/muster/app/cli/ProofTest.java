package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"--prove-file", "--prove-sample"})
  void aFileThatCantBeReadIsNamedWithItsOption(String option) throws IOException {
    Run missing = Run.of(folder, "import", "in.csv", option, "none/known.txt");
    Files.createDirectory(folder.resolve("known"));
    Run directory = Run.of(folder, "import", "in.csv", option, "known");

    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err())
        .isEqualTo("muster: " + option + " none/known.txt: there is no such file\n");
    assertThat(directory.status()).isEqualTo(2);
    assertThat(directory.err())
        .isEqualTo("muster: " + option + " known: it is a directory: name a file in it\n");
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

  /**
   * An LDAP hash and an unsalted MD5 of {@code correct horse battery staple}, and a bcrypt hash.
   */
  private void writeMixedInput() throws IOException {
    Run.file(
        folder,
        "mixed.csv",
        "username,password_hash",
        "ann," + BCRYPT,
        "bob,9cc2ae8a1ba7a93da39b46fc1019c481",
        "cid,{SSHA}XoOoKXA/f30Vu38TxfQXFqb3/79HP95j",
        "dan,{SSHA}XoOoKXA/f30Vu38TxfQXFqb3/79HP95j",
        "eve,$digest$alg=sha256$c2FsdA$$v7xUpmDi8yX9eGSpWgdbjeAPz38IKI2z/9Ocj3+wgl0");
  }

  @Test
  void aSampleTellsWhichSchemesNoPasswordHasProved() throws IOException {
    writeMixedInput();
    Run.file(folder, "known", "ann\tU*U", "bob\tcorrect horse battery staple");

    Run run = Run.of(folder, "import", "mixed.csv", "--dry-run", "--prove-sample", "known");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err().lines())
        .contains(
            "muster: proved: bcrypt by 1 password, 1 user",
            "muster: proved: django-unsalted-md5 by 1 password, 1 user",
            "muster: not proved: ldap-ssha, 2 users, the first in line 4; add one of them to the"
                + " sample",
            "muster: not proved: digest alg=sha256, 1 user, the first in line 6; add one of them"
                + " to the sample",
            "muster: passwords that fitted their hashes before the import: 2")
        .noneMatch(line -> line.contains("warning"));
    assertThat(count()).isEqualTo("0");
  }

  /** Two recipes that differ only in a text, which is not shown, and one that is another. */
  @Test
  void aRecipeIsProvedByItselfOnly() throws IOException {
    Run.file(
        folder,
        "composed.csv",
        "username,password_hash,password_salt,password_scheme,password_recipe",
        "ann,86ca451b84fe60f755fb3ea1032e6d275aa9f440,abc123def,recipe,"
            + "\"sha1(\"\"--\"\" + salt + \"\"--\"\" + password + \"\"--\"\")\"",
        "bob,86ca451b84fe60f755fb3ea1032e6d275aa9f440,abc123def,recipe,"
            + "\"sha1(\"\"-\"\" + salt + \"\"--\"\" + password + \"\"--\"\")\"",
        "cid,86ca451b84fe60f755fb3ea1032e6d275aa9f440,abc123def,recipe,sha1(salt + password)");
    Run.file(folder, "known", "ann\tTr0ub4dor&3");

    Run run = Run.of(folder, "import", "composed.csv", "--prove-sample", "known");

    assertThat(run.status()).as(run.err()).isZero();
    String hidden = "recipe sha1(\"…\" + salt + \"…\" + password + \"…\")";
    assertThat(run.err())
        .contains("proved: " + hidden + " by 1 password, 1 user")
        .contains("not proved: " + hidden + ", 1 user, the first in line 3")
        .contains("not proved: recipe sha1(salt + password), 1 user");
  }

  @Test
  void theJsonDocumentHasTheProof() throws IOException {
    writeMixedInput();
    Run.file(folder, "known", "dan\tcorrect horse battery staple");

    Run run = Run.of(folder, "import", "mixed.csv", "--json", "--prove-sample", "known");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "\"proof\":{\"proved\":[{\"hashes\":\"ldap-ssha\",\"users\":2,\"passwords\":1}],"
                + "\"unproved\":[{\"hashes\":\"bcrypt\",\"users\":1,\"line\":2},")
        .contains("\"notes\":[{\"message\":\"1 hash is bcrypt. If");
    assertThat(count()).isEqualTo("5");
  }

  @Test
  void aWrongPasswordOfTheSampleRefusesTheImport() throws IOException {
    writeMixedInput();
    Run.file(folder, "known", "ann\tU*U", "cid\twrong");

    Run run = Run.of(folder, "import", "mixed.csv", "--prove-sample", "known");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("the password of cid does not fit its hash");
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void aSampleOfJsonRecordsIsProvedAsWell() throws IOException {
    Run.file(
        folder,
        "users.json",
        "{\"users\":{\"ann\":{\"password\":{\"algorithm\":\"django\","
            + "\"hash\":\"9cc2ae8a1ba7a93da39b46fc1019c481\"}},"
            + "\"bob\":{\"password\":\"plain\"},"
            + "\"dan\":{\"password\":{\"algorithm\":\"nt\","
            + "\"hash\":\"9cc2ae8a1ba7a93da39b46fc1019c481\"}},"
            + "\"cid\":{\"password\":{\"algorithm\":\"ldap-ssha\","
            + "\"hash\":\"{SSHA}XoOoKXA/f30Vu38TxfQXFqb3/79HP95j\"}}}}");
    Run.file(folder, "known", "cid\tcorrect horse battery staple");

    Run run =
        Run.of(folder, "import", "users.json", "--format", "restauth", "--prove-sample", "known");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("proved: ldap-ssha by 1 password, 1 user")
        .contains("not proved: django-unsalted-md5, 1 user");
    assertThat(run.err() + run.out())
        .contains("are read as unsalted MD5")
        .doesNotContain("are read as NT hashes");
  }

  /** The formats whose records are read during the import tell of doubtful hashes after it. */
  @Test
  void doubtfulHashesOfJsonRecordsAreToldInTheSummaryUnlessTheyAreProved() throws IOException {
    Run.file(
        folder,
        "users.json",
        "{\"identifier\":\"preferred_username\",\"records\":[{\"preferred_username\":\"ann\","
            + "\"password\":{\"type\":\"bcrypt\",\"password_hash\":\""
            + BCRYPT.substring("bcrypt$".length())
            + "\"}}]}");
    Run.file(folder, "known", "ann\tU*U");
    String note = "Hashes are bcrypt. If the system adds a pepper or hashes the password first";

    assertThat(Run.of(folder, "import", "users.json", "--dry-run").out()).contains("Note: " + note);
    assertThat(Run.of(folder, "import", "users.json", "--dry-run", "--json").out())
        .contains("\"notes\":[{\"message\":\"" + note)
        .doesNotContain("\"warnings\"");
    Run proved = Run.of(folder, "import", "users.json", "--dry-run", "--prove-file", "known");
    assertThat(proved.status()).isZero();
    assertThat(proved.out() + proved.err()).doesNotContain(note);
  }

  private Run prove(String... lines) throws IOException {
    Run.file(folder, "known", lines);
    return Run.of(folder, "import", "in.csv", "--prove-file", "known");
  }

  private String count() {
    return Run.of(folder, "users", "count").out().strip();
  }
}
