package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.BcryptEncoder;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** POST /users:verify. */
class VerificationTest {

  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String PASSWORD = "the engine weaves";

  @TempDir private Path folder;

  private static void importUsers(TestApi api) throws Exception {
    String hash = new BcryptEncoder(4).encode(PASSWORD.getBytes(StandardCharsets.UTF_8)).encoded();
    StringBuilder lines = new StringBuilder();
    for (String members :
        new String[] {
          "\"email\":\"ada@example.com\"",
          "\"email\":\"off@example.com\",\"disabled\":true",
          "\"email\":\"none@example.com\",\"password\":null"
        }) {
      lines.append('{').append(members);
      if (!members.contains("password")) {
        lines
            .append(",\"password\":{\"type\":\"bcrypt\",\"password_hash\":\"")
            .append(hash)
            .append("\"}");
      }
      lines.append("}\n");
    }
    String id =
        api.submit(
            "application/x-ndjson",
            lines.toString().replace(",\"password\":null", ""),
            "?identifier=email");
    assertThat(api.follow(id)).contains("\"inserted\":3");
  }

  private static TestApi.Answer verify(TestApi api, String login, String password)
      throws Exception {
    Struct body =
        new Struct.Builder()
            .append("login", Value.of(login))
            .append("password", Value.of(password))
            .build();
    return api.post("/users:verify", JsonText.of(body), JSON);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlyARightPasswordOfAUsableAccountIsVerified(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importUsers(api);
      String id = api.get("/users/ada@example.com").text("id");
      assertThat(verify(api, "Ada@Example.com", PASSWORD).require(200).body())
          .isEqualTo(
              "{\"verified\":true,\"user_id\":\"" + id + "\",\"password_reset_required\":false}");
      String no = "{\"verified\":false,\"password_reset_required\":false}";
      assertThat(verify(api, "ada@example.com", "wrong").require(200).body()).isEqualTo(no);
      assertThat(verify(api, "off@example.com", PASSWORD).require(200).body()).isEqualTo(no);
      assertThat(verify(api, "none@example.com", "").require(200).body()).isEqualTo(no);
      assertThat(verify(api, "nobody@example.com", PASSWORD).require(200).body()).isEqualTo(no);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void wrongPasswordsAreLimitedAndRightOnesAreNot(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importUsers(api);
      for (int i = 0; i < 15; i++) {
        assertThat(verify(api, "ada@example.com", PASSWORD).require(200).body())
            .contains("\"verified\":true");
      }
      int refused = 0;
      for (int i = 0; i < 30; i++) {
        TestApi.Answer answer = verify(api, "ada@example.com", "wrong");
        if (answer.status() == 429) {
          answer.requireProblem(429, "too-many-attempts");
          assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 6);
          assertThat(answer.body()).doesNotContain("wrong\"");
          refused++;
        }
      }
      assertThat(refused).isBetween(1, 20);
      assertThat(verify(api, "nobody@example.com", "x").require(200).status()).isEqualTo(200);
    }
  }

