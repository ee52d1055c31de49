package dev.muster.app.format.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class StrictTextTest {

  @Test
  void bytesThatAreNoCharactersGiveNoText() {
    assertThat(StrictText.utf8("Zoë".getBytes(UTF_8))).contains("Zoë");
    assertThat(StrictText.utf8(new byte[] {'Z', 'o', (byte) 0xEB})).isEmpty();
    assertThat(StrictText.utf8(new byte[] {'Z', 'o', (byte) 0xC3})).isEmpty();
    assertThat(StrictText.decoded(new byte[] {(byte) 0x81}, Charset.forName("windows-1253")))
        .isEmpty();
  }
}
