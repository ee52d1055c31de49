package dev.muster.app.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.RandomUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteWriterTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 16383, 16384, Integer.MAX_VALUE, Long.MAX_VALUE})
  void numbersComeBack(long number) {
    ByteWriter out = new ByteWriter();
    out.number(number);
    out.signed(number);
    out.signed(-number);
    out.signed(Long.MIN_VALUE);
    ByteReader in = new ByteReader(out.bytes());
    assertThat(in.number()).isEqualTo(number);
    assertThat(in.signed()).isEqualTo(number);
    assertThat(in.signed()).isEqualTo(-number);
    assertThat(in.signed()).isEqualTo(Long.MIN_VALUE);
    assertThat(in.atEnd()).isTrue();
  }

  @Test
  void smallNumbersTakeOneByteInEitherDirection() {
    ByteWriter out = new ByteWriter();
    out.number(127);
    out.signed(63);
    out.signed(-64);
    assertThat(out.bytes()).hasSize(3);
  }

  @Test
  void aTextIsWrittenOnce() {
    ByteWriter out = new ByteWriter();
    for (int i = 0; i < 100; i++) {
      out.text("the same text");
    }
    assertThat(out.bytes()).hasSize(2 + "the same text".length() + 99);
  }

  @Test
  void textsAndDataComeBackInOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    ByteWriter out = new ByteWriter();
    byte[] data = new byte[20_000];
    random.nextBytes(data);
    for (int i = 0; i < 2000; i++) {
      texts.add(RandomUsers.text(random));
      out.text(texts.get(i));
    }
    out.data(data);
    out.data(new byte[0]);
    ByteReader in = new ByteReader(out.bytes());
    texts.forEach(text -> assertThat(in.text()).as("seed %d", seed).isEqualTo(text));
    assertThat(in.data()).isEqualTo(data);
    assertThat(in.data()).isEmpty();
    assertThat(in.atEnd()).isTrue();
  }
}
