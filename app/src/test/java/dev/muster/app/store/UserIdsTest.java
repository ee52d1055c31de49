package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserIdsTest {

  private static final UserIds IDS = new UserIds("3ffffffffffffff");
  private static final UserIds OTHERS = new UserIds("000000000000001");

  @Test
  void anIdIsAUuidOfVersionEight() {
    for (UserIds ids : List.of(IDS, OTHERS)) {
      UUID uuid = UUID.fromString(ids.show(42));
      assertThat(uuid.version()).isEqualTo(8);
      assertThat(uuid.variant()).isEqualTo(2);
    }
    assertThat(OTHERS.show(42)).isEqualTo("00000000-0000-8001-8000-00000000002a");
  }

  @Test
  void numbersComeBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      long number = random.nextLong() >>> (2 + random.nextInt(60));
      assertThat(IDS.parse(IDS.show(number))).as("seed %d", seed).hasValue(number);
      assertThat(OTHERS.parse(IDS.show(number))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void laterUsersHaveGreaterIds() {
    assertThat(IDS.show(9)).isLessThan(IDS.show(10));
    assertThat(IDS.show(255)).isLessThan(IDS.show(256));
  }

  @Test
  void anIdMayBeWrittenInCapitals() {
    assertThat(IDS.parse(IDS.show(42).toUpperCase(Locale.ROOT))).hasValue(42);
  }

  @Test
  void otherTextsAreNoIds() {
    for (String text :
        List.of("", "42", IDS.show(42) + "0", "x".repeat(36), UUID.randomUUID().toString())) {
      assertThat(IDS.parse(text)).as(text).isEmpty();
    }
  }
}
