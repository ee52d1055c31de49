package dev.muster.app.format.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipInputTest {

  private static final byte[] TEXT = "username key\nada\n".getBytes(UTF_8);

  /** TEXT with an extra field, a name, a comment and a checksum of the header. */
  private static final String EVERY_FIELD =
      "1f8b081e0000000000ff0300616263612e63737600686900c221"
          + "2b2d4e2dca4bcc4d55c84eade44a4c49e402006de39bde11000000";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 65_535, 65_536, 1_000_000})
  void whatWasCompressedComesBack(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    assertThat(expanded(gzip(bytes))).isEqualTo(bytes);
  }

  @Test
  void everyFieldThatAHeaderMayHaveIsPassedOver() throws IOException {
    assertThat(expanded(HexFormat.of().parseHex(EVERY_FIELD))).isEqualTo(TEXT);
  }

  @Test
  void membersAreReadOneAfterAnother() throws IOException {
    byte[] two = joined(gzip(TEXT), gzip(TEXT));

    assertThat(expanded(two)).isEqualTo(joined(TEXT, TEXT));
    assertThat(expanded(joined(two, gzip(new byte[0])))).isEqualTo(joined(TEXT, TEXT));
  }

  @Test
  void wherePiecesOfTheStreamEndDoesNotMatter() throws IOException {
    byte[] two = joined(gzip(TEXT), gzip(TEXT));
    for (int cut = 1; cut < two.length; cut++) {
      try (GzipInput in =
          new GzipInput(
              new SequenceInputStream(
                  new ByteArrayInputStream(two, 0, cut),
                  new ByteArrayInputStream(two, cut, two.length - cut)))) {
        assertThat(in.readAllBytes()).isEqualTo(joined(TEXT, TEXT));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\0", "JUNKJUNK", "\u001f\u001f\u001f", "a line\nand another one\n"})
  void whatFollowsTheEndIsNoticed(String junk) throws IOException {
    byte[] bytes = joined(gzip(TEXT), junk.getBytes(UTF_8));

    assertThatThrownBy(() -> expanded(bytes))
        .isInstanceOf(ZipException.class)
        .hasMessage("something that is not gzip follows its end");
  }

  @Test
  void aCutIsNoticedWhereverItIs() throws IOException {
    byte[] whole = gzip(TEXT);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> expanded(cut))
          .as("%d bytes", length)
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aWrongChecksumOrLengthIsNoticed() throws IOException {
    byte[] whole = gzip(TEXT);
    for (int place = whole.length - 8; place < whole.length; place++) {
      byte[] wrong = whole.clone();
      wrong[place] ^= 1;
      assertThatThrownBy(() -> expanded(wrong)).hasMessageContaining("its checksum is wrong");
    }
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] expanded(byte[] bytes) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
