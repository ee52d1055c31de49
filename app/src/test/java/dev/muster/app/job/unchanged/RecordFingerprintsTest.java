package dev.muster.app.job.unchanged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.user.RecordFingerprint;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordFingerprintsTest {

  private static final RecordFingerprint FINGERPRINT =
      new RecordFingerprints("d", "r").of(text("record"));

  @Test
  void anotherDirectoryOrOtherRulesMakeAnotherFingerprint() {
    assertThat(
            Stream.of(
                FINGERPRINT,
                new RecordFingerprints("e", "r").of(text("record")),
                new RecordFingerprints("d", "s").of(text("record")),
                new RecordFingerprints("d", "r").of(text("recorD"))))
        .doesNotHaveDuplicates();
    assertThat(new RecordFingerprints("d", "r").of(text("record"))).isEqualTo(FINGERPRINT);
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }
}
