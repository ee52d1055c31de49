package dev.muster.app.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.user.KeyHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyRowTest {

  @Test
  void rowsAreOrderedAsTheIndexIs() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int size = 0; size < 3000; size = size * 2 + 1) {
      List<KeyRow> rows = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        long high = i % 3 == 0 ? random.nextInt(5) - 2L : random.nextLong();
        rows.add(new KeyRow(new KeyHash(high, i), 0, 1, i));
      }
      rows.add(new KeyRow(new KeyHash(Long.MIN_VALUE, 0), 0, 1, 1));
      rows.add(new KeyRow(new KeyHash(Long.MAX_VALUE, 0), 0, 1, 1));
      List<KeyRow> expected = new ArrayList<>(rows);
      expected.sort(KeyRow.INDEX_ORDER);

      assertThat(KeyRow.inIndexOrder(rows)).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
