package dev.muster.app.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 8193, 1_000_000})
  void bytesComeBack(int size) {
    byte[] random = new byte[size];
    new Random(size).nextBytes(random);
    assertThat(Deflated.unpack(Deflated.pack(random))).isEqualTo(random);
    assertThat(Deflated.unpack(Deflated.pack(new byte[size]))).isEqualTo(new byte[size]);
  }

  @Test
  void repetitionsTakeLittleRoom() {
    assertThat(Deflated.pack(new byte[1_000_000])).hasSizeLessThan(10_000);
  }

  @Test
  void damageIsNoticed() {
    byte[] packed = Deflated.pack(new byte[1000]);
    assertThatThrownBy(() -> Deflated.unpack(Arrays.copyOf(packed, packed.length - 5)))
        .isInstanceOf(IllegalStateException.class);
    packed[packed.length - 1] ^= 1;
    assertThatThrownBy(() -> Deflated.unpack(packed)).isInstanceOf(IllegalStateException.class);
  }
}
