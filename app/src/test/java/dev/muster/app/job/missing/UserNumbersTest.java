package dev.muster.app.job.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNumbersTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itIsASetInOrder(long seed) {
    Random random = new Random(seed);
    UserNumbers numbers = new UserNumbers();
    TreeSet<Long> expected = new TreeSet<>();
    for (int i = 0; i < 5000; i++) {
      long number = random.nextBoolean() ? random.nextInt(20_000) : random.nextLong(1L << 50);
      if (random.nextInt(4) == 0) {
        numbers.remove(number);
        expected.remove(number);
      } else {
        numbers.add(number);
        expected.add(number);
      }
    }
    List<Long> found = new ArrayList<>();
    numbers.each(found::add);
    assertThat(found).as("seed %d", seed).containsExactlyElementsOf(expected);
    assertThat(numbers.size()).isEqualTo(expected.size());
  }

  @Test
  void whatIsNotThereCanBeRemoved() {
    UserNumbers numbers = new UserNumbers();
    numbers.remove(7);
    assertThat(numbers.size()).isZero();
  }
}