  @Test
  void theSettingsLimitWrongPasswordsPerLoginAndPerClient() throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"),
        "server: {limits: {wrong_passwords_per_login: 2, wrong_passwords_per_client: 5}}");
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      importUsers(api);
      verify(api, "ada@example.com", "wrong").require(200);
      verify(api, "ada@example.com", "wrong").require(200);
      TestApi.Answer answer =
          verify(api, "ada@example.com", PASSWORD).requireProblem(429, "too-many-attempts");
      assertThat(answer.text("detail")).contains("for this login");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
      verify(api, "off@example.com", "wrong").require(200);
      verify(api, "none@example.com", "wrong").require(200);
      assertThat(
              verify(api, "off@example.com", "wrong")
                  .requireProblem(429, "too-many-attempts")
                  .text("detail"))
          .contains("from this client");
    }
  }

  @Test
  void anApplicationThatTellsItsClientsIsNotShutOutByOneOfThem() throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"), "server: {limits: {wrong_passwords_per_client: 3}}");
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      importUsers(api);
      for (int i = 0; i < 3; i++) {
        verifyFor(api, "2001:db8::" + i, "user" + i, "wrong").require(200);
      }
      assertThat(
              verifyFor(api, "2001:db8::ffff", "ada@example.com", PASSWORD)
                  .requireProblem(429, "too-many-attempts")
                  .text("detail"))
          .contains("from this client");
      assertThat(verifyFor(api, "2001:db8:0:1::1", "ada@example.com", PASSWORD).require(200).body())
          .contains("\"verified\":true");
      assertThat(verifyFor(api, "192.0.2.1", "ada@example.com", PASSWORD).require(200).body())
          .contains("\"verified\":true");
      assertThat(verify(api, "ada@example.com", PASSWORD).require(200).body())
          .contains("\"verified\":true");
      assertThat(
              verifyFor(api, "example.com", "ada@example.com", PASSWORD)
                  .requireProblem(400, "invalid-body")
                  .text("detail"))
          .contains("IP address");
    }
  }

  private static TestApi.Answer verifyFor(TestApi api, String client, String login, String password)
      throws Exception {
    Struct body =
        new Struct.Builder()
            .append("login", Value.of(login))
            .append("password", Value.of(password))
            .append("client", Value.of(client))
            .build();
    return api.post("/users:verify", JsonText.of(body), JSON);
  }

  @Test
  void longKeysAreLimitedLikeShortOnes() {
    AttemptLimits limits = new AttemptLimits(1, Duration.ofSeconds(10), () -> 0);
    String key = "k".repeat(100_000);
    assertThat(limits.begin(key)).isEmpty();
    assertThat(limits.begin(key)).isPresent();
    assertThat(limits.begin(key + "2")).isEmpty();
    limits.giveBack(key);
    assertThat(limits.begin(key)).isEmpty();
  }

  @Test
  void theRequestIsCheckedWithoutRepeatingIt() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      for (String body :
          new String[] {
            "",
            "[]",
            "{\"login\":\"a\"}",
            "{\"login\":\"a\",\"password\":1}",
            "{\"login\":\"a\",\"password\":\"secret\",\"pasword\":\"secret\"}",
            "{\"login\":\"a\",\"password\":\"secret\""
          }) {
        assertThat(api.post("/users:verify", body, JSON).requireProblem(400, "invalid-body").body())
            .doesNotContain("secret");
      }
      api.post("/users:verify", "login=a", "Content-Type", "application/x-www-form-urlencoded")
          .requireProblem(415, "unsupported-media-type");
      verify(api, "a", "x".repeat(1 << 17)).requireProblem(413, "body-too-large");
      api.post("/users:verify", "{\"login\":\"a\",\"password\":\"b\",\"realm\":\"nowhere\"}", JSON)
          .requireProblem(404, "realm-not-found");
      String reader = "Bearer " + api.token(Scope.USERS_READ);
      api.post("/users:verify", "{}", "Content-Type", "application/json", "Authorization", reader)
          .requireProblem(403, "missing-scope");
    }
  }

  @Test
  void attemptsAreRegainedOneAfterAnother() {
    AtomicLong now = new AtomicLong();
    AttemptLimits limits = new AttemptLimits(2, Duration.ofSeconds(10), now::get);
    assertThat(limits.begin("a")).isEmpty();
    assertThat(limits.begin("a")).isEmpty();
    assertThat(limits.begin("a")).contains(Duration.ofSeconds(10));
    assertThat(limits.begin("b")).isEmpty();
    now.addAndGet(Duration.ofSeconds(4).toNanos());
    assertThat(limits.begin("a")).contains(Duration.ofSeconds(6));
    limits.giveBack("a");
    assertThat(limits.begin("a")).isEmpty();
    now.addAndGet(Duration.ofSeconds(1000).toNanos());
    assertThat(limits.begin("a")).isEmpty();
    assertThat(limits.begin("a")).isEmpty();
    assertThat(limits.begin("a")).as("no more than the burst").isPresent();
  }
}
