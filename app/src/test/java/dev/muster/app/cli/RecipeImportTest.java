package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Composed hashes from the table of another system to a login. */
class RecipeImportTest {

  private static final String PASSWORD = "Tr0ub4dor&3";
  private static final String PEPPER = "0c0ffee0c0ffee";
  private static final String PEPPERED =
      "$2b$06$CuEnU0DPUuETgSgcZkiBW.AbstZ7BFMYKKf3VWci3e62hCG26B9ci";
  private static final String SMF = "$2b$06$IS9h5JE3sj4wj/ofBG/ta.Y7iJXR6AxfDDT.hTt6Z4xbBNZsb/5Bm";
  private static final String RESTFUL = "86ca451b84fe60f755fb3ea1032e6d275aa9f440";

  @TempDir private Path folder;

  private void mapping(String recipe, String... saltColumns) throws IOException {
    Run.file(
        folder,
        "mapping.yml",
        "columns:",
        "  crypted: password_hash",
        saltColumns.length == 0 ? "" : "  " + saltColumns[0] + ": password_salt",
        "constants:",
        "  password_scheme: recipe",
        "  password_recipe: '" + recipe + "'");
  }

  private int verified(String login, String password, String... options) {
    return verify(login, password, options).status();
  }

  private Run verify(String login, String password, String... options) {
    String[] words = new String[options.length + 4];
    System.arraycopy(options, 0, words, 0, options.length);
    String[] command = {"users", "verify", login, "--password-stdin"};
    System.arraycopy(command, 0, words, options.length, command.length);
    return Run.with(folder, password.getBytes(UTF_8), words);
  }

