package dev.muster.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void textOfAllScriptsStays() {
    assertThat(Printable.of("Zoë 王 🔑")).isEqualTo("Zoë 王 🔑");
  }

  @Test
  void whatCommandsATerminalIsSpelledOut() {
    assertThat(Printable.of("a\u001b[31mb\r\nc\u202ed\u009be"))
        .isEqualTo("a\\u001b[31mb\\u000d\\nc\\u202ed\\u009be");
  }
}
