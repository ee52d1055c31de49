package dev.muster.app.bloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** Random hashes that a filter has never met. */
final class Hashes {

  static final int COUNT = 200_000;

  private Hashes() {}

  /** How many a filter takes for acquaintances after it was given others, all of which it knows. */
  static int taken(int others, LongConsumer add, LongPredicate mayContain) {
    Random hashes = new Random(others);
    for (int i = 0; i < others; i++) {
      add.accept(hashes.nextLong());
    }

    Random again = new Random(others);
    int denied = 0;
    for (int i = 0; i < others; i++) {
      denied += mayContain.test(again.nextLong()) ? 0 : 1;
    }
    assertThat(denied).isZero();
    int taken = 0;
    for (int i = 0; i < COUNT; i++) {
      taken += mayContain.test(hashes.nextLong()) ? 1 : 0;
    }
    return taken;
  }
}
