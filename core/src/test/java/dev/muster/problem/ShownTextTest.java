package dev.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  @Test
  void longTextsAreCut() {
    assertThat(ShownText.quoted("xy".repeat(40))).isEqualTo('"' + "xy".repeat(40) + '"');
    assertThat(ShownText.quoted("x y".repeat(40))).hasSize(83).endsWith("…\"");
    assertThat(ShownText.cut("a".repeat(79) + "😀")).isEqualTo("a".repeat(79) + "…");
  }

  @Test
  void invisibleCharactersAreEscaped() {
    assertThat(ShownText.cut("a\u200bb\nc")).isEqualTo("a\\u200bb\\u000ac");
    assertThat(ShownText.visible("a\u200bb\nc\u2800")).isEqualTo("a\\u200bb\nc\\u2800");
    assertThat(ShownText.visible("Zo\u00eb 😀")).isEqualTo("Zo\u00eb 😀");
    assertThat(ShownText.visible("a\udb40\udc41")).isEqualTo("a\\udb40\\udc41");
    assertThat(ShownText.firstInvisible("ann@example.org")).isEqualTo(-1);
    assertThat(ShownText.nameOfInvisible("a\udb40\udc41")).startsWith("U+E0041, tag latin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2y$10$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "ann $2y$10$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "{SSHA}nMKuihunqT2jm0b8EBnEgQ==",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19",
        "abhfCpXqd4GrI"
      })
  void hashesAreNotShown(String hash) {
    assertThat(ShownText.quoted(hash)).isEqualTo("\"REDACTED\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org",
        "administrator",
        "Ann-Sophie von Bell-Example the Third",
        "costs $100, and more things",
        "+33 6 12 34 56 78 90",
        "5f3a9c01-77de-8b42-a000-00000000002a",
        "00000000000000000000000000000000",
        "department-of-history-2024-students",
        "https://example.org/people/ann?from=list",
        "2024-05-01T10:00:00Z",
        "auth0|507f1f77bcf86cd799439011"
      })
  void otherTextsAre(String text) {
    assertThat(ShownText.quoted(text)).isEqualTo('"' + text + '"');
  }
}
