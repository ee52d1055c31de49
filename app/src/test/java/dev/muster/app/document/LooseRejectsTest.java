package dev.muster.app.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseRejectsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1} | {\"a\":1,\"@reject-reason\":\"no\"}",
        "{} | {\"@reject-reason\":\"no\"}",
        "[\"x\",\"y\"] | {\"cells\":[\"x\",\"y\"],\"@reject-reason\":\"no\"}",
        "{\"a\": | {\"text\":\"{\\\"a\\\":\",\"@reject-reason\":\"no\"}"
      })
  void eachRejectIsOneObject(String source, String line) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LooseRejects rejects = new LooseRejects(out)) {
      rejects.write(source.getBytes(UTF_8), "no");
    }
    assertThat(out.toString(UTF_8)).isEqualTo(line + "\n");
  }
}
