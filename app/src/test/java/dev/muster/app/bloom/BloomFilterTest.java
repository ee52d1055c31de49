package dev.muster.app.bloom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BloomFilterTest {

  @ParameterizedTest
  @ValueSource(ints = {1 << 12, 1 << 16, 1 << 20, 1 << 23})
  void denies_nothing_and_seldom_takes_strangers_for_acquaintances(int bytes) {
    BloomFilter filter = new BloomFilter(bytes);
    int taken = Hashes.taken(bytes * 8 / 13, filter::add, filter::mayContain);
    assertThat(taken).isBetween(Hashes.COUNT / 500, Hashes.COUNT / 200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 16, 1 << 20, 1 << 23})
  void hardly_ever_takes_strangers_for_acquaintances_where_there_is_room(int bytes) {
    BloomFilter filter = new BloomFilter(bytes);
    int taken = Hashes.taken(bytes * 8 / 32, filter::add, filter::mayContain);
    assertThat(taken).isLessThan(Hashes.COUNT / 5_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789abcdefL})
  void tells_whether_a_hash_was_there_before(long hash) {
    BloomFilter filter = new BloomFilter(1 << 12);
    assertThat(filter.mayContain(hash)).isFalse();
    assertThat(filter.add(hash)).isFalse();
    assertThat(filter.mayContain(hash)).isTrue();
    assertThat(filter.add(hash)).isTrue();
  }
}
