package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constants of a mapping with which no hash could be read. */
class BrokenConstantsTest {

  private static final String DIGEST = "86ca451b84fe60f755fb3ea1032e6d275aa9f440";

  @TempDir private Path folder;

  private Run imported(String constants) throws IOException {
    Run.file(folder, "mapping.yml", "constants: {" + constants + "}");
    Run.file(
        folder,
        "users.csv",
        "username,password_hash,password_salt",
        "ann," + DIGEST + ",abc123def",
        "bob,,",
        "cid," + DIGEST + ",abc123def");
    return Run.of(folder, "import", "users.csv", "--map", "mapping.yml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password_scheme: bycrypt | password_scheme | There is no password scheme \"bycrypt\"; did"
            + " you mean bcrypt?",
        "password_scheme: sha1 | password_scheme | \"sha1\" is a digest, not a password scheme",
        "password_scheme: recipe, password_recipe: sha1(salt + pasword) | password_recipe |"
            + " Character 13: there is no such value",
        "password_scheme: recipe, password_recipe: sha1(salt + password | password_recipe |"
            + " expected )",
        "password_recipe: sha1(salt + password) | password_recipe | password_recipe needs"
            + " password_scheme",
        "password_scheme: argon2, password_recipe: sha1(password) | password_recipe | The scheme"
            + " argon2 has no password_recipe.",
        "password_scheme: nt, password_digest: md4 | password_digest | The hashes of the scheme nt"
            + " are one text: leave password_digest empty.",
        "password_scheme: keycloak, password_parameters: pbkdf2 | password_parameters | This is not"
            + " Keycloak's credential_data",
        "password_scheme: firebase-scrypt, password_parameters: none | password_parameters | It has"
            + " none of Firebase's parameters",
        "password_scheme: digest, password_digest: sha | password_digest | No digest has this name",
        "password_scheme: digest, password_digest: sha1, password_input: '{salt}' | password_input"
            + " | The input must have {password}.",
        "password_scheme: digest, password_digest: sha1, password_input: 'mysalt{password}' |"
            + " password_input | There is a salt, but the input does not have it: write {salt}.",
        "password_scheme: digest, password_digest: sha1, password_input: '{sha9(salt)}{password}' |"
            + " password_input | The input names a digest that there is not.",
        "password_scheme: pbkdf2-phc-sha1, password_iterations: many | password_iterations | Enter"
            + " a whole number.",
        "password_scheme: digest, password_digest: sha1, password_salt_encoding: rot13 |"
            + " password_salt_encoding | Enter one of the encodings utf8, hex, base64.",
      })
  void aConstantThatNoRowCanUseRefusesTheImportOnce(String constants, String member, String reason)
      throws IOException {
    Run run = imported(constants);

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err())
        .containsOnlyOnce("The mapping has a constant " + member + " with which every row")
        .contains(reason, "Correct " + member + " below constants: in the mapping.")
        .contains("nothing was imported")
        .doesNotContain(DIGEST, "pasword", "rot13", "many");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
    assertThat(Run.of(folder, "imports", "list").out()).doesNotContain("users.csv");
  }

  @Test
  void goodConstantsAreTaken() throws IOException {
    Run run =
        imported(
            "password_scheme: digest, password_digest: sha1, password_iterations: '1',"
                + " password_input: '{salt}{password}', password_encoding: latin1");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  @Test
  void columnsOfRowsStillFailRowByRow() throws IOException {
    Run.file(
        folder,
        "users.csv",
        "username,password_hash,password_scheme",
        "ann," + DIGEST + ",hex-sha1",
        "bob," + DIGEST + ",hex-sah1");

    Run run = Run.of(folder, "import", "users.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("inserted    1", "did you mean hex-sha1?");
  }
}
