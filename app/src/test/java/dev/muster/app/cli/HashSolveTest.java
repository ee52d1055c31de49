package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.spec.KeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code muster hash solve} prints is what an import takes. */
class HashSolveTest {

  @TempDir Path folder;

  private static String hex(String digest, String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(text.getBytes(UTF_8)));
  }

  private Run solve(String password, String... more) {
    List<String> words = new ArrayList<>(List.of("hash", "solve", "--password-stdin"));
    words.addAll(List.of(more));
    return Run.with(folder, password.getBytes(UTF_8), words.toArray(String[]::new));
  }

  /** The lines of a mapping, which are the last ones. */
  private static String mapping(Run solved) {
    String out = solved.out();
    String start = out.contains("\ncolumns:\n") ? "columns:\n" : "constants:\n";
    return out.substring(out.indexOf("\n" + start) + 1);
  }

  private int verified(String login, String password) {
    byte[] typed = password.getBytes(UTF_8);
    return Run.with(folder, typed, "users", "verify", login, "--password-stdin").status();
  }

  @Test
  void thePrintedMappingImportsATextOfThreeParts() throws Exception {
    String hash = hex("SHA-256", "0o1ICsF2Pässword") + "|0o1ICsF2|1";

    Run solved = solve("Pässword", "--hash", hash);

    assertThat(solved.out())
        .contains("recipe  sha256(salt + password)\n")
        .contains("{split: \"|\", to: [\"password_hash\", \"password_salt\", \"-\"]}");
    Files.writeString(folder.resolve("m.yml"), mapping(solved));
    Run.file(folder, "a.csv", "username,password_hash", "ann," + hash);
    assertThat(Run.of(folder, "import", "a.csv", "--map", "m.yml").out()).contains("inserted    1");
    assertThat(verified("ann", "Pässword")).isZero();
    assertThat(verified("ann", "Passwort")).isEqualTo(1);
  }

  @Test
  void aRecipeWithAPepperIsImportedWithTheSettings() throws Exception {
    String hash = hex("SHA-256", "k3yPässword");

    Run solved = solve("Pässword", "--hash", hash, "--key", "k3y");

    assertThat(solved.out())
        .contains("recipe  sha256(pepper(\"pepper\") + password)\n")
        .contains("passwords.peppers.pepper")
        .doesNotContain("k3y");
    Files.writeString(folder.resolve("m.yml"), mapping(solved));
    Files.writeString(
        folder.resolve("muster.yml"), "passwords:\n  peppers:\n    pepper: \"k3y\"\n");
    Run.file(folder, "a.csv", "username,password_hash", "ann," + hash);
    Run imported = Run.of(folder, "import", "a.csv", "--map", "m.yml");
    assertThat(imported.out()).as(imported.err()).contains("inserted    1");
    assertThat(verified("ann", "Pässword")).isZero();
  }

  @Test
  void iterationsInTheTextAreAColumn() throws Exception {
    Run solved = solve("Pässword", "--hash", derived("Pässword", 2345), "--json");

    assertThat(solved.out())
        .contains(
            "\"to\":[\"-\",\"password_iterations\",\"-\",\"password_salt\",\"password_hash\"]")
        .doesNotContain("\"password_iterations\":\"2345\"");
  }

  private static String derived(String password, int iterations) throws Exception {
    KeySpec key = new PBEKeySpec(password.toCharArray(), new byte[24], iterations, 18 * 8);
    byte[] derived =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(key).getEncoded();
    String salt = Base64.getEncoder().encodeToString(new byte[24]);
    String text = Base64.getEncoder().encodeToString(derived);
    return "sha1|" + iterations + "|18|" + salt + "|" + text;
  }

  @Test
  void aPasswordThatTellsLittleIsSaid() throws Exception {
    Run plain = solve("letmein", "--hash", hex("SHA-1", "letmein"));
    Run telling = solve("Pässword", "--hash", hex("SHA-1", "Pässword"));

    assertThat(plain.err())
        .contains("does not tell UTF-8 from Latin-1, the password from its lower case")
        .contains("such as Pässword");
    assertThat(telling.err()).isEmpty();
  }

  @Test
  void theRecipeOfATableFitsAllItsRows() throws Exception {
    Run.file(
        folder,
        "known.csv",
        "username,password_hash,password_salt,password",
        "ann," + hex("SHA-1", "s1letmein") + ",s1,letmein",
        "bob," + latin1("s2Pässword") + ",s2,Pässword",
        "cleo,,,");

    Run solved = Run.of(folder, "hash", "solve", "--users", "known.csv");

    assertThat(solved.status()).as(solved.err()).isZero();
    assertThat(solved.out())
        .startsWith("rows    all 2 fit this recipe\nrecipe  sha1(salt + latin1(password))\n")
        .contains("  password_encoding: \"latin1\"\n")
        .doesNotContain("letmein", "s2,", latin1("s2Pässword"));
    assertThat(solved.err())
        .isEqualTo(
            "muster: known.csv, line 4: there is no password_hash and no password; the row is left"
                + " out\n");
  }

  private static String latin1(String text) throws Exception {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
  }

  @Test
  void aTableOfTwoRecipesIsToldByLines() throws Exception {
    Run.file(
        folder,
        "known.csv",
        "login,password_hash,password",
        "Ann," + hex("SHA-1", "annPässword") + ",Pässword",
        "bob," + hex("MD5", "Pässword") + ",Pässword",
        "Cleo," + hex("SHA-1", "cleoZoë") + ",Zoë",
        "dan," + hex("SHA-1", "Zoë") + ",no such",
        "eve," + hex("SHA-1", "eveÄpfel") + ",Äpfel");

    Run solved = Run.of(folder, "hash", "solve", "--users", "known.csv", "--seconds", "20");

    assertThat(solved.status()).isEqualTo(1);
    assertThat(solved.out())
        .contains("rows    3 of 5: lines 2, 4, 6\nrecipe  sha1(lower(login) + password)\n")
        .contains("rows    1 of 5: lines 3\n", "scheme  django-unsalted-md5\n")
        .contains("No recipe fits lines 5.");
    assertThat(solved.out() + solved.err()).doesNotContain("Pässword:", "Zoë", "no such");
    assertThat(
            Run.of(folder, "hash", "solve", "--users", "known.csv", "--seconds", "20", "--json")
                .out())
        .contains("\"lines\":[2,4,6]", "\"unsolved_lines\":[5]")
        .doesNotContain("Zoë", "Pässword");
  }

  /** The rows of docs/guides/unknown-hashes.md. */
  @Test
  void theRowsOfTheGuideFitOneRecipe() throws Exception {
    Path guide = Path.of("").toAbsolutePath().getParent().resolve("docs/guides/unknown-hashes.md");
    String page = Files.readString(guide);
    int start = page.indexOf("```csv\n") + "```csv\n".length();
    Files.writeString(
        folder.resolve("known.csv"), page.substring(start, page.indexOf("```", start)));

    Run solved = Run.of(folder, "hash", "solve", "--users", "known.csv");

    assertThat(solved.out())
        .startsWith("rows    all 2 fit this recipe\nrecipe  sha1(salt + hex(sha1(salt + hex(sha1(");
    assertThat(page).contains(mapping(solved).strip());
  }

  @Test
  void whatIsLackingInATableIsSaid() throws Exception {
    Run.file(folder, "known.csv", "username,password_hash", "ann,x");
    Run.file(folder, "none.csv", "username,password_hash,password", "ann,,x");

    assertThat(Run.of(folder, "hash", "solve", "--users", "known.csv").err())
        .contains("known.csv has no column password:");
    assertThat(Run.of(folder, "hash", "solve", "--users", "none.csv").err())
        .contains("no row with a password_hash");
    assertThat(Run.of(folder, "hash", "solve").err()).contains("give --hash HASH, or --users FILE");
    assertThat(solve("x", "--hash", "x", "--users", "none.csv").status()).isEqualTo(2);
  }

  @Test
  void oddLinesOfATableAreToldAndLeftOut() throws Exception {
    Run.file(
        folder,
        "known.csv",
        "username,password_salt,password_hash,password",
        "ann,s1," + hex("MD5", "s1Pässword") + ",Pässword",
        "",
        "bob,s2",
        "cid,s3," + hex("MD5", "s3letmein") + ",",
        "dan,s4,,letmein",
        "eve,s5," + hex("MD5", "s5Äpfel") + ",Äpfel");

    Run solved = Run.of(folder, "hash", "solve", "--users", "known.csv");

    assertThat(solved.status()).as(solved.err()).isZero();
    assertThat(solved.out()).startsWith("rows    all 2 fit this recipe\n");
    assertThat(solved.err().lines())
        .containsExactly(
            "muster: known.csv, line 3: the line is empty",
            "muster: known.csv, line 4: the row has 2 of 4 columns, so there is no password_hash"
                + " and no password; the row is left out",
            "muster: known.csv, line 5: there is no password; the row is left out",
            "muster: known.csv, line 6: there is no password_hash; the row is left out");
    assertThat(Run.of(folder, "hash", "solve", "--users", "known.csv", "--json").out())
        .contains(
            "\"unsolved_lines\":[],\"left_out\":["
                + "{\"reason\":\"the line is empty\",\"count\":1,\"first_line\":3},"
                + "{\"reason\":\"the row has 2 of 4 columns, so there is no password_hash and no"
                + " password\",\"count\":1,\"first_line\":4},"
                + "{\"reason\":\"there is no password\",\"count\":1,\"first_line\":5},"
                + "{\"reason\":\"there is no password_hash\",\"count\":1,\"first_line\":6}]");
  }

  @Test
  void rowsAfterTheFirstThousandAreToldToBeLeftOut() throws Exception {
    List<String> rows = new ArrayList<>(List.of("password_hash,password"));
    for (int i = 0; i < 1002; i++) {
      rows.add(hex("MD5", "Pässword" + i) + ",Pässword" + i);
    }
    Run.file(folder, "known.csv", rows.toArray(String[]::new));

    Run solved = Run.of(folder, "hash", "solve", "--users", "known.csv", "--json");

    assertThat(solved.err())
        .isEqualTo(
            "muster: known.csv, line 1002: only the first 1000 rows are tried; the rest is left"
                + " out\n");
    assertThat(solved.out())
        .contains(
            "\"left_out\":[{\"reason\":\"only the first 1000 rows are"
                + " tried\",\"first_line\":1002}]");
  }

  @Test
  void aTableThatIsNotThereAndTooLittleTimeAreRefused() {
    Run missing = Run.of(folder, "hash", "solve", "--users", "none.csv");
    Run hurried = solve("x", "--hash", "0123456789", "--seconds", "0");

    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err())
        .contains("--users: ", "none.csv: there is no such file")
        .doesNotContain("imported");
    assertThat(hurried.status()).isEqualTo(2);
    assertThat(hurried.err()).contains("--seconds 0: the search needs 1 second or more");
  }

  @Test
  void moreTimeIsAdvisedOnlyWhereItHelps() throws Exception {
    String key = hex("SHA-256", "no password makes this");

    Run ended = solve("Pässword", "--hash", key, "--salt", "s4lt", "--seconds", "1");
    Run finished = solve("Pässword", "--hash", "0123456789");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("Not tried to the end: ", "--seconds");
    assertThat(finished.err()).contains("no recipe fits").doesNotContain("--seconds");
  }
}
