package dev.muster.app.tempfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few bytes in memory, and many in a file. */
final class SpooledBytesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 3_000_000})
  void returnsAllBytesHoweverManyThereAre(int count) throws IOException {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    try (SpooledBytes spooled = new SpooledBytes("test")) {
      try (OutputStream out = spooled.output()) {
        for (int from = 0; from < count; from += 70_000) {
          out.write(bytes, from, Math.min(70_000, count - from));
        }
      }
      assertThat(read(spooled)).as("the bytes").isEqualTo(bytes);
      assertThat(read(spooled)).as("read again").isEqualTo(bytes);
      spooled.output().write('x');
      assertThat(read(spooled)).as("after one byte more").hasSize(count + 1);

      spooled.clear();
      spooled.output().write('y');
      assertThat(read(spooled)).as("after clear").isEqualTo(new byte[] {'y'});
    }
  }

  private static byte[] read(SpooledBytes spooled) throws IOException {
    try (InputStream in = spooled.read()) {
      return in.readAllBytes();
    }
  }
}
