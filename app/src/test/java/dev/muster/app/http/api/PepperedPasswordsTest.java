package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code users:verify} with hashes that need a pepper of the settings. */
class PepperedPasswordsTest {

  private static final String HEADER = "email key,password_scheme,password_recipe,password_hash";
  private static final String ROW =
      "ada@example.com,recipe,\"bcrypt(password + pepper(\"\"devise\"\"))\","
          + "$2b$06$CuEnU0DPUuETgSgcZkiBW.AbstZ7BFMYKKf3VWci3e62hCG26B9ci";

  @TempDir private Path folder;

  private static String verify(TestApi api, String password) throws Exception {
    String body = "{\"login\":\"ada@example.com\",\"password\":\"" + password + "\"}";
    return api.post("/users:verify", body, "Content-Type", "application/json").require(200).body();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theServerSeesThePepperOfItsSettings(StoreKind kind) throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"), "passwords: {peppers: {devise: '0c0ffee0c0ffee'}}");
    try (TestApi api = TestApi.start(kind, folder)) {
      api.importCsv(HEADER, ROW);

      assertThat(verify(api, "Tr0ub4dor&4")).contains("\"verified\":false");
      assertThat(verify(api, "Tr0ub4dor&3")).contains("\"verified\":true");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theServerRefusesATableWhosePepperItLacks(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      TestApi.Answer answer =
          api.post("/imports", HEADER + "\n" + ROW + "\n", "Content-Type", "text/csv");

      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.body()).contains("pepper \\\"devise\\\"").doesNotContain("$2b$06");
    }
  }
}
