package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersCommandsTest {

  private static final String PASSWORD = "correct horse battery staple";

  /** From conformance/hashes/bcrypt.tsv. */
  private static final String HASH = "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";

  @TempDir Path folder;

  @BeforeEach
  void importUsers() throws Exception {
    Run.file(
        folder,
        "users.ndjson",
        "{\"email\":\"ada@example.com\",\"preferred_username\":\"ada\",\"name\":\"Ada\","
            + "\"email_verified\":true,\"custom_attributes\":{\"team\":{\"size\":3}},"
            + "\"password\":{\"type\":\"bcrypt\",\"password_hash\":\""
            + HASH
            + "\"}}",
        "{\"email\":\"bob@example.com\"}");
    assertThat(Run.of(folder, "import", "users.ndjson", "--identifier", "email").status()).isZero();
  }

  @Test
  void theDocumentOfAUserHasEveryMemberInItsOrder() {
    Struct user = Run.of(folder, "users", "show", "bob@example.com", "--json").document();

    assertThat(user.names())
        .containsExactly(
            "id",
            "realm",
            "username",
            "email",
            "email_verified",
            "phone_number",
            "phone_number_verified",
            "disabled",
            "account_valid_from",
            "account_valid_until",
            "attributes",
            "custom_attributes",
            "roles",
            "groups",
            "external_ids",
            "password",
            "password_reset_required",
            "mfa",
            "verified_attributes",
            "created_at",
            "updated_at");
    assertThat(user.get("username")).isEqualTo(Value.NULL);
    assertThat(user.get("password")).isEqualTo(Value.NULL);
    assertThat(user.get("disabled")).isEqualTo(Value.FALSE);
    assertThat(((Struct) user.get("mfa")).names())
        .containsExactly("email", "phone_number", "password", "totp");
    assertThat(user.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
  }

  @Test
  void aUserInWordsHasOneLineForEachThingThereIs() {
    Run run = Run.of(folder, "users", "show", "ada");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsPattern("(?m)^email_verified +yes$")
        .containsPattern("(?m)^custom_attributes.team.size +3$")
        .containsPattern("(?m)^password.scheme +bcrypt$")
        .doesNotContain("phone_number")
        .doesNotContain(HASH);
  }

  @ParameterizedTest
  @CsvSource({"ada", "ADA", "ada@example.com"})
  void aUserIsFoundByEachLoginId(String login) {
    Struct user = Run.of(folder, "users", "show", login, "--json").document();

    assertThat(user.text("username")).isEqualTo("ada");
    assertThat(Run.of(folder, "users", "show", String.valueOf(user.text("id"))).status()).isZero();
  }

  @Test
  void whoIsNotThereIsOneAndARealmThatIsNotThereIsTwo() {
    assertThat(Run.of(folder, "users", "show", "nobody").status()).isEqualTo(1);
    Run run = Run.of(folder, "users", "show", "ada", "--realm", "defualt");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean default?");
  }

  @Test
  void usersAreListedAndCounted() {
    assertThat(Run.of(folder, "users", "list").out().lines()).hasSize(2);
    assertThat(Run.of(folder, "users", "list", "--json", "--realm", "default").out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"id\":"));
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("2\n");
    assertThat(Run.of(folder, "users", "count", "--json").out()).isEqualTo("{\"count\":2}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "ada, PASSWORD, 0",
    "ada, PASSWORD\\n, 0",
    "ada, PASSWORD\\r\\n, 0",
    "ada, PASSWORD\\n\\n, 1",
    "ada, wrong, 1",
    "bob@example.com, PASSWORD, 1",
    "nobody, PASSWORD, 1"
  })
  void aPasswordIsRightOrWrongWithoutAWord(String login, String typed, int status) {
    String input = typed.replace("PASSWORD", PASSWORD).replace("\\n", "\n").replace("\\r", "\r");

    Run run = Run.with(folder, input.getBytes(UTF_8), "users", "verify", login, "--password-stdin");

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aPasswordIsNeverAnArgument() {
    assertThat(Run.of(folder, "users", "verify", "ada").err()).contains("--password-stdin");
    assertThat(Run.of(folder, "users", "verify", "ada").status()).isEqualTo(2);
  }
}
