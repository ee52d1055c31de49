package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of hashes as people have them, and what a refusal says. */
class HashColumnsTest {

  private static final String SALT = "s4lt#x";

  @TempDir Path folder;

  private static String hex(String digest, String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(text.getBytes(UTF_8)));
  }

  private Run imported(String header, String row, String... options) throws Exception {
    Run.file(folder, "a.csv", header, row);
    String[] words = new String[options.length + 2];
    words[0] = "import";
    words[1] = "a.csv";
    System.arraycopy(options, 0, words, 2, options.length);
    return Run.of(folder, words);
  }

  @ParameterizedTest
  @CsvSource({"MD5,md5", "SHA-1,sha1", "SHA-256,sha256", "SHA-512,sha512"})
  void aBareDigestBesideASaltIsToldWithTheColumnsThatReadIt(String algorithm, String digest)
      throws Exception {
    String hash = hex(algorithm, SALT + "secret");
    String header = "email,password_hash,password_salt";
    String row = "ann@example.org," + hash + "," + SALT;

    Run refused = imported(header, row);

    assertThat(refused.out())
        .contains("password_scheme digest, password_digest " + digest, "password_input")
        .contains("{salt}{password} or {password}{salt}", "muster hash solve")
        .doesNotContain("leave password_salt empty", hash, SALT);
    Files.writeString(
        folder.resolve("mapping.yml"),
        "constants:\n  password_scheme: digest\n  password_digest: "
            + digest
            + "\n  password_input: \"{salt}{password}\"\n");
    Run taken = imported(header, row, "--map", "mapping.yml");
    assertThat(taken.out()).as(taken.err()).contains("inserted    1");
    assertThat(verified("secret")).isZero();
    assertThat(verified("secret" + SALT)).isEqualTo(1);
  }

  private int verified(String password) {
    byte[] typed = password.getBytes(UTF_8);
    return Run.with(folder, typed, "users", "verify", "ann@example.org", "--password-stdin")
        .status();
  }

  @ParameterizedTest
  @CsvSource({"MD5,django-unsalted-md5", "SHA-1,hex-sha1", "SHA-256,hex-sha256"})
  void aSchemeWithoutASaltIsNotAdvisedToLeaveItOut(String algorithm, String scheme)
      throws Exception {
    String row = "ann@example.org," + hex(algorithm, "x") + "," + SALT + "," + scheme;

    assertThat(imported("email,password_hash,password_salt,password_scheme", row).out())
        .contains("has no salt, and there is one", "password_scheme digest")
        .doesNotContain("leave password_salt empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "da39a3ee5e6b4b0d3255bfef95601890afd80709|40 hex digits, as of sha1|hex-sha1",
        "2jmj7l5rSw0yVb/vlWAYkK/YBwk=|a digest in base64, as of sha1|password_digest sha1",
        "!|an account without a password|Leave it empty",
        "!Xk3jd9fjw0fjw0dkfj3|an account without a password|Leave it empty",
        "*LK*|an account without a password|Leave it empty",
        "letmein2024|If it is a plain password|restauth",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709:abc|a salt behind a colon|split",
        "$unknown$abc$def|a scheme that Muster does not know|muster hash identify"
      })
  void whatIsNoHashIsExplained(String cell, String what, String remedy) throws Exception {
    Run run = imported("email,password_hash", "ann@example.org,\"" + cell + "\"");

    assertThat(run.out())
        .contains("Unknown hashing algorithm. ", what, remedy)
        .doesNotContain("algorithm.:");
    if (cell.length() > 5) {
      assertThat(run.out()).doesNotContain(cell);
    }
  }

  @Test
  void theMessageOfTheDialectStaysInDocuments() throws Exception {
    String document =
        imported("email,password_hash", "ann@example.org,letmein2024", "--json").out();

    assertThat(document)
        .contains("\"message\":\"Unknown hashing algorithm.\"", "\"cause\":\"The cell is no hash")
        .doesNotContain("letmein2024");
  }
}