  /**
   * As the refusals of postgres-md5 and digest-md5 advise; the second by Dovecot: doveadm pw -u.
   */
  @ParameterizedTest
  @CsvSource({
    "md5, md58f0880018b30d2434343afd9fe75e422, md5(password + login)",
    "}, {DIGEST-MD5}0b4e0e1887bb1d35ad5f1b8016a6e66f, 'md5(login + \":example.org:\" + password)'"
  })
  void digestsWithTheUsersNameAreRecipes(String separator, String hash, String recipe)
      throws IOException {
    Run.file(
        folder,
        "mapping.yml",
        "columns: {crypted: {split: '" + separator + "', to: ['-', password_hash]}}",
        "constants: {password_scheme: recipe, password_recipe: '" + recipe + "'}");
    Run.file(folder, "users.csv", "username,crypted", "ann," + hash);

    Run run = Run.of(folder, "import", "users.csv", "--map", "mapping.yml");

    assertThat(run.out()).as(run.err()).contains("inserted    1");
    assertThat(verified("ann", "Tr0ub4dor&3")).isZero();
    assertThat(verified("ann", "Tr0ub4dor&4")).isEqualTo(1);
    Run plain = Run.of(folder, "hash", "identify", hash);
    assertThat(plain.out()).contains("can't be verified; without", recipe.substring(0, 9));
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aMappingHasTheRecipeOfAllRows(StoreKind kind) throws IOException {
    String database = kind.emptyDirectory(folder, "users");
    mapping("sha1(\"--\" + salt + \"--\" + password + \"--\")", "salt");
    Run.file(
        folder, "users.csv", "username,crypted,salt", "ann," + RESTFUL + ",abc123def", "bob,,");

    Run run = Run.of(folder, "--db", database, "import", "users.csv", "--map", "mapping.yml");

    assertThat(run.out()).as(run.err()).contains("inserted    2");
    assertThat(verified("ann", PASSWORD, "--db", database)).isZero();
    assertThat(verified("ann", "password", "--db", database)).isEqualTo(1);
    assertThat(verified("bob", "", "--db", database)).isEqualTo(1);
    assertThat(Run.of(folder, "--db", database, "users", "show", "ann").out())
        .contains("recipe")
        .doesNotContain("abc123def", RESTFUL, "sha1(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{devise: '0c0ffee0c0ffee'}",
        "{devise: {value: MGMwZmZlZTBjMGZmZWU=, encoding: base64}}",
        "{devise: {value: '3063306666656530633066666565', encoding: hex}}",
        "{devise: {file: devise.pepper}}"
      })
  void aPepperOfTheSettingsIsSeenByAllThatVerify(String peppers) throws IOException {
    Run.file(folder, "devise.pepper", PEPPER);
    Run.file(folder, "muster.yml", "passwords:", "  peppers: " + peppers);
    mapping("bcrypt(password + pepper(\"devise\"))");
    Run.file(folder, "users.csv", "username,crypted", "ann," + PEPPERED);
    Run.file(folder, "proof", "ann\t" + PASSWORD);
    Run.file(folder, "wrong", "ann\tpassword");

    assertThat(
            Run.of(folder, "import", "users.csv", "--map", "mapping.yml", "--prove-file", "wrong")
                .status())
        .isEqualTo(2);
    Run run =
        Run.of(folder, "import", "users.csv", "--map", "mapping.yml", "--prove-file", "proof");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("fitted their hashes before the import: 1");
    assertThat(verified("ann", PASSWORD)).isZero();
    assertThat(verified("ann", PASSWORD + PEPPER)).isEqualTo(1);
    assertThat(hashVerify(stored()).out()).isEqualTo("right: recipe\n");
    assertThat(Run.of(folder, "config", "check").status()).isZero();
  }

  private static String stored() {
    return "$recipe$$$JDJiJDA2JEN1RW5VMERQVXVFVGdTZ2Naa2lCVy5BYnN0WjdCRk1ZS0tmM1ZXY2kzZTYyaEN"
        + "HMjZCOWNp$bcrypt(password + pepper(\"devise\"))";
  }

  private Run hashVerify(String hash) {
    return Run.with(folder, PASSWORD.getBytes(UTF_8), "hash", "verify", hash, "--password-stdin");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPepperThatIsMissingRefusesTheTableBeforeAnythingIsWritten(boolean asText)
      throws IOException {
    mapping("bcrypt(password + pepper(\"devise\"))");
    Run.file(
        folder,
        "users.csv",
        "username,crypted" + (asText ? "" : ",password_recipe,password_scheme"),
        "bob,",
        "ann," + (asText ? quoted(stored()) : PEPPERED + "," + recipe() + ",recipe"));
    Run.file(folder, "plain.yml", "columns: {crypted: password_hash}");

    Run run = Run.of(folder, "import", "users.csv", "--map", "plain.yml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("line 3", "pepper \"devise\", which passwords.peppers in muster.yml does not")
        .doesNotContain(PEPPERED, "--format");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
    assertThat(hashVerify(stored()).err()).contains("pepper \"devise\"");
    assertThat(hashVerify(stored()).status()).isEqualTo(2);
  }

  private static String recipe() {
    return quoted("bcrypt(password + pepper(\"devise\"))");
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  @Test
  void aConstantThatNeedsAMissingPepperRefusesTheTable() throws IOException {
    mapping("bcrypt(password + pepper(\"devise\"))");
    Run.file(folder, "users.csv", "username,crypted", "ann," + PEPPERED);

    Run run = Run.of(folder, "import", "users.csv", "--map", "mapping.yml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("pepper \"devise\"");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aPepperThatWasRemovedIsToldWhereverPasswordsAreVerified(StoreKind kind) throws IOException {
    String database = kind.emptyDirectory(folder, "users");
    Run.file(folder, "muster.yml", "passwords: {peppers: {devise: '" + PEPPER + "'}}");
    mapping("bcrypt(password + pepper(\"devise\"))");
    Run.file(folder, "users.csv", "username,crypted", "ann," + PEPPERED);
    assertThat(
            Run.of(folder, "--db", database, "import", "users.csv", "--map", "mapping.yml")
                .status())
        .isZero();
    assertThat(verified("ann", PASSWORD, "--db", database)).isZero();
    assertThat(Run.of(folder, "--db", database, "db", "check").err()).isEmpty();

    Run.file(folder, "muster.yml", "passwords: {peppers: {other: '" + PEPPER + "'}}");

    String missing = "pepper \"devise\", which passwords.peppers in muster.yml does not have.";
    Run verify = verify("ann", PASSWORD, "--db", database);
    assertThat(verify.status()).isEqualTo(1);
    assertThat(verify.err())
        .isEqualTo(
            "muster: the password can't be verified. The recipe needs the " + missing + "\n");
    assertThat(verify.out()).isEmpty();
    assertThat(Run.of(folder, "--db", database, "users", "show", "ann").status()).isZero();
    Run check = Run.of(folder, "--db", database, "db", "check");
    assertThat(check.status()).isZero();
    assertThat(check.err())
        .contains("the passwords of 1 user can't be verified", "pepper \"devise\"");
    Struct json = Run.of(folder, "--db", database, "db", "check", "--json").document();
    assertThat(json.get("missing_peppers"))
        .isEqualTo(
            new Value.Array(
                List.of(
                    new Struct.Builder()
                        .append("pepper", Value.of("devise"))
                        .append("users", Value.of(1))
                        .append(
                            "message",
                            Value.of(
                                "the passwords of 1 user can't be verified. The recipe needs the "
                                    + missing))
                        .build())));
  }

  @Test
  void theLoginOfARecipeIsTheUserNameOrAColumnOfItsOwn() throws IOException {
    Run.file(
        folder,
        "users.csv",
        "email key,username,password_login,password_scheme,password_recipe,password_hash",
        "ann@example.org,ADMIN,,recipe,bcrypt(lower(login) + password)," + SMF,
        "bob@example.org,bob,Admin,recipe,bcrypt(lower(login) + password)," + SMF,
        "eve@example.org,eve,,recipe,bcrypt(lower(login) + password)," + SMF);

    Run run = Run.of(folder, "import", "users.csv");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(verified("ann@example.org", PASSWORD)).isZero();
    assertThat(verified("bob@example.org", PASSWORD)).isZero();
    assertThat(verified("eve@example.org", PASSWORD)).isEqualTo(1);
  }

  @Test
  void aBadRecipeIsAnErrorOfItsCellAndIsNotShown() throws IOException {
    Run.file(
        folder,
        "users.csv",
        "username,password_scheme,password_recipe,password_hash,password_salt",
        "ann,recipe,sha1(salt + pasword)," + RESTFUL + ",abc123def",
        "bob,recipe,sha1(salt + password)," + RESTFUL + ",",
        "eve,recipe,," + RESTFUL + ",abc123def",
        "zoe,,sha1(password)," + RESTFUL + ",");

    Run run = Run.of(folder, "import", "users.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Character 13: there is no such value")
        .contains("The recipe has a salt, and there is none.")
        .contains("The scheme recipe needs password_recipe.")
        .contains("password_recipe needs password_scheme recipe")
        .doesNotContain("pasword", RESTFUL, "abc123def");
  }

  @Test
  void aRestAuthDocumentTakesARecipeAsAlgorithmAndTheStoredText() throws IOException {
    String algorithm = "sha1(\\\"--\\\" + salt + \\\"--\\\" + password + \\\"--\\\")";
    String text =
        "$recipe$YWJjMTIzZGVm$$hspFG4T+YPdV+z6hAy5tJ1qp9EA$sha1(\\\"--\\\" + salt + \\\"--\\\" +"
            + " password + \\\"--\\\")";
    Run.file(
        folder,
        "users.json",
        "{\"users\":{",
        restAuth("ann", algorithm, "abc123def$" + RESTFUL) + ",",
        restAuth("bob", "recipe", text) + ",",
        restAuth("eve", "md5(md5(password)", RESTFUL) + ",",
        restAuth("zoe", "bcrypt(bcrypt(password))", "$2b$06$short"),
        "}}");

    Run run = Run.of(folder, "import", "users.json", "--format", "restauth");

    assertThat(verified("ann", PASSWORD)).as(run.out() + run.err()).isZero();
    assertThat(verified("bob", PASSWORD)).isZero();
    assertThat(run.out())
        .contains("Hash of type \"recipe\" is not supported", "expected )")
        .doesNotContain(RESTFUL, "md5(md5");
    assertThat(verified("eve", PASSWORD)).isEqualTo(1);
  }

  private static String restAuth(String name, String algorithm, String hash) {
    return "\""
        + name
        + "\":{\"password\":{\"algorithm\":\""
        + algorithm
        + "\",\"hash\":\""
        + hash
        + "\"}}";
  }

  @Test
  void aRestAuthDocumentWithAMissingPepperIsRefusedAsAWhole() throws IOException {
    Run.file(
        folder,
        "users.json",
        "{\"users\":{",
        restAuth("bob", "sha1(password)", RESTFUL) + ",",
        restAuth("ann", "bcrypt(password + pepper(\\\"devise\\\"))", PEPPERED),
        "}}");

    Run run = Run.of(folder, "import", "users.json", "--format", "restauth");

    assertThat(run.status()).isNotZero();
    assertThat(run.out() + run.err()).contains("pepper \"devise\"").doesNotContain(PEPPERED);
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
  }

  @Test
  void aPepperIsInNoOutput() throws IOException {
    Run.file(
        folder,
        "muster.yml",
        "passwords:",
        "  peppers:",
        "    devise: " + PEPPER,
        "    shop: {value: 00ff00ff, encoding: hex}",
        "    forum: {file: forum.pepper, encoding: base64}");
    Run.file(folder, "forum.pepper", "not base64!");

    Run printed = Run.of(folder, "config", "print");
    Run checked = Run.of(folder, "config", "check");

    assertThat(printed.out())
        .contains("devise:", "(left out)", "forum.pepper")
        .doesNotContain(PEPPER, "00ff00ff");
    assertThat(checked.status()).isEqualTo(2);
    assertThat(checked.err())
        .contains("passwords.peppers.forum: the first line of forum.pepper is not base64")
        .doesNotContain("not base64!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{devise: 1234567}",
        "{devise: }",
        "{Devise: s3cret}",
        "{devise: {value: s3cret, file: x}}",
        "{devise: {encoding: hex}}",
        "{devise: {value: s3cret, encoding: hex}}",
        "{devise: {value: s3cret, encoding: rot13}}",
        "{devise: {value: 1234567}}",
        "{devise: ''}",
        "{devise: {file: missing}}"
      })
  void aWrongPepperIsToldWithItsPlaceAndNotShown(String peppers) throws IOException {
    Run.file(folder, "muster.yml", "passwords: {peppers: " + peppers + "}");

    Run run = Run.of(folder, "config", "check");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("passwords.peppers.").doesNotContain("s3cret", "1234567");
  }
}
