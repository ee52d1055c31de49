package dev.muster.app.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonSpliceTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"a\": 1 } | {\"a\": 1 ,\"@reject-reason\":\"why\"}",
        "{} | {\"@reject-reason\":\"why\"}",
        "` { \n } ` | ` { \n \"@reject-reason\":\"why\"} `",
        "{\"é\":\"}\"} | {\"é\":\"}\",\"@reject-reason\":\"why\"}",
        "{\"a\":1,\"a\":2} | {\"a\":1,\"a\":2,\"@reject-reason\":\"why\"}",
        "{\"a\":{\"@reject-reason\":1}} | "
            + "{\"a\":{\"@reject-reason\":1},\"@reject-reason\":\"why\"}"
      })
  void theReasonIsTheLastMember(String source, String result) {
    assertThat(splice(source)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"a\":1,\"@reject-reason\":\"former \\\" é\"} | {\"a\":1,\"@reject-reason\":\"why\"}",
        "{\"@reject-reason\" : null , \"a\":1} | {\"@reject-reason\" : \"why\" , \"a\":1}",
        "{\"@reject-reason\":{\"x\":[1]}} | {\"@reject-reason\":\"why\"}",
        "{\"@reject-reason\":12, \"a\":1} | {\"@reject-reason\":\"why\", \"a\":1}",
        "{\"@reject-reason\":12} | {\"@reject-reason\":\"why\"}"
      })
  void aFormerReasonGivesWay(String source, String result) {
    assertThat(splice(source)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"x\"", "{\"a\":", "{\"a\":1}}", "{} {}", "{a:1}", "5"})
  void whatIsNoObjectStaysAsItIs(String source) {
    assertThat(splice(source)).isEqualTo(source);
  }

  @Test
  void whatIsNoUtf8StaysAsItIs() {
    byte[] source = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

    assertThat(ReasonSplice.splice(source, "why")).isEqualTo(source);
  }

  @Test
  void theReasonIsEscaped() {
    byte[] result = ReasonSplice.splice("{}".getBytes(UTF_8), "a \"b\"\nc");

    assertThat(new String(result, UTF_8)).isEqualTo("{\"@reject-reason\":\"a \\\"b\\\"\\nc\"}");
  }

  private static String splice(String source) {
    return new String(ReasonSplice.splice(source.getBytes(UTF_8), "why"), UTF_8);
  }
}
