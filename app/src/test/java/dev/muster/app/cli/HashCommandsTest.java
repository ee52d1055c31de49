package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashCommandsTest {

  private static final String PASSWORD = "correct horse battery staple";

  /** From conformance/hashes: bcrypt.tsv and django-unsalted-md5.tsv. */
  private static final String BCRYPT =
      "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";

  private static final String MD5 = "9cc2ae8a1ba7a93da39b46fc1019c481";

  /** {@code md5("correct horse battery staple" . "salt")}, by PHP. */
  private static final String SALTED_MD5 = "d9961114e3ae769a4d3487b4bb38ae01";

  private static final String PBKDF2_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  @TempDir Path folder;

  @Test
  void aHashThatTellsWhatItIsIsOfOneScheme() {
    Run run = Run.of(folder, "hash", "identify", BCRYPT);

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("bcrypt  bcrypt\n  advice    advisable\n");
    assertThat(run.out()).doesNotContain(BCRYPT);
  }

  @Test
  void everyFormatSaysHowItTakesAHash() {
    assertThat(Run.of(folder, "hash", "identify", BCRYPT).out().lines().skip(3))
        .containsExactly(
            "  csv       password_hash",
            "  restauth  \"password\":{\"algorithm\":\"bcrypt\",\"hash\":\"HASH\"}",
            "  authgear  \"password\":{\"type\":\"bcrypt\",\"password_hash\":\"HASH\"}",
            "  auth0     \"custom_password_hash\":{\"algorithm\":\"bcrypt\",\"hash\":"
                + "{\"value\":\"HASH\"}}");
    assertThat(Run.of(folder, "hash", "identify", "1b9d5effd34ac283c8efe2eacaea8bbc").out())
        .contains(
            "\nnt  ",
            """
              csv       password_hash, with password_scheme nt
              restauth  "password":{"algorithm":"nt","hash":"HASH"}
              authgear  "password":{"type":"nt","password_hash":"HASH"}
              auth0     "custom_password_hash":{"algorithm":"md4","hash":{"value":"HASH",\
            "encoding":"hex"},"password":{"encoding":"utf16le"}}
            """);
    assertThat(Run.of(folder, "hash", "identify", BCRYPT, "--json").out())
        .contains("\"formats\":{\"csv\":\"password_hash\",");
    assertThat(
            Run.of(folder, "hash", "identify", "pbkdf2_sha256$1000$abcdefgh$" + PBKDF2_KEY).out())
        .contains("\"value\":\"$pbkdf2-sha256$i=1000,l=32$SALT$HASH\"")
        .doesNotContain(PBKDF2_KEY);
  }

  @Test
  void hexDigitsMayBeOfSeveral() {
    Run run = Run.of(folder, "hash", "identify", MD5);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("django-unsalted-md5  ")
        .contains("\nhex-md4  ", "\nnt  ", "\nlm  ");
  }

  @Test
  void whatIsRefusedIsSaidWithItsReason() {
    Run known = Run.of(folder, "hash", "identify", "$y$j9T$salt$digest");
    Run dear = Run.of(folder, "hash", "identify", BCRYPT.replace("$05$", "$17$"));
    Run unknown = Run.of(folder, "hash", "identify", "what's this");

    assertThat(known.status()).isEqualTo(1);
    assertThat(known.out()).contains("refused: yescrypt hashes can't be verified");
    assertThat(dear.status()).isEqualTo(1);
    assertThat(dear.out()).contains("refused: bcrypt cost must be from 4 to 16");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.out()).contains("no scheme knows it");
  }

  @Test
  void hashesOfAFileOrOfStandardInputAreToldByLine() throws Exception {
    Run.file(folder, "hashes.txt", BCRYPT, "", "nothing");

    Run file = Run.of(folder, "hash", "identify", "--file", "hashes.txt");
    Run input = Run.with(folder, (BCRYPT + "\n\nnothing\n").getBytes(UTF_8), "hash", "identify");
    assertThat(file.out()).contains("line 1: bcrypt", "line 3: no scheme");
    assertThat(file.status()).isEqualTo(1);
    assertThat(input).isEqualTo(file);
    Run json = Run.of(folder, "hash", "identify", "--file", "hashes.txt", "--json");
    assertThat(json.out().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("{\"schemes\":[{\"scheme\":\"bcrypt\","))
        .anyMatch(line -> line.equals("{\"schemes\":[]}"));
    assertThat(Run.of(folder, "hash", "identify", "--file", "none.txt").status()).isEqualTo(2);
  }

  @Test
  void withoutAHashItIsSaidWhatToGive() throws Exception {
    Run.file(folder, "empty.txt", "", " ");
    Run input = Run.of(folder, "hash", "identify");
    Run file = Run.of(folder, "hash", "identify", "--file", "empty.txt");

    assertThat(input.status()).isEqualTo(2);
    assertThat(input.err())
        .startsWith("muster: there is no hash: give one in single quotes, a file of them with");
    assertThat(Run.of(folder, "hash", "identify", "-")).isEqualTo(input);
    assertThat(Run.of(folder, "hash", "identify", "")).isEqualTo(input);
    assertThat(file.status()).isEqualTo(2);
    assertThat(file.err())
        .isEqualTo("muster: --file empty.txt: there is no hash in it: write one a line\n");
    assertThat(Run.of(folder, "hash", "identify", "--file", "none.txt").err())
        .isEqualTo("muster: --file none.txt: there is no such file\n");
  }

  @Test
  void ofARecipeItIsToldWhetherItsPeppersAreConfigured() throws Exception {
    String hash =
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ$md5(pepper(\"shop\") + password + pepper(\"forum\"))";
    Run.file(folder, "muster.yml", "passwords: {peppers: {shop: s3cret}}");

    Run run = Run.of(folder, "hash", "identify", hash);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "\n  pepper    forum: missing in passwords.peppers of muster.yml; without it imports"
                + " refuse the hash\n  pepper    shop: in passwords.peppers of muster.yml\n")
        .doesNotContain("s3cret");
    assertThat(Run.of(folder, "hash", "identify", hash, "--json").out())
        .contains(
            "\"peppers\":[{\"name\":\"forum\",\"configured\":false},"
                + "{\"name\":\"shop\",\"configured\":true}]");
  }

  @ParameterizedTest
  @CsvSource({
    "BCRYPT, correct horse battery staple, 0, right: bcrypt",
    "BCRYPT, wrong, 1, wrong",
    "MD5, correct horse battery staple, 0, right: django-unsalted-md5",
    "NT, correct horse battery staple, 0, right: nt",
    "MD5, wrong, 1, wrong"
  })
  void aPasswordIsTriedWithEverySchemeThatFits(
      String name, String typed, int status, String answer) {
    String hash =
        name.equals("BCRYPT")
            ? BCRYPT
            : name.equals("MD5") ? MD5 : "1b9d5effd34ac283c8efe2eacaea8bbc";

    Run run = Run.with(folder, typed.getBytes(UTF_8), "hash", "verify", hash, "--password-stdin");

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEqualTo(answer + "\n");
  }

  @Test
  void aSchemeThatIsNamedIsTheOnlyOne() {
    assertThat(verify(MD5, "--scheme", "nt").status()).isEqualTo(1);
    assertThat(verify(MD5, "--scheme", "django-unsalted-md5").status()).isZero();
    assertThat(verify(MD5, "--scheme", "bycrypt").err()).contains("did you mean bcrypt?");
    assertThat(verify(MD5, "--scheme", "bcrypt").status()).isEqualTo(2);
    assertThat(verify("$y$j9T$salt$digest").status()).isEqualTo(2);
    assertThat(verify("$y$j9T$salt$digest").err()).contains("yescrypt hashes can't be verified");
    assertThat(verify("what's this").status()).isEqualTo(2);
  }

  private Run verify(String hash, String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(new String[] {"hash", "verify", hash, "--password-stdin"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Run.with(folder, PASSWORD.getBytes(UTF_8), arguments);
  }

  @Test
  void withoutATerminalThePasswordComesFromStandardInput() {
    Run run = Run.of(folder, "hash", "verify", BCRYPT);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--password-stdin");
  }

  @Test
  void aRecipeIsFoundInWordsAndReadyToPaste() {
    Run words = solve("--hash", SALTED_MD5, "--salt", "salt");
    Run json = solve("--hash", SALTED_MD5, "--salt", "salt", "--json");

    assertThat(words.status()).isZero();
    assertThat(words.out())
        .startsWith(
            "recipe  md5(password + salt)\nscheme  digest\nhash    $digest$alg=md5$$c2FsdA$");
    assertThat(words.out().lines().skip(3))
        .containsExactly(
            "  csv       password_hash",
            "  restauth  \"password\":{\"algorithm\":\"digest\",\"hash\":\"HASH\"}",
            "  authgear  \"password\":{\"type\":\"digest\",\"password_hash\":\"HASH\"}",
            "  auth0     \"custom_password_hash\":{\"algorithm\":\"md5\",\"hash\":{\"value\":"
                + "\"HASH\",\"encoding\":\"base64\"},\"salt\":{\"value\":\"SALT\",\"encoding\":"
                + "\"base64\",\"position\":\"suffix\"}}",
            "",
            "For all users: the hashes as they are in a column password_hash, the salts in"
                + " password_salt.",
            "A mapping has the rest:",
            "",
            "constants:",
            "  password_scheme: \"digest\"",
            "  password_digest: \"md5\"",
            "  password_input: \"{password}{salt}\"");
    assertThat(json.out())
        .contains(
            "\"constants\":{\"password_scheme\":\"digest\",\"password_digest\":\"md5\","
                + "\"password_input\":\"{password}{salt}\"},\"salt_column\":\"password_salt\"");
    assertThat(json.document().text("recipe")).isEqualTo("md5(password + salt)");
    assertThat(verify(String.valueOf(json.document().text("hash"))).out())
        .isEqualTo("right: digest\n");
  }

  /** Ten thousand rows are read as one: here two, and the key is a constant too. */
  @Test
  void theConstantsReadAWholeTable() throws Exception {
    Run.file(
        folder,
        "users.csv",
        "username,password_hash,password_salt,password_scheme,password_digest,password_input",
        "ann," + SALTED_MD5 + ",salt,digest,md5,{password}{salt}",
        "bob,,,digest,md5,{password}{salt}");

    assertThat(Run.of(folder, "import", "users.csv").status()).isZero();
    assertThat(
            Run.with(folder, PASSWORD.getBytes(UTF_8), "users", "verify", "ann", "--password-stdin")
                .status())
        .isZero();
    assertThat(Run.of(folder, "users", "show", "bob", "--json").document().get("password"))
        .isEqualTo(Value.NULL);
  }

  @Test
  void hashesThatCouldBeSomethingElseAreWarnedAbout() throws Exception {
    Run.file(
        folder,
        "users.csv",
        "username,password_hash,password_scheme",
        "ann," + MD5 + ",",
        "bob," + SALTED_MD5 + ",",
        "cid," + MD5 + ",nt",
        "dan," + BCRYPT + ",",
        "eve,sha1$lQaIiIrGVKL2$09143541bdac6f48eb663c35ace51b9bdf5ea101,");

    String bare =
        "2 hashes are read as unsalted MD5; they could be nt, lm, hex-md4, or MD5 of more than the"
            + " password, such as a salt: try --prove with a known password, or name the scheme in"
            + " password_scheme.";
    String bcrypt =
        "1 hash is bcrypt. If the system adds a pepper or hashes the password first, no password"
            + " will fit: --prove with one known password tells.";
    String salted =
        "1 hash is read as Django's salted digests; it could be HMACs, which Flask (Werkzeug) once"
            + " wrote in this form: try --prove with a known password, or name the scheme in"
            + " password_scheme.";
    Run json = Run.of(folder, "import", "users.csv", "--dry-run", "--json");
    assertThat(json.out())
        .contains(
            "\"warnings\":[{\"message\":\"" + bare + "\"},{\"message\":\"" + salted + "\"}],",
            "\"notes\":[{\"message\":\"" + bcrypt + "\"}],");
    Run words = Run.of(folder, "import", "users.csv");
    assertThat(words.status()).isZero();
    assertThat(words.err().lines().filter(line -> line.contains("warning: ")))
        .containsExactly("muster: warning: " + bare, "muster: warning: " + salted);
    assertThat(words.err()).contains("muster: note: " + bcrypt);
    Run.file(
        folder, "good.csv", "username,password_hash", "dan,{SSHA}XoOoKXA/f30Vu38TxfQXFqb3/79HP95j");
    assertThat(Run.of(folder, "import", "good.csv").err()).doesNotContain("warning");
    assertThat(Run.of(folder, "import", "good.csv", "--json").out()).doesNotContain("warnings");
  }

  @Test
  void aKeyAndATextTakenApartAreSaid() {
    String joined = SALTED_MD5 + ":salt";

    assertThat(solve("--hash", joined).out())
        .contains(
            "\n  password_hash: {split: \":\", to: [\"password_hash\", \"password_salt\"]}\n");
    assertThat(
            solve("--hash", "X4xo625icxNDWNFNuIDiXHEYQxCDiwiSc3ooSX7+VeQ=", "--key", "key").out())
        .contains("\n  password_key: # the key, as it was given here\n");
  }

  @Test
  void aHashThatNothingMakesHasNoRecipe() {
    Run none = solve("--hash", "nothing at all", "--json");

    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out()).startsWith("{\"scheme\":null,\"tried\":[\"").endsWith("]}\n");
    assertThat(none.err())
        .contains("no recipe fits. Tried: ", "What would help: --salt", "--key", "--login")
        .doesNotContain("--seconds");
  }

  private Run solve(String... more) {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(new String[] {"hash", "solve", "--password-stdin"}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Run.with(folder, PASSWORD.getBytes(UTF_8), arguments);
  }
}
