package dev.muster.app.bloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingBloomFilterTest {

  private static final int BYTES_MAX = 1 << 21;

  /**
   * Up to 32,768 the first filter holds, up to 557,056 the second, then the third, a larger one.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32_768, 32_769, 557_056, 557_057, 1_600_000})
  void denies_nothing_and_seldom_takes_strangers_for_acquaintances(int many) {
    GrowingBloomFilter filter = new GrowingBloomFilter(BYTES_MAX);
    int taken = Hashes.taken(many, filter::add, filter::mayContain);
    assertThat(taken).isLessThan(Hashes.COUNT / 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 100_000, 1_000_000})
  void tells_whether_a_hash_was_there_before(int many) {
    GrowingBloomFilter filter = new GrowingBloomFilter(BYTES_MAX);
    Random hashes = new Random(many);
    int known = 0;
    for (int i = 0; i < many; i++) {
      known += filter.add(hashes.nextLong()) ? 1 : 0;
    }
    assertThat(known).isLessThanOrEqualTo(many / 100);

    Random again = new Random(many);
    int unknown = 0;
    for (int i = 0; i < many; i++) {
      unknown += filter.add(again.nextLong()) ? 0 : 1;
    }
    assertThat(unknown).isZero();
  }
}
