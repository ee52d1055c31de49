package dev.muster.app.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.user.Imprint;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealTest {

  private static final Imprint IMPRINT = new RecordImprints("d", "r").of(text("record"));

  @Test
  void bordersAndAbsenceCount() {
    assertThat(
            Stream.of(
                    seal().text(text("ab")).text(text("c")),
                    seal().text(text("a")).text(text("bc")),
                    seal().text(text("abc")),
                    seal().text(text("abc")).text(null),
                    seal().text(text("abc")).text(text("")),
                    seal().text(null).text(text("abc")),
                    seal().text(text("abc")).flag(false),
                    seal().text(text("abc")).flag(true))
                .map(Seal::value))
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherDirectoryOrOtherRulesMakeAnotherImprint() {
    assertThat(
            Stream.of(
                IMPRINT,
                new RecordImprints("e", "r").of(text("record")),
                new RecordImprints("d", "s").of(text("record")),
                new RecordImprints("d", "r").of(text("recorD"))))
        .doesNotHaveDuplicates();
    assertThat(new RecordImprints("d", "r").of(text("record"))).isEqualTo(IMPRINT);
  }

  private static Seal seal() {
    return new Seal(IMPRINT);
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }
}
